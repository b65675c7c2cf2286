import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  calendarBetween,
  isWorkingDay,
  workingDaysBetween,
} from '../../../utils/rules/calendar.ts';

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a working day', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-23', false, 'the last day of the Spring Festival, a Monday'],
    ['2027-10-01', true, 'a Friday of a year whose calendar is not out'],
    ['2027-10-02', false, 'a Saturday of such a year'],
    ['2027-10-03', false, 'a Sunday of such a year'],
  ])('%s: worked %s, %s', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-11-19', 1, '2026-11-20', 'official'],
    ['2026-11-20', 1, '2026-11-23', 'official'],
    ['2026-09-30', 1, '2026-10-08', 'official'],
    ['2026-09-30', 3, '2026-10-10', 'official'],
    ['2026-11-21', 1, '2026-11-23', 'official'],
    ['2026-12-31', 1, '2027-01-01', 'weekdays'],
    ['2027-09-30', 1, '2027-10-01', 'weekdays'],
    ['2026-11-20', 0, '2026-11-20', 'official'],
  ])('from %s, T+%i is %s by the %s calendar', (from, count, day, calendar) => {
    expect(addWorkingDays(from, count)).toEqual({ day, calendar });
  });

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count).day)).toBe(count);
      }),
    );
  });

  it('ends on a working day, never before it began', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const { day } = addWorkingDays(from, count);
        expect(isWorkingDay(day)).toBe(true);
        expect(day > from).toBe(true);
      }),
    );
  });

  it('goes below 0 for a day that is past', () => {
    expect(workingDaysBetween('2026-11-24', '2026-11-20')).toBe(-2);
    expect(workingDaysBetween('2026-11-22', '2026-11-21')).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
    expect(workingDaysBetween('2027-01-04', '2026-12-30')).toBe(-3);
    expect(workingDaysBetween('2028-01-03', '2026-12-30')).toBe(
      -workingDaysBetween('2026-12-30', '2028-01-03'),
    );
    expect(workingDaysBetween('2026-12-30', '2028-01-03')).toBeGreaterThan(250);
  });
});

describe('the calendar between two days', () => {
  it.each([
    ['2025-12-30', '2026-12-31', 'official'],
    ['2026-12-31', '2027-01-01', 'weekdays'],
    ['2027-01-01', '2026-12-31', 'weekdays'],
    ['2003-12-31', '2026-01-01', 'weekdays'],
    ['2027-03-01', '2027-03-02', 'weekdays'],
  ])('from %s to %s is the %s one', (one, other, calendar) => {
    expect(calendarBetween(one, other)).toBe(calendar);
  });
});

describe('adding days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-29', 90, '2026-06-27'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });
});

/** What an expression of the calendar comes to on a machine of a zone, which holds from its program's first line on. */
function inZone(zone: string, expression: string): unknown {
  const calendar = new URL('../../../utils/rules/calendar.ts', import.meta.url);
  const program = `import * as calendar from '${calendar}'; console.log(JSON.stringify(${expression}))`;
  const args = ['--input-type=module', '--eval', program];
  return JSON.parse(
    execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  );
}

describe.each([
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Shanghai',
  'Pacific/Kiritimati',
])('on a machine in %s', (zone) => {
  it('the days are those of China', () => {
    expect(
      inZone(
        zone,
        `{
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          newYear: calendar.isWorkingDay('2025-01-01'),
          nationalDay: ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'].map(calendar.isWorkingDay),
          madeUp: ['2026-02-13', '2026-02-14', '2026-02-15'].map(calendar.isWorkingDay),
          weekend: ['2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'].map(calendar.isWorkingDay),
          counted: calendar.addWorkingDays('2026-10-01', 1),
        }`,
      ),
    ).toEqual({
      zone,
      newYear: false,
      nationalDay: [true, false, false, true],
      madeUp: [true, true, false],
      weekend: [true, false, false, true],
      counted: { day: '2026-10-08', calendar: 'official' },
    });
  });
});
