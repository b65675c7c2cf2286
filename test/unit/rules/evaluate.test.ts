import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { MONTH, pack, SALE } from './support.ts';

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

describe('what if', () => {
  it('works the fees out again with the changed facts, and leaves the others', () => {
    const result = evaluate(pack, {
      pool: MONTH,
      product: SALE,
      whatIf: { pool: { sellThroughPct: '82' }, product: { unitCost: '7.00' } },
    });
    expect(result.fees?.month?.total).toMatchObject({ exact: '4496' });
    expect(result.whatIf?.month?.total).toMatchObject({ exact: '3456' });
    expect(result.whatIf?.sale?.[0]).toMatchObject({ when: ['incentive-met'], margin: { exact: '2.58' } });
    expect(result.mergeFee?.total).toBe('4496.00');
  });

  it('needs no facts but its own', () => {
    const { whatIf, fees } = evaluate(pack, { whatIf: { pool: { gmv: '100' } } });
    expect(fees).toBeUndefined();
    expect(whatIf?.month?.lines[0]?.amount).toMatchObject({ exact: '4.2' });
    expect(whatIf).not.toHaveProperty('sale');
    expect(evaluate(pack, { whatIf: { product: { unitCost: '1' } } }).whatIf?.sale).toHaveLength(6);
  });
});

describe('which parts a result has', () => {
  it('follows from which facts were given', () => {
    expect(Object.keys(evaluate(pack, {}))).toEqual(['used']);
    expect(Object.keys(evaluate(pack, { pool: { month: '2026-10' } }))).toEqual([
      'mergeFee',
      'fees',
      'deadlines',
      'used',
    ]);
    expect(Object.keys(evaluate(pack, { dates: {} }))).toEqual(['deadlines', 'used']);
    expect(Object.keys(evaluate(pack, { pool: {} }))).toEqual(['mergeFee', 'fees', 'used']);
    expect(Object.keys(evaluate(pack, { whatIf: {} }))).toEqual(['whatIf', 'used']);
    expect(evaluate(pack, { whatIf: {} }).whatIf).toEqual({});
    expect(Object.keys(evaluate(pack, { product: { id: '1' } }))).toEqual(['fees', 'reach', 'used']);
    expect(Object.keys(evaluate(pack, { store: {} }))).toEqual(['programmes', 'readiness', 'used']);
    expect(Object.keys(evaluate(pack, { pools: [] }))).toEqual(['epr', 'eprFiling', 'used']);
  });
});
