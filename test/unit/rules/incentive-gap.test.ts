import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { PoolFacts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const gaps = (pool: PoolFacts) => {
  const [returns, sellThrough] = evaluate(pack, { pool }).fees?.incentive ?? [];
  return { returns, sellThrough };
};

describe('what it takes to reach 4.2%', () => {
  it('is so many more SKUs that must sell', () => {
    expect(gaps({ skus: 200, soldSkus: 159 }).sellThrough).toEqual({
      rule: 'merge.incentive-sell-through',
      outcome: 'unknown',
      bar: '82',
      held: '159',
      moreSkus: '5',
      ofSkus: '200',
    });
    expect(gaps({ skus: 201, soldSkus: 159 }).sellThrough?.moreSkus).toBe('6');
    expect(gaps({ skus: 200, soldSkus: 164 }).sellThrough).toMatchObject({ moreSkus: '0' });
    expect(gaps({ skus: 200, soldSkus: 200 }).sellThrough?.moreSkus).toBe('0');
  });

  it('is so many more returns that the month can bear', () => {
    expect(gaps({ orders: 1000, returns: 148 }).returns).toEqual({
      rule: 'merge.incentive-return-rate',
      outcome: 'unknown',
      bar: '18.5',
      held: '148',
      moreReturns: '37',
    });
    expect(gaps({ orders: 1000, returns: 185 }).returns).toMatchObject({ moreReturns: '0' });
    expect(gaps({ orders: 999, returns: 184 }).returns?.moreReturns).toBe('0');
  });

  it('is so many more orders where the returns are over the bar', () => {
    // 186 / 18.5% = 1005.4…: 1006 orders are needed.
    expect(gaps({ orders: 1000, returns: 186 }).returns).toMatchObject({ moreOrders: '6' });
    expect(gaps({ orders: 1000, returns: 186 }).returns).not.toHaveProperty('moreReturns');
  });

  it('follows from the rate where only the whole is counted', () => {
    expect(gaps({ skus: 200, sellThroughPct: '79.5' }).sellThrough).toMatchObject({
      held: '159',
      moreSkus: '5',
    });
    expect(gaps({ skus: 200, sellThroughPct: { shown: '79' } }).sellThrough).toMatchObject({
      held: { low: '157', high: '159' },
      moreSkus: { low: '5', high: '7' },
    });
    expect(gaps({ orders: 1000, returnRatePct: { shown: '18' } }).returns).toMatchObject({
      held: { low: '175', high: '185' },
      moreReturns: { low: '0', high: '10' },
    });
  });

  it('takes of a rounded count only the whole numbers it can stand for', () => {
    const skus = { shown: '200', place: '10' };
    expect(gaps({ skus, soldSkus: 150 }).sellThrough).toMatchObject({
      ofSkus: { low: '195', high: '204' },
      moreSkus: { low: '10', high: '18' },
    });
  });

  it('names the count that is missing, the rate standing in for the part', () => {
    expect(gaps({ soldSkus: 10 }).sellThrough).toEqual({
      rule: 'merge.incentive-sell-through',
      outcome: 'unknown',
      bar: '82',
      missing: ['pool.skus'],
    });
    expect(gaps({ skus: 10 }).sellThrough?.missing).toEqual(['pool.soldSkus']);
    expect(gaps({}).returns?.missing).toEqual(['pool.orders', 'pool.returns']);
    expect(gaps({ skus: { shown: '0.7' }, soldSkus: 0 }).sellThrough?.missing).toEqual(['pool.skus']);
    expect(gaps({ skus: 3, sellThroughPct: '50' }).sellThrough?.missing).toEqual(['pool.soldSkus']);
  });

  it('says where the counts and the rate contradict each other', () => {
    expect(gaps({ skus: 200, soldSkus: 100, sellThroughPct: '90' }).sellThrough).toMatchObject({
      outcome: 'pass',
      countsDisagree: true,
    });
    expect(gaps({ skus: 200, soldSkus: 159, sellThroughPct: '79.5' }).sellThrough).not.toHaveProperty(
      'countsDisagree',
    );
    expect(gaps({ skus: 200, soldSkus: 201 }).sellThrough?.countsDisagree).toBe(true);
    expect(gaps({ orders: 10, returns: 11 }).returns?.countsDisagree).toBe(true);
    expect(gaps({ orders: 10, returns: 10 }).returns).not.toHaveProperty('countsDisagree');
  });

  it('decides nothing: the rates do', () => {
    const incentive = (pool: PoolFacts) => evaluate(pack, { pool }).mergeFee?.incentive;
    const counts = { skus: 200, soldSkus: 164, orders: 1000, returns: 185 };
    expect(incentive(counts)).toBe('unknown');
    expect(incentive({ ...counts, sellThroughPct: '82', returnRatePct: '18.5' })).toBe('pass');
    expect(incentive({ ...counts, sellThroughPct: '81' })).toBe('fail');
  });

  it('is enough when it is done, and not with one less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (skus, some) => {
        const soldSkus = Math.min(skus, some);
        const more = Number(gaps({ skus, soldSkus }).sellThrough?.moreSkus);
        const reached = (sold: number) => new Big(sold).times(100).gte(new Big(skus).times(82));
        expect(reached(soldSkus + more)).toBe(true);
        if (more > 0) expect(reached(soldSkus + more - 1)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (orders, some) => {
        const returns = Math.min(orders, some);
        const { moreReturns, moreOrders } = gaps({ orders, returns }).returns ?? {};
        const holds = (back: number, all: number) => new Big(back).times(100).lte(new Big(all).times('18.5'));
        if (moreReturns !== undefined) {
          expect(holds(returns + Number(moreReturns), orders)).toBe(true);
          expect(holds(returns + Number(moreReturns) + 1, orders)).toBe(false);
        } else {
          expect(holds(returns, orders + Number(moreOrders))).toBe(true);
          expect(holds(returns, orders + Number(moreOrders) - 1)).toBe(false);
        }
      }),
    );
  });
});
