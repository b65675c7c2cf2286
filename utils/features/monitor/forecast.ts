import type Big from 'big.js';
import type { Range } from '../../rules/amount.ts';
import { chineseDay } from '../clock.ts';

/** How much of a month a reading covers, in days; the day of the reading is one of them. */
export interface Elapsed {
  days: number;
  ofDays: number;
  /** The day of the reading. */
  day: string;
}

/** Why nothing can be forecast from a reading. */
export type NoForecast = 'no-month' | 'not-read' | 'not-this-month' | 'read-in-other-month';

const daysIn = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};

/**
 * How much of the month a reading covers: only of the month that it is now in China, and only by a reading made in it.
 * @param readAt when the figure was read, typed or imported, ISO 8601
 */
export function elapsedAt(
  month: string | null | undefined,
  readAt: string | undefined,
  now: string,
): Elapsed | NoForecast {
  if (!month) return 'no-month';
  if (readAt === undefined) return 'not-read';
  const [day, today] = [chineseDay(Date.parse(readAt)), chineseDay(Date.parse(now))];
  if (!today.startsWith(month)) return 'not-this-month';
  if (!day.startsWith(month) || day > today) return 'read-in-other-month';
  return { days: Number(day.slice(-2)), ofDays: daysIn(month), day };
}

/** What an amount comes to by the month's end where every day brings as much as those before: multiplied first. */
export function atMonthsEnd({ lo, hi }: Range, { days, ofDays }: Elapsed): Range {
  const grown = (amount: Big): Big => amount.times(ofDays).div(days);
  return { lo: grown(lo), hi: grown(hi) };
}
