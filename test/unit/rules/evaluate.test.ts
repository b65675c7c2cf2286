import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const READY: Facts = {
  store: {
    registeredIn: 'CN',
    fullManagedStores: 2,
    gmv90dUsd: '50000.00',
    positiveRatingPct: '96.5',
    disputeRatePct: '0.6',
    fulfilmentRatePct: '98.2',
    skusByCategory: { apparel: 200 },
    stableSupply: true,
    ordersPerDay: 50,
    semiAgreementSigned: true,
    supplyChainOpened: true,
    returnAddressSet: true,
    jitExamPassed: true,
    jitWarehouses: 1,
    fullApproved: true,
  },
};

const merge = (store: Facts['store']) =>
  evaluate(pack, { store: { ...READY.store, ...store } }).programmes?.merge;

describe('the merge service', () => {
  it.each([
    [{ registeredIn: 'HK' }, 'merge.registered-in-mainland'],
    [{ fullManagedStores: 0 }, 'merge.full-managed-stores'],
    [{ stableSupply: false }, 'merge.stable-supply'],
    [{ gmv90dUsd: { shown: '50000', place: '1000' } }, undefined],
  ])('with %j fails by %s', (store, rule) => {
    expect(merge(store)).toMatchObject(
      rule ? { verdict: 'fail', fails: [rule] } : { verdict: 'unknown', fails: [] },
    );
  });

  it('warns of fewer than 100 SKUs beside failing the bar of 200', () => {
    expect(merge({ skusByCategory: { apparel: 60, home: 39 } })).toMatchObject({
      fails: ['merge.same-category-skus'],
      cautions: ['merge.total-skus'],
    });
  });

  it('does not know the largest category where one is not counted, unless another is large enough', () => {
    expect(merge({ skusByCategory: { apparel: 199, home: null } })?.unknowns).toEqual([
      'merge.same-category-skus',
    ]);
    expect(merge({ skusByCategory: { apparel: 200, home: null } })?.verdict).toBe('pass');
    expect(merge({ skusByCategory: null })?.unknowns).toEqual(['merge.same-category-skus']);
    expect(merge({ skusByCategory: null, largestCategorySkus: 200 })?.verdict).toBe('pass');
    expect(merge({ skusByCategory: null, largestCategorySkus: 173 })?.fails).toEqual([
      'merge.same-category-skus',
    ]);
  });

  it('takes an empty list of categories as what it says: no SKUs', () => {
    expect(merge({ skusByCategory: {} })).toMatchObject({
      fails: ['merge.same-category-skus'],
      cautions: ['merge.total-skus'],
    });
  });

  it('needs no number of orders: that is advice', () => {
    expect(merge({ ordersPerDay: null })).toMatchObject({ verdict: 'pass', unknowns: [], cautions: [] });
  });
});

describe('the merge fee', () => {
  const fee = (pool: Facts['pool']) => evaluate(pack, { pool }).mergeFee;

  it('names what is missing, and the rate where the incentive is known', () => {
    expect(fee({ sellThroughPct: '90', returnRatePct: '10' })).toEqual({
      incentive: 'pass',
      ratePct: '4.2',
      missing: ['crossStoreAmount', 'gmv'],
    });
    expect(fee({ gmv: '1', sellThroughPct: null })).toEqual({
      incentive: 'unknown',
      missing: ['crossStoreAmount'],
    });
  });

  it('knows a missed incentive by one condition alone', () => {
    expect(fee({ gmv: '100', crossStoreAmount: '0', sellThroughPct: '81.99' })?.total).toBe('5.50');
  });

  it('bounds the bill of a rounded GMV', () => {
    const pool = { currency: 'USD', sellThroughPct: '90', returnRatePct: '10', crossStoreAmount: '0' };
    const rounded = { shown: '50000', place: '10000' };
    expect(fee({ ...pool, gmv: rounded })).toMatchObject({ ratePct: '4.2', low: '1890.00', high: '2310.00' });
    expect(fee({ ...pool, gmv: { shown: '50000.00' } })?.total).toBe('2100.00');
  });
});
