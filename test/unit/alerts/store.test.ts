import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import { newStore, type StoreRecord } from '../../../utils/facts/store-record.ts';
import { addDays } from '../../../utils/rules/calendar.ts';
import { AT, storeWith } from '../features/support.ts';
import { alertsOf, noon, stagesOf } from './support.ts';

describe('a store', () => {
  it('of which nothing is known needs nothing', () => {
    expect(alertsOf(newStore('21900', AT), '2026-11-22')).toEqual([]);
  });
});

describe('a token of 90 days', () => {
  const record = storeWith({ 'dates.tokenIssued': '2026-11-22' });
  const END = '2027-02-20';

  it.each([
    [-15, []],
    [-14, ['token 14']],
    [-8, ['token 14']],
    [-7, ['token 7']],
    [-2, ['token 7']],
    [-1, ['token 1']],
    [0, ['token 1']],
    [1, ['token ended']],
    [200, ['token ended']],
  ])('%i days from its end is at its stage', (days, stages) => {
    expect(stagesOf(record, addDays(END, days))).toEqual(stages);
  });

  it('is another one once it is issued anew', () => {
    const [old] = alertsOf(record, END);
    const renewed = storeWith({ 'dates.tokenIssued': '2026-11-29' });
    const [next] = alertsOf(renewed, END);
    expect(old).toMatchObject({ id: `token:21900:${END}`, due: END, daysLeft: 0 });
    expect(next).toMatchObject({ stage: '7', daysLeft: 7 });
    expect(next?.id).not.toBe(old?.id);
  });
});

describe('the bill of a month', () => {
  const record = storeWith({ 'pool.month': '2026-12' });

  it.each([
    ['2027-01-01', []],
    ['2027-01-02', ['bill 7']],
    ['2027-01-08', ['bill 1']],
    ['2027-01-09', ['bill 0']],
    ['2027-01-10', ['bill 0']],
    ['2027-01-11', []],
  ])('on %s goes by the earlier reading, until the later one is past', (day, stages) => {
    expect(stagesOf(record, day)).toEqual(stages);
  });

  it('names both days', () => {
    expect(alertsOf(record, '2027-01-05')).toMatchObject([{ due: '2027-01-09', latest: '2027-01-10' }]);
  });
});

describe('a review', () => {
  const applied = (values: Partial<Record<FieldPath, string | boolean>>): StoreRecord => storeWith(values);
  // 2026-11-02 is a Monday: 5 working days later it is Monday the 9th, 7 later Wednesday the 11th.
  const FULL = { 'dates.fullApplied': '2026-11-02' } as const;

  it.each([
    ['2026-11-08', []],
    ['2026-11-09', ['review 0']],
    ['2026-11-11', ['review 0']],
    ['2026-11-12', ['review ended']],
  ])('of two lengths is due on %s from the shorter on, and overdue after the longer', (day, stages) => {
    expect(stagesOf(applied(FULL), day)).toEqual(stages);
  });

  // Counted Monday to Friday these are 10 and 12 February 2027; the Spring Festival falls in between.
  it.each([
    ['2027-02-15', 'review 0'],
    ['2027-02-26', 'review 0'],
    ['2027-02-27', 'review ended'],
  ])('is not overdue on %s by holidays that are not known', (day, stage) => {
    const begun = applied({ 'dates.fullApplied': '2027-02-03' });
    expect(stagesOf(begun, day)).toEqual([stage]);
    expect(alertsOf(begun, day)).toMatchObject([{ due: '2027-02-12', isRough: true }]);
    expect(alertsOf(applied(FULL), day)).toMatchObject([{ stage: 'ended', isRough: false }]);
  });

  it('names every day that a source gives', () => {
    expect(alertsOf(applied(FULL), '2026-11-12')).toMatchObject([
      { wait: 'full', from: '2026-11-02', dues: ['2026-11-09', '2026-11-11'], due: '2026-11-11' },
    ]);
  });

  it.each([
    ['full', FULL, { 'store.fullApproved': true }],
    ['supply-chain', { 'dates.supplyChainStarted': '2026-11-02' }, { 'store.supplyChainOpened': true }],
    ['merge', { 'dates.mergeApplied': '2026-11-02' }, { 'dates.tokenIssued': '2026-11-10' }],
    ['reservation', { 'dates.mergeFileComplete': '2026-11-02' }, { 'dates.tokenIssued': '2026-11-10' }],
  ])('of %s is over by what is known', (wait, began, over) => {
    expect(alertsOf(applied(began), '2026-11-20')).toMatchObject([{ kind: 'review', wait, stage: 'ended' }]);
    expect(alertsOf(applied({ ...began, ...over }), '2026-11-20')).toEqual([]);
  });

  it.each([
    ['full', 'dates.fullApplied', 'full.step-agree-terms'],
    ['exit', 'dates.exitSubmitted', 'exit.step-formalities'],
    ['deposit', 'dates.refundApproved', 'deposit.step-check-bill'],
    ['reservation', 'dates.mergeFileComplete', 'merge.step-confirm-reservation'],
    ['merge', 'dates.mergeApplied', 'merge.stage-3'],
  ])('of %s is over once what follows it is ticked, and not once it is crossed', (wait, date, step) => {
    const record = applied({ [date]: '2026-11-02' });
    const ticked = (isDone: boolean): StoreRecord => ({ ...record, ticks: { [step]: { isDone, at: AT } } });
    expect(alertsOf(record, '2026-11-20')).toMatchObject([{ wait }]);
    expect(alertsOf(ticked(false), '2026-11-20')).toMatchObject([{ wait }]);
    expect(alertsOf(ticked(true), '2026-11-20')).toEqual([]);
  });

  it('of a merge is overdue by its stages in a row, and by no average', () => {
    const record = applied({ 'dates.mergeApplied': '2026-11-02' });
    expect(alertsOf(record, '2026-11-13')).toMatchObject([
      { stage: '0', dues: ['2026-11-09', '2026-11-13'] },
    ]);
    expect(alertsOf(record, '2026-11-14')).toMatchObject([{ stage: 'ended' }]);
  });
});

