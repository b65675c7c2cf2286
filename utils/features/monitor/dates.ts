import type { Text } from '../../i18n/translate.ts';
import { type Due, deadlinesOf } from '../../rules/deadlines.ts';
import type { Reason, Subject, Verdict } from '../judgement.ts';
import { statements } from '../programme.ts';

/** What a rule's periods come to by the facts; none where their start is not known. */
export const duesOf = ({ pack, facts }: Subject, rule: string): Due[] => deadlinesOf(pack, facts)[rule] ?? [];

/** A day, or the first and the last of several that can be meant. */
function whenOf({ earliest, latest, isAbout }: Due): Text {
  if (earliest && earliest !== latest) return { key: 'monitorBetween', args: [earliest, latest] };
  return { key: isAbout ? 'monitorAbout' : 'monitorBy', args: [latest] };
}

const isPast = ({ latest }: Due, { facts }: Subject): boolean =>
  facts.asOf !== undefined && facts.asOf !== null && latest < facts.asOf;

function noteOf(due: Due, subject: Subject): Text {
  const left = due.workingDaysLeft ?? 0;
  const when = whenOf(due);
  if (isPast(due, subject)) return { key: 'monitorDuePast', args: [when] };
  return left === 1 ? { key: 'monitorDueDay', args: [when] } : { key: 'monitorDue', args: [when, left] };
}

/** A rule with when it is due, by every reading of it. */
export function dueReason(subject: Subject, rule: string): Reason[] {
  const dues = duesOf(subject, rule);
  const amounts = dues.flatMap(({ reading, latest }) => (reading ? [[reading, latest] as const] : []));
  const notes = dues.map((due) => noteOf(due, subject));
  const isRough = dues.some(({ calendar }) => calendar === 'weekdays');
  return statements(subject.pack, rule).map((reason) => ({
    ...reason,
    amounts: Object.fromEntries(amounts),
    notes: isRough ? [...notes, { key: 'noteWeekdays' }] : notes,
  }));
}

/** Whether a rule's time is over by every reading; `none` while it runs or is not known to. */
export function overdue(subject: Subject, rule: string): Verdict {
  const dues = duesOf(subject, rule);
  return dues.length > 0 && dues.every((due) => isPast(due, subject)) ? 'caution' : 'none';
}
