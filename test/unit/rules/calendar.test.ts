import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../utils/rules/calendar.ts';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in %s', (name) => {
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
    process.env.TZ = name;
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
