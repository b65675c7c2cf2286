import { describe, expect, it } from 'vitest';
import { CHOICES, FLAGS, factsSchema, NUMBER_VALUES } from '../../../utils/rules/facts.ts';

const problems = (facts: unknown): string[] =>
  factsSchema.safeParse(facts).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('facts', () => {
  it.each([
    [
      { store: { positiveRatingPct: '101' } },
      /^store\.positiveRatingPct should be a percentage from 0 to 100/,
    ],
    [
      { store: { positiveRatingPct: { shown: '100.01' } } },
      /^store\.positiveRatingPct should be a percentage/,
    ],
    [{ store: { disputeRatePct: 101 } }, /^store\.disputeRatePct should be a percentage/],
    [{ store: { stableSupply: 'yes' } }, /^store\.stableSupply should be true or false$/],
    [{ store: { registeredIn: 'XX' } }, /^store\.registeredIn should be an ISO 3166-1 alpha-2 code/],
    [{ store: { registeredIn: 86 } }, /^store\.registeredIn should be an ISO 3166-1 alpha-2 code/],
    [{ store: { registeredIn: 'constructor' } }, /^store\.registeredIn should be an ISO 3166-1 alpha-2 code/],
    [{ store: { nonsense: 1 } }, /^store is not known; known here are accountApproved, depositRefundable,/],
    [{ store: [] }, /^store should be an object$/],
    [
      { stores: {} },
      /^ is not known; known here are asOf, dates, done, failure, pool, pools, product, store, whatIf$/,
    ],
    [
      { store: { skusByCategory: {}, largestCategorySkus: 200 } },
      /^store\.largestCategorySkus should not be given beside store\.skusByCategory$/,
    ],
    [{ store: { skusByCategory: 200 } }, /^store\.skusByCategory should be counts by category$/],
    [{ pool: { month: '2026-13' } }, /^pool\.month should be a month such as "2026-10"$/],
    [{ pool: { month: '1026-12' } }, /^pool\.month should be a month/],
    [{ pool: { month: 202610 } }, /^pool\.month should be a month/],
    [{ pool: { currency: 'usd' } }, /^pool\.currency should be an ISO 4217 code such as "USD"$/],
    [{ pool: { currency: 'USDT' } }, /^pool\.currency should be an ISO 4217 code/],
    [{ pool: { currency: 1 } }, /^pool\.currency should be an ISO 4217 code/],
    [{ product: { id: 1 } }, /^product\.id should be the product ID as text$/],
    [
      { product: { id: '1', programme: 'choice' } },
      /^product\.programme should be one of pop, semi, full, merge$/,
    ],
    [
      { product: { id: '1', destinations: ['DE', 'EU'] } },
      /^product\.destinations\.1 should be an ISO 3166-1/,
    ],
    [
      { product: { id: '1', destinations: 'DE' } },
      /^product\.destinations should be a list of country codes$/,
    ],
    [{ product: { id: '1', blocked: ['UK'] } }, /^product\.blocked\.0 should be an ISO 3166-1/],
    [{ product: { id: '1', marks: 'CE' } }, /^product\.marks should be a list of marks such as "CE"$/],
    [{ product: { id: '1', category: 3 } }, /^product\.category should be text$/],
    [{ product: { id: '1', registrations: 'CPNP' } }, /^product\.registrations should be a list$/],
    [
      { product: { id: '1', responsiblePersons: { FR: {} } } },
      /responsiblePersons is not known; known here are EU, GB$/,
    ],
    [{ pools: {} }, /^pools should be a list of pools$/],
    [{ pools: [{ id: 7 }] }, /^pools\.0\.id should be the Pool ID as text$/],
    [{ pools: [{ id: 'P', epr: {} }] }, /^pools\.0\.epr should be a list$/],
    [{ pools: [{ id: 'P', appliedAt: '2026-11-22' }] }, /^pools\.0\.appliedAt should be a time such as/],
    [{ dates: { fullApplied: '22.11.2026' } }, /^dates\.fullApplied should be a day of 2000 to 2099/],
    [{ dates: { fullApplied: '1926-11-22' } }, /^dates\.fullApplied should be a day of 2000 to 2099/],
    [{ asOf: '2026-02-30' }, /^asOf should be a day/],
    [
      { failure: { type: 'other' } },
      /^failure\.type should be one of qc-rejected, split-timeout, stock-lock$/,
    ],
    [{ done: { 'merge.step-apply': 'yes' } }, /^done\.merge\.step-apply should be true or false$/],
    [{ done: true }, /^done should be true or false by rule$/],
    [{ whatIf: { store: {} } }, /^whatIf is not known; known here are pool, product$/],
  ])('%j are refused by field', (facts, sentence) => {
    expect(problems(facts)).toEqual([expect.stringMatching(sentence)]);
  });

  it.each(['96,49', 'ninety', '-1', '+1', '1e3', '', ' 1', '.5', '1.', '0x10', '１２'])(
    'of a number %j are refused with what it should be',
    (text) => {
      for (const fact of [text, { shown: text }]) {
        const [problem] = problems({ store: { gmv90dUsd: fact } });
        expect(problem).toMatch(
          /^store\.gmv90dUsd(\.shown)? should be a decimal number such as "96\.49", not negative$/,
        );
      }
    },
  );

  it.each([0.1, 96.49, Number.NaN, Number.POSITIVE_INFINITY, true, [], {}, { shown: 1 }])(
    'of a number %j that is no decimal string and no whole number are refused with what it should be',
    (value) => {
      expect(problems({ store: { ordersPerDay: value } })).toEqual([
        'store.ordersPerDay should be a decimal such as "96.49", a whole number, or {"shown": "96.50"} as a page shows it',
      ]);
    },
  );

  it.each([
    [-1, 'store.ordersPerDay should not be negative'],
    [{ shown: '1', place: '0' }, 'store.ordersPerDay.place should be more than 0'],
    [{ shown: '1', unit: '%' }, 'store.ordersPerDay is not known; known here are place, shown'],
  ])('of a number %j are refused with what is wrong', (value, problem) => {
    expect(problems({ store: { ordersPerDay: value } })).toEqual([problem]);
  });

  it.each([
    { store: { positiveRatingPct: '100' } },
    { store: { positiveRatingPct: { shown: '100.00' } } },
    { store: { gmv90dUsd: { shown: '50000', place: '10000' } } },
    { store: null, pool: null, pools: null, product: null, failure: null, dates: null, asOf: null },
    { whatIf: { product: { unitCost: '1.20' } } },
    { product: { id: '1', destinations: ['GB', 'TW'] } },
    { pools: [{ id: 'P', appliedAt: '2026-11-22T10:00:00+08:00', epr: null }] },
  ])('%j are taken', (facts) => {
    expect(problems(facts)).toEqual([]);
  });

  it('name what a test of the pack may ask about', () => {
    expect(NUMBER_VALUES).toContain('store.totalSkus');
    expect(NUMBER_VALUES).toContain('pool.sellThroughPct');
    expect(NUMBER_VALUES).toContain('failure.callsPerMinute');
    expect(NUMBER_VALUES).not.toContain('store.stableSupply');
    expect(FLAGS).toContain('store.stableSupply');
    expect(FLAGS).not.toContain('store.gmv90dUsd');
    expect(CHOICES).toContain('store.registeredIn');
    expect([...NUMBER_VALUES, ...FLAGS].every((name) => /^(store|pool|failure)\./.test(name))).toBe(true);
  });
});
