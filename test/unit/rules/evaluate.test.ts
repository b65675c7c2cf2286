import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import { type Facts, factsSchema } from '../../../utils/rules/facts.ts';
import { packSchema } from '../../../utils/rules/pack.ts';
import { anyFacts } from './arbitrary-facts.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

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
    jitWarehouseChosen: true,
    fullApproved: true,
  },
};

/** Stores near to every programme's bars: ready ones, of which some facts are any others. */
const nearlyReady = fc
  .tuple(anyFacts, fc.subarray(Object.keys(READY.store ?? {}), { maxLength: 3 }))
  .map(([{ store }, changed]): Facts => {
    const others = Object.entries(store ?? {}).filter(([field]) => changed.includes(field));
    return { store: { ...READY.store, ...Object.fromEntries(others) } };
  });

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

describe('whatever the facts', () => {
  const options = { numRuns: 300 };

  it('gives a result and takes the facts as they are', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(factsSchema.safeParse(facts).success).toBe(true);
        expect(() => evaluate(pack, facts)).not.toThrow();
      }),
      options,
    );
  });

  it('passes no programme because a fact was taken away', () => {
    const fields = Object.keys(READY.store ?? {});
    let passes = 0;
    fc.assert(
      fc.property(nearlyReady, fc.constantFrom(...fields), (facts, field) => {
        const before = evaluate(pack, facts).programmes;
        const after = evaluate(pack, { ...facts, store: { ...facts.store, [field]: null } }).programmes;
        for (const programme of ['semi', 'full', 'merge'] as const) {
          if (after?.[programme].verdict !== 'pass') continue;
          passes += 1;
          expect(before?.[programme].verdict).toBe('pass');
        }
      }),
      options,
    );
    expect(passes).toBeGreaterThan(100);
  });

  it('calls no label complete of which a needed fact was taken away', () => {
    const fields = ['marks', 'responsiblePersons', 'registrations', 'category'];
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...fields), (facts, field) => {
        const product = facts.product && { ...facts.product, [field]: null };
        const before = evaluate(pack, facts).labels ?? {};
        const after = evaluate(pack, { ...facts, ...(product && { product }) }).labels ?? {};
        for (const [country, { status }] of Object.entries(after)) {
          if (status === 'complete') expect(before[country]?.status).toBe('complete');
        }
      }),
      options,
    );
  });

  it('says the same to the same facts in another order', () => {
    const reordered = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, entry]) => [key, reordered(entry)]),
          )
        : value;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const again = evaluate(pack, reordered(facts) as Facts);
        expect(JSON.stringify(again)).toBe(JSON.stringify(evaluate(pack, facts)));
      }),
      options,
    );
  });
});
