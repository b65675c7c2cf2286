import {
  addDays,
  addWorkingDays,
  type CalendarUsed,
  calendarBetween,
  workingDaysBetween,
} from './calendar.ts';
import type { Facts } from './facts.ts';
import type { Pack, Period, Rule, Start } from './pack.ts';

/** When something is due by one period of a rule; days are days in China. */
export interface Due {
  /** `DOUBT/READING` that the period belongs to. */
  reading?: string;
  from: string;
  /** Only where the source gives a shortest time. */
  earliest?: string;
  latest: string;
  isAbout?: true;
  /** Only where the period is counted in working days. */
  calendar?: CalendarUsed;
  /** Working days left, below 0 once it is past; only where it is known which day it is. */
  workingDaysLeft?: number;
  /** What these were counted by: from today to its day there may be another year than in the period. */
  leftCalendar?: CalendarUsed;
}

/** Days by which holidays that are not known yet can put something off: none of China's is longer. */
const MOST_HOLIDAYS = 14;

/** The last day on which something may still be due. */
export const lastDayOf = ({ latest, calendar }: Due): string =>
  calendar === 'weekdays' ? addDays(latest, MOST_HOLIDAYS) : latest;

/** Whether days of a year were counted whose holidays are not known yet. */
export const isRough = ({ calendar, leftCalendar }: Due): boolean =>
  calendar === 'weekdays' || leftCalendar === 'weekdays';

function startOf(facts: Facts, from: Start): string | undefined {
  if (from === 'pool.month') return facts.pool?.month ?? undefined;
  return facts.dates?.[from.slice('dates.'.length) as keyof NonNullable<Facts['dates']>] ?? undefined;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function dayOfNextMonth(month: string, day: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12
    ? `${year + 1}-01-${twoDigits(day)}`
    : `${year}-${twoDigits(number + 1)}-${twoDigits(day)}`;
}

function counted(
  start: string,
  unit: Period['unit'],
  count: number,
): { day: string; calendar?: CalendarUsed } {
  if (unit === 'working-days') return addWorkingDays(start, count);
  return { day: unit === 'days' ? addDays(start, count) : dayOfNextMonth(start, count) };
}

function dueOf(
  { unit, least, most, isAbout, reading }: Period,
  start: string,
  today: string | undefined,
): Due {
  const latest = counted(start, unit, most);
  return {
    ...(reading && { reading }),
    from: start,
    ...(least !== undefined && { earliest: counted(start, unit, least).day }),
    latest: latest.day,
    ...(isAbout && { isAbout }),
    ...(latest.calendar && { calendar: latest.calendar }),
    ...(today && {
      workingDaysLeft: workingDaysBetween(today, latest.day),
      leftCalendar: calendarBetween(today, latest.day),
    }),
  };
}

/** When a rule's periods are over, those of which the start is known; one for each reading. */
const duesOf = ({ periods }: Rule, facts: Facts): Due[] =>
  (periods ?? []).flatMap((period) => {
    const start = startOf(facts, period.from);
    return start ? [dueOf(period, start, facts.asOf ?? undefined)] : [];
  });

/** Every deadline that is running by the facts, by the id of its rule, sorted. */
export function deadlinesOf(pack: Pack, facts: Facts): Record<string, Due[]> {
  const running = pack.rules
    .map((rule) => [rule.id, duesOf(rule, facts)] as const)
    .filter(([, dues]) => dues.length > 0);
  return Object.fromEntries(running);
}
