import type { Text } from '../../i18n/translate.ts';
import { type Due, deadlinesOf, isRough, lastDayOf } from '../../rules/deadlines.ts';
import type { Reason, Subject, Verdict } from '../judgement.ts';
import { statements } from '../programme.ts';

/** What a rule's periods come to by the facts; none where their start is not known. */
export const duesOf = ({ pack, facts }: Subject, rule: string): Due[] => deadlinesOf(pack, facts)[rule] ?? [];

/** A day, or the first and the last of several that can be meant. */
function whenOf({ earliest, latest, isAbout }: Due): Text {
  if (earliest && earliest !== latest) return { key: 'monitorBetween', args: [earliest, latest] };
  return { key: isAbout ? 'monitorAbout' : 'monitorBy', args: [latest] };
}

const isBefore = (day: string, { facts }: Subject): boolean => Boolean(facts.asOf && day < facts.asOf);

const isOver = (due: Due, subject: Subject): boolean => isBefore(lastDayOf(due), subject);

function noteOf(due: Due, subject: Subject): Text {
  const left = due.workingDaysLeft ?? 0;
  const when = whenOf(due);
  if (isOver(due, subject)) return { key: 'monitorDuePast', args: [when] };
  if (isBefore(due.latest, subject)) return { key: 'monitorDuePerhaps', args: [when] };
  return left === 1 ? { key: 'monitorDueDay', args: [when] } : { key: 'monitorDue', args: [when, left] };
}

/** A rule with when it is due, by every reading of it. */
export function dueReason(subject: Subject, rule: string): Reason[] {
  const dues = duesOf(subject, rule);
  const amounts = dues.flatMap(({ reading, latest }) => (reading ? [[reading, latest] as const] : []));
  const notes = dues.map((due) => noteOf(due, subject));
  return statements(subject.pack, rule).map((reason) => ({
    ...reason,
    amounts: Object.fromEntries(amounts),
    notes: dues.some(isRough) ? [...notes, { key: 'noteWeekdays' }] : notes,
  }));
}

/** Whether a rule's time is over by every reading; `none` while it runs or is not known to. */
export function overdue(subject: Subject, rule: string): Verdict {
  const dues = duesOf(subject, rule);
  return dues.length > 0 && dues.every((due) => isOver(due, subject)) ? 'caution' : 'none';
}
