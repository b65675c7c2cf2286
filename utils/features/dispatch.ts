import type { MessageKey, Text } from '../i18n/translate.ts';
import { type Due, deadlinesOf, isRough } from '../rules/deadlines.ts';
import type { Rule } from '../rules/pack.ts';
import {
  chineseDay,
  DAY_MS,
  HOUR_MS,
  leftText,
  MINUTE_MS,
  momentOf,
  NO_ZONE,
  nextChineseDay,
  nextHourLess,
} from './clock.ts';
import { EMPTY, meaningOf } from './entry.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';
import { statements } from './programme.ts';

/** The article's rough time, and the limit that it says there is without saying which. */
const ROUGH_TIME = 'semi.dispatch-1-3';
const LIMIT = 'semi.dispatch-unstated';
const IF_LATE = ['semi.late-fine', 'semi.late-reputation', 'semi.gap-fine'];

const SETTLED: Record<string, MessageKey> = {
  closed: 'dispatchClosed',
  completed: 'dispatchCompleted',
  dispatched: 'dispatchDone',
  unpaid: 'dispatchUnpaid',
};

const AT_WAREHOUSE: Text = { key: 'dispatchAtWarehouse' };

type Said = Pick<Judgement, 'summary' | 'verdict'> & Partial<Judgement>;

/** A judgement with what every opened chip of an order shows. */
const said = ({ pack }: Subject, judgement: Said): Judgement => ({
  ...EMPTY,
  basis: statements(pack, ...IF_LATE),
  seen: [{ name: 'remaining' }, { name: 'status' }, { name: 'placed', note: NO_ZONE }],
  ...judgement,
});

/** The day by the rough time, the earliest where there are several. */
function dueOf({ pack, entry, readAt }: Subject): { rule: Rule; due: Due } | undefined {
  const placed = momentOf(entry?.values.placed);
  const rule = pack.rules.find(({ id }) => id === ROUGH_TIME);
  if (placed === undefined || !rule) return undefined;
  const dates = { orderPlaced: chineseDay(placed) };
  const dues = deadlinesOf(pack, { dates, asOf: chineseDay(Date.parse(readAt)) })[ROUGH_TIME] ?? [];
  const [due] = dues.toSorted((a, b) => (a.latest < b.latest ? -1 : 1));
  return due && { rule, due };
}

function roughReason(subject: Subject, outcome: Verdict): Reason[] {
  const found = dueOf(subject);
  if (!found) return statements(subject.pack, ROUGH_TIME);
  const { rule, due } = found;
  const { from, earliest = from, latest } = due;
  const notes: Text[] = [{ key: 'noteDispatchDue', args: [from, earliest, latest] }, NO_ZONE];
  if (isRough(due)) notes.push({ key: 'noteWeekdays' });
  return [{ id: rule.id, proven: rule, outcome, notes }];
}

const limitReason = ({ pack }: Subject, outcome: Verdict): Reason[] =>
  statements(pack, LIMIT).map((reason) => ({ ...reason, outcome }));

/** What the page's own remaining time comes to by now, to the minute: it runs on where the page does not count it down. */
function timeLeft(subject: Subject): number | undefined {
  const { entry, readAt } = subject;
  // Of a text that is not read as a whole, such as `3天前应发货`, no part is a time left.
  if (entry?.values.remaining === undefined) return undefined;
  if (meaningOf(subject, 'remaining') === 'overdue') return 0;
  const { days, hours, minutes } = entry.values;
  if (days === undefined && hours === undefined && minutes === undefined) return undefined;
  const shown = Number(days ?? 0) * DAY_MS + Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS;
  const minutesSince = Math.floor((Date.parse(readAt) - Date.parse(entry.seenAt)) / MINUTE_MS);
  return shown - minutesSince * MINUTE_MS;
}

function byPage(subject: Subject, left: number): Judgement {
  const verdict = left <= 0 ? 'fail' : left < DAY_MS ? 'caution' : 'pass';
  const shown = subject.entry?.values.remaining ?? '';
  const key = left <= 0 ? 'dispatchOver' : 'dispatchLeft';
  return said(subject, {
    verdict,
    detail: left <= 0 ? { key: 'leftOver' } : leftText(left),
    summary: { key, args: [shown] },
    reasons: [...limitReason(subject, verdict), ...roughReason(subject, 'none')],
    ...(left > 0 && { until: nextHourLess(Date.parse(subject.readAt), left) }),
  });
}

function byRoughTime(subject: Subject): Judgement {
  const due = dueOf(subject)?.due;
  if (due?.workingDaysLeft === undefined) {
    return said(subject, {
      verdict: 'unknown',
      summary: { key: 'dispatchNoTime' },
      reasons: limitReason(subject, 'unknown'),
      unseen: ['remaining', 'placed'],
    });
  }
  const today = chineseDay(Date.parse(subject.readAt));
  const { latest, workingDaysLeft: left } = due;
  const isPast = latest < today;
  const verdict = isPast || latest === today ? 'caution' : 'unknown';
  const leftDays: Text = left === 1 ? { key: 'leftWorkday' } : { key: 'leftWorkdays', args: [left] };
  const when: Text = isPast ? { key: 'leftPast' } : latest === today ? { key: 'leftToday' } : leftDays;
  return said(subject, {
    verdict,
    detail: when,
    summary: { key: isPast ? 'dispatchRoughPast' : 'dispatchRough', args: [latest] },
    reasons: [...roughReason(subject, verdict), ...limitReason(subject, 'unknown')],
    unseen: ['remaining'],
    until: nextChineseDay(Date.parse(subject.readAt)),
  });
}

/**
 * The time left to dispatch a semi-managed order. Only the page's own remaining time can pass or fail: what the
 * articles give is a rough reference for a limit that no source states. By it alone an order that still has days is
 * unknown, not fine, and one whose days are over is a caution, not late.
 */
export const dispatch: Feature = {
  id: 'dispatch',
  about: 'row',
  concerns: ({ entry }) => entry?.values.mark !== undefined,
  judge(subject) {
    const status = meaningOf(subject, 'status');
    if (typeof status !== 'string') {
      return said(subject, { verdict: 'unknown', summary: { key: 'dispatchNoStatus' }, unseen: ['status'] });
    }
    if (SETTLED[status]) return said(subject, { verdict: 'none', summary: { key: SETTLED[status] } });
    const left = timeLeft(subject);
    const judgement = left === undefined ? byRoughTime(subject) : byPage(subject, left);
    return status === 'at-warehouse' ? { ...judgement, warnings: [AT_WAREHOUSE] } : judgement;
  },
};
