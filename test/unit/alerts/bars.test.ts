import { describe, expect, it } from 'vitest';
import { barStates } from '../../../utils/alerts/bars.ts';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import type { FactValue } from '../../../utils/facts/typed.ts';
import { pack, storeWith } from '../features/support.ts';
import { alertsOf, noon } from './support.ts';

const DAY = '2026-11-22';

const barOf = (path: FieldPath, value: FactValue, held: readonly string[] = [], more = {}): unknown[] =>
  alertsOf(storeWith({ [path]: value, ...more }), DAY, held).map((alert) =>
    alert.kind === 'bar' ? [alert.rule, alert.stage] : alert,
  );

const near = (rule: string): unknown[] => [[rule, 'near']];

describe('a rate that holds its bar', () => {
  it.each<[FieldPath, string, string, string]>([
    ['store.positiveRatingPct', 'merge.positive-rating', '96.85', '96.86'],
    ['store.disputeRatePct', 'merge.dispute-rate', '0.54', '0.53'],
    ['store.fulfilmentRatePct', 'merge.fulfilment-rate', '98.38', '98.39'],
    ['store.gmv90dUsd', 'merge.gmv-90d', '55000', '55000.01'],
    ['pool.sellThroughPct', 'merge.incentive-sell-through', '83.8', '83.81'],
    ['pool.returnRatePct', 'merge.incentive-return-rate', '16.65', '16.64'],
  ])('%s is near it within a tenth of the room beyond', (path, rule, close, far) => {
    expect(barOf(path, close)).toEqual(near(rule));
    expect(barOf(path, far)).toEqual([]);
  });

  it('is near it at the very bar, and where what was rounded can lie on both sides', () => {
    expect(barOf('store.fulfilmentRatePct', '98.2')).toEqual(near('merge.fulfilment-rate'));
    expect(barOf('store.fulfilmentRatePct', { shown: '98.20' })).toEqual(near('merge.fulfilment-rate'));
  });

  it('is not called near where it can lie anywhere', () => {
    expect(barOf('store.gmv90dUsd', { shown: '50000', place: '20000' })).toEqual([]);
  });

  it('is none of a count, which does not drift', () => {
    expect(barOf('store.fullManagedStores', 1)).toEqual([]);
    expect(barOf('store.largestCategorySkus', 200)).toEqual([]);
  });

  it('follows from counts where nobody stated it', () => {
    expect(barOf('pool.skus', 100, [], { 'pool.soldSkus': 83 })).toEqual(
      near('merge.incentive-sell-through'),
    );
  });
});

describe('a rate that misses its bar', () => {
  const ID = 'bar:21900:merge.fulfilment-rate';

  it('was crossed only where it was seen to hold', () => {
    expect(barOf('store.fulfilmentRatePct', '90')).toEqual([]);
    expect(barOf('store.fulfilmentRatePct', '90', [ID])).toEqual([['merge.fulfilment-rate', 'crossed']]);
    expect(barOf('store.fulfilmentRatePct', '98.19', [ID])).toEqual([['merge.fulfilment-rate', 'crossed']]);
    expect(barOf('store.fulfilmentRatePct', '99', [ID])).toEqual([]);
  });

  it('has one id on both sides, so that it can be told that it was crossed', () => {
    const [state] = barStates(pack, storeWith({ 'store.fulfilmentRatePct': '99' }), noon(DAY));
    expect(state).toMatchObject({ id: ID, outcome: 'pass', isClose: false });
  });
});

describe('the rates of a pool’s month', () => {
  const rates = (month: string): unknown[] => barOf('pool.returnRatePct', '18', [], { 'pool.month': month });

  it('are settled once the month in China is over', () => {
    expect(rates('2026-11')).toEqual(near('merge.incentive-return-rate'));
    expect(rates('2026-10').filter((alert) => Array.isArray(alert))).toEqual([]);
    const record = storeWith({ 'pool.returnRatePct': '18', 'pool.month': '2026-11' });
    const states = (at: string): number => barStates(pack, record, at).length;
    expect([states('2026-11-30T15:59:59.000Z'), states('2026-11-30T16:00:00.000Z')]).toEqual([1, 0]);
  });

  it('are another matter in each month', () => {
    const id = (month: string) =>
      alertsOf(storeWith({ 'pool.returnRatePct': '18', 'pool.month': month }), DAY)[0]?.id;
    expect(id('2026-11')).toBe('bar:21900:merge.incentive-return-rate:2026-11');
  });
});

describe('the age of a rate', () => {
  it('is said where it is older than rates keep', () => {
    const record = storeWith({ 'store.fulfilmentRatePct': '98.3' });
    expect(alertsOf(record, '2026-11-29')[0]?.agedDays).toBeNull();
    expect(alertsOf(record, '2026-12-01')[0]?.agedDays).toBe(8);
  });

  it('is that of the oldest count behind it', () => {
    const record = storeWith({ 'pool.soldSkus': 83, 'pool.skus': 100 });
    const [counted] = record.facts['pool.skus'] ?? [];
    if (!counted) throw new Error('There is no count');
    const older = {
      ...record,
      facts: { ...record.facts, 'pool.skus': [{ ...counted, at: noon('2026-11-01') }] },
    };
    expect(alertsOf(older, DAY)[0]?.agedDays).toBe(21);
  });
});
