import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withKept } from '../../../utils/facts/kept.ts';
import { rateOf } from '../../../utils/facts/rates.ts';
import { factsOf, newStore } from '../../../utils/facts/store-record.ts';
import { quantityOf } from '../../../utils/rules/quantity.ts';

describe('a rate that follows from counts', () => {
  it.each([
    [164, 200, '82'],
    [185, 1000, '18.5'],
    [0, 200, '0'],
    [200, 200, '100'],
    [1, 3, { shown: '33.33' }],
    [2, 3, { shown: '66.67' }],
    [201, 200, undefined],
    [0, 0, undefined],
    [1, undefined, undefined],
    [{ shown: '10' }, 200, undefined],
    ['10', 200, undefined],
  ])('of %j of %j is %j', (part, whole, rate) => {
    expect(rateOf(part, whole)).toEqual(rate);
  });

  it('always stands for the true value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (whole, some) => {
        const part = Math.min(whole, some);
        const rate = rateOf(part, whole);
        if (rate === undefined) throw new Error('no rate');
        const { lo, hi, closed } = quantityOf(rate);
        const [left, middle] = [lo.times(whole), new Big(part).times(100)];
        expect(left.lte(middle)).toBe(true);
        const right = (hi ?? lo).times(whole);
        expect(closed ? right.gte(middle) : right.gt(middle)).toBe(true);
      }),
    );
  });

  it('is that of a store whose page shows no rate, and no other', () => {
    const kept = (values: Record<string, unknown>) =>
      Object.entries(values).reduce(
        (facts, [path, value]) =>
          withKept(facts, path, { value, text: '', at: '2026-11-22', origin: { kind: 'typed' } }),
        {},
      );
    const pool = (values: Record<string, unknown>) =>
      factsOf({ ...newStore('1', 'now'), facts: kept(values) }).pool;
    const counts = { 'pool.skus': 200, 'pool.soldSkus': 164, 'pool.orders': 1000, 'pool.returns': 185 };
    expect(pool(counts)).toMatchObject({ sellThroughPct: '82', returnRatePct: '18.5' });
    expect(pool({ ...counts, 'pool.sellThroughPct': { shown: '81' } })?.sellThroughPct).toEqual({
      shown: '81',
    });
    expect(pool({ 'pool.skus': 200 })?.sellThroughPct).toBeUndefined();
  });
});