describe('the EPR numbers of pools', () => {
  const pool = (
    numbers: readonly (readonly [country: string, scheme: string, number: string, filedAt?: string])[] | null,
  ): StoreRecord['pools'][string] => ({
    destinations: ['DE', 'FR', 'ES'],
    epr:
      numbers?.map(([country, scheme, number, filedAt = null]) => ({ country, scheme, number, filedAt })) ??
      null,
    appliedAt: noon('2026-11-10'),
    at: AT,
  });
  const storeOf = (pools: StoreRecord['pools']): StoreRecord => ({ ...newStore('21900', AT), pools });
  const FR = ['FR', 'FR_UIN', 'FR123456_01ABCD', noon('2026-11-01')] as const;
  const DE = ['DE', 'DE_LUCID', 'DE1234567890123', noon('2026-11-01')] as const;

  const listed = (pools: StoreRecord['pools']): unknown[] =>
    alertsOf(storeOf(pools), '2026-11-22').map((alert) =>
      alert.kind === 'epr' ? [alert.pool, alert.country, alert.stage] : alert,
    );

  it('are nobody’s business while they are not known', () => {
    expect(listed({ P1: pool(null), P2: { ...pool([]), destinations: null } })).toEqual([]);
  });

  it('are missing, malformed or shared, country by country', () => {
    expect(listed({ P1: pool([DE]) })).toEqual([['P1', 'FR', 'missing']]);
    expect(listed({ P1: pool([FR, ['DE', 'DE_LUCID', 'x']]) })).toEqual([['P1', 'DE', 'malformed']]);
    expect(
      listed({ P1: pool([FR, DE]), P2: pool([DE, ['FR', 'FR_UIN', 'FR123456_02ABCD', FR[3]]]) }),
    ).toEqual([
      ['P1', 'DE', 'shared'],
      ['P2', 'DE', 'shared'],
    ]);
  });

  it('are late where they were filed less than 72 hours before', () => {
    const late = ['DE', 'DE_LUCID', 'DE1234567890123', '2026-11-07T04:00:01.000Z'] as const;
    expect(listed({ P1: pool([FR, late]) })).toEqual([['P1', 'DE', 'late']]);
    expect(listed({ P1: pool([FR, ['DE', 'DE_LUCID', 'DE1234567890123', noon('2026-11-07')]]) })).toEqual([]);
    expect(listed({ P1: pool([FR, ['DE', 'DE_LUCID', 'DE1234567890123']]) })).toEqual([]);
  });
});
