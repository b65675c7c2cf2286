import { describe, expect, it } from 'vitest';
import { deadlinesOf, lastDayOf } from '../../../utils/rules/deadlines.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const deadlines = (facts: Facts) => deadlinesOf(pack, facts);

describe('deadlines', () => {
  it('show both of the review times that the article gives', () => {
    // 2026-09-28 is a Monday; 1 to 7 October are holidays, Saturday 10 October is worked.
    expect(deadlines({ dates: { fullApplied: '2026-09-28' } })).toEqual({
      'full.review-3-5': [
        { from: '2026-09-28', earliest: '2026-10-08', latest: '2026-10-10', calendar: 'official' },
      ],
      'full.review-3-7': [
        { from: '2026-09-28', earliest: '2026-10-08', latest: '2026-10-13', calendar: 'official' },
      ],
    });
  });

  it('of the merge service are there by both readings of T+n', () => {
    const dues = deadlines({ dates: { mergeApplied: '2026-11-20' } });
    const latest = (rule: string) => dues[rule]?.map(({ reading, latest: day }) => [reading, day]);
    expect(latest('merge.stage-1')).toEqual([[undefined, '2026-11-23']]);
    expect(latest('merge.stage-2')).toEqual([
      ['conflict.merge-duration/cumulative', '2026-11-25'],
      ['conflict.merge-duration/sequential', '2026-11-26'],
    ]);
    expect(latest('merge.stage-3')).toEqual([
      ['conflict.merge-duration/cumulative', '2026-11-27'],
      ['conflict.merge-duration/sequential', '2026-12-03'],
    ]);
    expect(dues['merge.average-duration']).toEqual([
      {
        from: '2026-11-20',
        earliest: '2026-12-03',
        latest: '2026-12-04',
        isAbout: true,
        calendar: 'official',
      },
    ]);
  });

  it('put the bill on the next month’s day, by both readings, over the turn of a year too', () => {
    const days = (month: string) => deadlines({ pool: { month } })['merge.bill']?.map(({ latest }) => latest);
    expect(days('2026-10')?.sort()).toEqual(['2026-11-09', '2026-11-10']);
    expect(days('2026-12')?.sort()).toEqual(['2027-01-09', '2027-01-10']);
    expect(deadlines({ pool: { month: '2026-10' } })['merge.bill']?.[0]).not.toHaveProperty('calendar');
  });

  it('count the 90 days of a token as days of the calendar', () => {
    expect(deadlines({ dates: { tokenIssued: '2026-09-01' } })).toEqual({
      'merge.triage-token': [{ from: '2026-09-01', latest: '2026-11-30' }],
    });
  });

  it('say how many working days are left where the day is known', () => {
    const left = (asOf: string) =>
      deadlines({ asOf, dates: { exitSubmitted: '2026-11-20' } })['exit.review']?.[0]?.workingDaysLeft;
    expect(left('2026-11-20')).toBe(3);
    expect(left('2026-11-25')).toBe(0);
    expect(left('2026-11-27')).toBe(-2);
  });

  it('say that they counted Monday to Friday where the calendar is not out', () => {
    expect(deadlines({ dates: { exitSubmitted: '2026-12-30' } })['exit.review']).toEqual([
      { from: '2026-12-30', latest: '2027-01-04', isAbout: true, calendar: 'weekdays' },
    ]);
  });

  it('say by which calendar the days left were counted, whatever the period counts', () => {
    const bill = (asOf: string) => deadlines({ asOf, pool: { month: '2026-12' } })['merge.bill']?.[0];
    expect(bill('2026-11-22')).toMatchObject({ leftCalendar: 'weekdays' });
    expect(bill('2026-11-22')).not.toHaveProperty('calendar');
    const exit = (asOf: string) =>
      deadlines({ asOf, dates: { exitSubmitted: '2026-11-20' } })['exit.review']?.[0];
    expect(exit('2026-11-22')).toMatchObject({ calendar: 'official', leftCalendar: 'official' });
    expect(exit('2027-01-04')).toMatchObject({ calendar: 'official', leftCalendar: 'weekdays' });
  });

  it('may still run for 14 days where the holidays are not known', () => {
    const [known] = deadlines({ dates: { fullApplied: '2026-11-02' } })['full.review-3-7'] ?? [];
    const [unknown] = deadlines({ dates: { fullApplied: '2027-02-03' } })['full.review-3-7'] ?? [];
    expect(known && [known.latest, lastDayOf(known)]).toEqual(['2026-11-11', '2026-11-11']);
    expect(unknown && [unknown.latest, lastDayOf(unknown)]).toEqual(['2027-02-12', '2027-02-26']);
  });

  it('are not there without a day to count from', () => {
    expect(deadlines({ dates: { fullApplied: null }, pool: { month: null } })).toEqual({});
    expect(deadlines({ asOf: '2026-11-22' })).toEqual({});
  });
});
