import { winning } from '../../facts/kept.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Subject } from '../judgement.ts';
import { shownTime } from '../present.ts';
import { dueReason, overdue } from './dates.ts';
import type { Section } from './section.ts';

const LAST_STAGE = 'merge.stage-3';
const STAGES = ['merge.stage-1', 'merge.stage-2', LAST_STAGE, 'merge.average-duration'];
const FORM = 'merge.reservation-sent';

/** When the monitor page last showed figures of a pool: a store that is not through has none. */
function poolSeenAt({ store }: Subject): string | undefined {
  const seen = Object.entries(store?.facts ?? {}).flatMap(([path, kept]) => {
    const read = kept.filter(({ origin }) => origin.kind === 'read' && origin.page === 'merge-monitor');
    return path.startsWith('pool.') && winning(path, read) ? read.map(({ at }) => at) : [];
  });
  return seen.toSorted().at(-1);
}

/** How far the application is, as far as its dates and the pages tell: none of them says its stage. */
export function application(subject: Subject, t: Translator): Section {
  const { mergeApplied, mergeFileComplete } = subject.facts.dates ?? {};
  const common = {
    facts: ['dates.mergeApplied', 'dates.mergeFileComplete'] as const,
    reasons: [
      ...(mergeApplied ? STAGES : []).flatMap((rule) => dueReason(subject, rule)),
      ...(mergeFileComplete ? dueReason(subject, FORM) : []),
    ],
  };
  const seenAt = poolSeenAt(subject);
  if (seenAt)
    return { ...common, verdict: 'none', line: { key: 'monitorPoolSeen', args: [shownTime(seenAt, t)] } };
  const notes = [{ key: 'monitorStageUnread' as const }];
  if (!mergeApplied) return { ...common, notes, verdict: 'unknown', line: { key: 'monitorNotApplied' } };
  const isLate = overdue(subject, LAST_STAGE) === 'caution';
  return {
    ...common,
    notes,
    verdict: isLate ? 'caution' : 'none',
    line: { key: isLate ? 'monitorAppliedLate' : 'monitorApplied', args: [mergeApplied] },
  };
}
