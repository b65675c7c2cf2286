import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** Whose working days were counted: the State Council's calendar, or Monday to Friday where it is not out yet. */
export type CalendarUsed = 'official' | 'weekdays';

/** A day that a count of days came to, and the calendar that decided it. */
export interface CountedDay {
  day: string;
  calendar: CalendarUsed;
}

/**
 * By day what it is off for, or worked for to make up. The library's table and not its functions: these read its days
 * as UTC and write them in the machine's own zone, so that west of Greenwich each is the day before.
 */
const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = chineseDays;

/** The day so many calendar days later; days are ISO 8601, such as `2026-11-22`. */
export function addDays(day: string, count: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + count);
  return later.toISOString().slice(0, 10);
}

/** The table says nothing of its years, but no calendar of the State Council is without National Day. */
const calendarOf = (year: string): CalendarUsed =>
  holidays[`${year}-10-01`]?.includes('National Day') ? 'official' : 'weekdays';

/** Sunday is 0, Saturday 6. */
const isWeekend = (day: string): boolean => new Date(day).getUTCDay() % 6 === 0;

const isWorked = (day: string): boolean =>
  Object.hasOwn(workdays, day) || !(isWeekend(day) || Object.hasOwn(holidays, day));

const DAY_MS = 86_400_000;

/** The days from one day to another; below 0 where that is before it. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

interface Year {
  calendar: CalendarUsed;
  /** The working days from New Year's Day to each day of the year, that day included. */
  upTo: number[];
}

function countedYear(year: string): Year {
  const upTo: number[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
    upTo.push((upTo.at(-1) ?? 0) + (isWorked(day) ? 1 : 0));
  }
  return { calendar: calendarOf(year), upTo };
}

const years = new Map<string, Year>();

function yearOf(day: string): Year {
  const year = day.slice(0, 4);
  const known = years.get(year) ?? countedYear(year);
  years.set(year, known);
  return known;
}

/** The working days of a day's year up to and with it. */
function workedUpTo(day: string): number {
  return yearOf(day).upTo[daysBetween(`${day.slice(0, 4)}-01-01`, day)] ?? 0;
}

/** Whether people work on a day in China: holidays and make-up days where the year's calendar is known. */
export function isWorkingDay(day: string): boolean {
  const before = day.endsWith('-01-01') ? 0 : workedUpTo(addDays(day, -1));
  return workedUpTo(day) > before;
}

/** The `count`-th working day after a day, which itself is not counted: T+1 of a Friday is Monday. */
export function addWorkingDays(day: string, count: number): CountedDay {
  let current = day;
  let { calendar } = yearOf(day);
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (yearOf(current).calendar === 'weekdays') calendar = 'weekdays';
    if (isWorkingDay(current)) left -= 1;
  }
  return { day: current, calendar };
}

/** Whose working days all the days between two days are, whichever is the earlier. */
export function calendarBetween(one: string, other: string): CalendarUsed {
  const [first = 0, last = 0] = [one, other].toSorted().map((day) => Number(day.slice(0, 4)));
  for (let year = first; year <= last; year += 1) {
    if (calendarOf(String(year)) === 'weekdays') return 'weekdays';
  }
  return 'official';
}

/** The working days after `from` up to and with `to`; below 0 where `to` is past. */
export function workingDaysBetween(from: string, to: string): number {
  let worked = workedUpTo(to) - workedUpTo(from);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  for (let year = first; year < last; year += 1) worked += yearOf(String(year)).upTo.at(-1) ?? 0;
  for (let year = last; year < first; year += 1) worked -= yearOf(String(year)).upTo.at(-1) ?? 0;
  return worked;
}
