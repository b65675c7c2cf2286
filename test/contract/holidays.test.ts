import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../utils/rules/calendar.ts';
import { type Due, deadlinesOf } from '../../utils/rules/deadlines.ts';
import type { Facts } from '../../utils/rules/facts.ts';
import type { Period } from '../../utils/rules/pack.ts';
import { pack } from '../unit/rules/support.ts';
import holidays from './sources/holidays.json' with { type: 'json' };

// The second source of the calendar: what the notices say, read here with nothing of the library or of utils/rules.

const iso = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

const ALL_DAYS = Array.from({ length: 366 + 365 + 365 }, (_, index) => iso(2024, 1, index + 1));
const LAST = '2026-12-31';

/** The day or days that a clause names: `10月1日至7日`, `1月28日至2月4日`, `4月28日、5月11日`. */
function daysOf(year: number, clause: string): string[] {
  const range = /(\d+)月(\d+)日至(?:(\d+)月)?(\d+)日/.exec(clause);
  if (!range) {
    return [...clause.matchAll(/(\d+)月(\d+)日/g)].map(([, month, date]) =>
      iso(year, Number(month), Number(date)),
    );
  }
  const [, month, first, lastMonth = month, last] = range;
  const [from, to] = [iso(year, Number(month), Number(first)), iso(year, Number(lastMonth), Number(last))];
  return ALL_DAYS.filter((day) => day >= from && day <= to);
}

const clauses = holidays.notices.flatMap(({ year, arrangements }) =>
  arrangements
    .flatMap((paragraph) => paragraph.split('。'))
    .map((sentence) => sentence.replace(/（[^）]*）/g, ''))
    .map((sentence) => ({ sentence, days: daysOf(year, sentence) })),
);
const off = clauses.filter(({ sentence }) => /日放假/.test(sentence));
const worked = clauses.filter(({ sentence }) => sentence.endsWith('上班'));
const daysOff = new Set(off.flatMap(({ days }) => days));
const makeUpDays = new Set(worked.flatMap(({ days }) => days));

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const isWorked = (day: string): boolean => makeUpDays.has(day) || !(daysOff.has(day) || isWeekend(day));

const workedDays = ALL_DAYS.filter(isWorked);

/** The `count`-th working day after a day by the notices; none where their years end before. */
const workedAfter = (day: string, count: number): string | undefined =>
  workedDays[workedDays.findLastIndex((worked) => worked <= day) + count];

describe('the second source of the calendar', () => {
  it('is read whole: each arrangement gives the number of days that it says itself', () => {
    expect(off).toHaveLength(20);
    for (const { sentence, days } of off) {
      const [, said = '1'] = /共(\d+)天/.exec(sentence) ?? [];
      expect(days, sentence).toHaveLength(Number(said));
    }
  });

  it('makes up on weekends alone, on 8, 5 and 6 days, none of which is off', () => {
    const ofYear = (year: string) => [...makeUpDays].filter((day) => day.startsWith(year)).length;
    expect(['2024', '2025', '2026'].map(ofYear)).toEqual([8, 5, 6]);
    expect([...makeUpDays].filter((day) => !isWeekend(day) || daysOff.has(day))).toEqual([]);
  });
});

describe('the calendar, by the notices of 2024 to 2026', () => {
  it('says of each of the 1096 days whether it is worked', () => {
    expect(ALL_DAYS.at(-1)).toBe(LAST);
    expect(ALL_DAYS.filter((day) => isWorkingDay(day) !== isWorked(day))).toEqual([]);
  });

  it('counts to the same day from every day, and back', () => {
    const wrong: string[] = [];
    for (const day of ALL_DAYS) {
      for (const count of [1, 2, 3, 5, 10]) {
        const expected = workedAfter(day, count);
        if (!expected) continue;
        const { day: found, calendar } = addWorkingDays(day, count);
        if (found !== expected || calendar !== 'official') wrong.push(`${day} + ${count} is ${expected}`);
        if (workingDaysBetween(day, expected) !== count) wrong.push(`${day} to ${expected} is ${count}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const DATES = [
  ...new Set(pack.rules.flatMap(({ periods }) => (periods ?? []).map(({ from }) => from))),
].flatMap((from) => (from.startsWith('dates.') ? [from.slice('dates.'.length)] : []));

/** The facts of a seller for whom everything began on one day. */
const begunOn = (day: string): Facts => ({
  dates: Object.fromEntries(DATES.map((name) => [name, day])),
  pool: { month: day.slice(0, 7) },
});

/** The day a period ends by a count of its own, `after` units on. */
function endOf(day: string, unit: Period['unit'], after: number): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (unit === 'working-days') return workedAfter(day, after);
  return unit === 'days' ? iso(year, month, date + after) : iso(year, month + 1, after);
}

describe('the deadlines of every rule, by the notices', () => {
  it('are at least the ones that the sources give', () => {
    const dated = pack.rules.filter(({ periods }) => periods?.length).map(({ id }) => id);
    expect(dated.length).toBeGreaterThan(10);
    expect(Object.keys(deadlinesOf(pack, begunOn('2025-01-01')))).toEqual(dated);
  });

  it('fall on the day that a plain count comes to, from each day of the three years', () => {
    const wrong: string[] = [];
    for (const day of ALL_DAYS) {
      const dues: Record<string, Due[]> = deadlinesOf(pack, begunOn(day));
      for (const { id, periods = [] } of pack.rules) {
        for (const [index, { unit, least, most }] of periods.entries()) {
          const latest = endOf(day, unit, most);
          if (!latest || latest > LAST) continue;
          const earliest = least === undefined ? undefined : endOf(day, unit, least);
          const due = dues[id]?.[index];
          if (due?.earliest !== earliest || due?.latest !== latest)
            wrong.push(`${id} from ${day}: ${latest}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
