import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts, PoolFacts } from '../../../utils/rules/facts.ts';
import type { LedgerLine } from '../../../utils/rules/ledger.ts';
import { pack } from './support.ts';

const MONTH: PoolFacts = {
  month: '2026-10',
  currency: 'USD',
  gmv: '80000',
  sellThroughPct: '80',
  returnRatePct: '15',
  crossStoreAmount: '32000',
  crossStoreOrders: '500',
};

const month = (pool: PoolFacts = {}) => evaluate(pack, { pool: { ...MONTH, ...pool } }).fees?.month;
const line = (lines: readonly LedgerLine[] = [], key: string) =>
  lines.find(({ rule, reading }) => rule === key || reading === key);

describe('the ledger of a month', () => {
  it('has every line with rule, base, rate, exact and rounded amount', () => {
    expect(month()?.lines).toEqual([
      {
        rule: 'merge.fee-base',
        isUsed: true,
        when: 'incentive-missed',
        base: 'gmv',
        baseAmount: { exact: '80000', rounded: '80000.00' },
        ratePct: '5.5',
        amount: { exact: '4400', rounded: '4400.00' },
      },
      {
        rule: 'merge.fee-dispatch',
        reading: 'ambiguity.dispatch-fee/order-amount',
        isUsed: true,
        base: 'cross-store-amount',
        baseAmount: { exact: '32000', rounded: '32000.00' },
        ratePct: '0.3',
        amount: { exact: '96', rounded: '96.00' },
      },
      {
        rule: 'merge.fee-dispatch',
        reading: 'ambiguity.dispatch-fee/whole-gmv',
        isUsed: false,
        base: 'gmv',
        baseAmount: { exact: '80000', rounded: '80000.00' },
        ratePct: '0.3',
        amount: { exact: '240', rounded: '240.00' },
      },
      {
        rule: 'merge.fee-dispatch',
        reading: 'ambiguity.dispatch-fee/flat-per-order',
        isUsed: false,
        base: 'cross-store-orders',
        baseAmount: { exact: '500', rounded: '500.00' },
        perOrder: '0.3',
        amount: { exact: '150', rounded: '150.00' },
      },
    ]);
    expect(month()?.total).toEqual({ exact: '4496', rounded: '4496.00' });
    expect(month()?.acrossReadings).toEqual({ low: '4496.00', high: '4640.00' });
    expect(month()?.currency).toBe('USD');
  });

  it('shows the lower rate by both readings where the incentive is earned', () => {
    const { lines, total, acrossReadings } = month({ sellThroughPct: '82' }) ?? {};
    expect(line(lines, 'ambiguity.incentive-base/whole-gmv')).toMatchObject({
      rule: 'merge.fee-incentive',
      isUsed: true,
      when: 'incentive-met',
      amount: { exact: '3360' },
    });
    expect(line(lines, 'ambiguity.incentive-base/above-a-base')).toMatchObject({
      isUsed: false,
      amount: { low: '3360.00', high: '4400.00' },
    });
    expect(line(lines, 'merge.fee-base')).toBeUndefined();
    expect(total).toEqual({ exact: '3456', rounded: '3456.00' });
    expect(acrossReadings).toEqual({ low: '3456.00', high: '4640.00' });
  });

  it('bounds the total by both rates while the incentive is not known', () => {
    const { lines, total } = month({ sellThroughPct: null }) ?? {};
    expect(lines?.filter(({ isUsed }) => isUsed).map(({ when }) => when)).toEqual([
      'incentive-met',
      'incentive-missed',
      undefined,
    ]);
    expect(total).toEqual({ low: '3456.00', high: '4496.00' });
  });

  it('names the fact that a line lacks, and makes no total without it', () => {
    const { lines, total, acrossReadings } = month({ crossStoreOrders: null, gmv: null }) ?? {};
    expect(line(lines, 'merge.fee-base')).toMatchObject({ missing: ['pool.gmv'] });
    expect(line(lines, 'ambiguity.dispatch-fee/whole-gmv')).toMatchObject({ missing: ['pool.gmv'] });
    expect(line(lines, 'ambiguity.dispatch-fee/flat-per-order')).toMatchObject({
      missing: ['pool.crossStoreOrders'],
    });
    expect(line(lines, 'ambiguity.dispatch-fee/order-amount')).not.toHaveProperty('missing');
    expect(total).toBeUndefined();
    expect(acrossReadings).toBeUndefined();
    expect(month({ crossStoreAmount: null })?.lines[1]?.missing).toEqual(['pool.crossStoreAmount']);
    expect(month({ currency: null })?.currency).toBeNull();
  });

  it('has a total that is the sum of the exact used lines, and that the bill repeats', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999 }).map((value) => new Big(value).div(100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, fc.constantFrom('81', '82'), (gmv, crossStoreAmount, sellThroughPct) => {
        const pool = { ...MONTH, gmv, crossStoreAmount, sellThroughPct };
        const { mergeFee, fees } = evaluate(pack, { pool });
        const exact = (fees?.month?.lines ?? [])
          .filter(({ isUsed }) => isUsed)
          .map(({ amount }) => (amount && 'exact' in amount ? amount.exact : 'not exact'));
        const sum = exact.reduce((total, amount) => total.plus(amount), new Big(0));
        expect(fees?.month?.total).toEqual({
          exact: sum.toFixed(),
          rounded: sum.toFixed(2, Big.roundHalfUp),
        });
        expect(mergeFee).toMatchObject({ totalExact: sum.toFixed(), total: sum.toFixed(2, Big.roundHalfUp) });
      }),
    );
  });
});

const SALE: Facts['product'] = {
  id: '1005000000000001',
  price: { currency: 'USD', lowest: '10.00', highest: '10.00' },
  unitCost: '6.00',
  commissionPct: '8',
};

const sale = (product: Partial<NonNullable<Facts['product']>> = {}, pool: PoolFacts = MONTH) =>
  evaluate(pack, { pool, product: { ...SALE, ...product } as NonNullable<Facts['product']> }).fees?.sale ??
  [];

describe('the ledger of a sale', () => {
  it('says of each programme what is left of the price', () => {
    expect(
      sale().map(({ programme, when, net, margin }) => [programme, when.join('+'), net, margin]),
    ).toEqual([
      ['merge', 'incentive-missed', { exact: '9.45', rounded: '9.45' }, { exact: '3.45', rounded: '3.45' }],
      [
        'merge',
        'incentive-missed+cross-store',
        { exact: '9.42', rounded: '9.42' },
        { exact: '3.42', rounded: '3.42' },
      ],
      ['pop', '', { exact: '9.2', rounded: '9.20' }, { exact: '3.2', rounded: '3.20' }],
      ['semi', '', { exact: '9.2', rounded: '9.20' }, { exact: '3.2', rounded: '3.20' }],
    ]);
  });

  it('shows each fee with its rate and rule', () => {
    expect(sale()[1]).toMatchObject({
      fees: { exact: '0.58' },
      lines: [
        { rule: 'merge.fee-base', when: 'incentive-missed', ratePct: '5.5', amount: { exact: '0.55' } },
        { rule: 'merge.fee-dispatch', when: 'cross-store', ratePct: '0.3', amount: { exact: '0.03' } },
      ],
      missing: [],
    });
    expect(sale()[2]?.lines).toEqual([
      {
        rule: 'semi.commission-as-pop',
        isUsed: true,
        base: 'price',
        baseAmount: { exact: '10', rounded: '10.00' },
        ratePct: '8',
        amount: { exact: '0.8', rounded: '0.80' },
      },
    ]);
  });

  it('has both rates while the incentive is not known, and the lower one alone where it is earned', () => {
    const whens = (pool: PoolFacts) =>
      sale({}, pool).flatMap(({ programme, when }) => (programme === 'merge' ? [when.join('+')] : []));
    expect(whens({ ...MONTH, sellThroughPct: null })).toEqual([
      'incentive-met',
      'incentive-met+cross-store',
      'incentive-missed',
      'incentive-missed+cross-store',
    ]);
    expect(whens({ ...MONTH, sellThroughPct: '82' })).toEqual(['incentive-met', 'incentive-met+cross-store']);
  });

  it('finds the lowest price, to the cent, that covers fees and cost', () => {
    // 6 / (1 - 5.5%) = 6.3492…, 6 / (1 - 5.8%) = 6.3694…, 6 / (1 - 8%) = 6.5217…
    expect(sale().map(({ breakEven }) => breakEven)).toEqual(
      ['6.35', '6.37', '6.53', '6.53'].map((price) => ({ exact: price, rounded: price })),
    );
  });

  it('breaks even at that price and not a cent below', () => {
    const money = fc.integer({ min: 1, max: 1_000_000 }).map((value) => new Big(value).div(100).toFixed(2));
    const pct = fc.integer({ min: 0, max: 999 }).map((value) => new Big(value).div(10).toFixed(1));
    fc.assert(
      fc.property(money, pct, (unitCost, commissionPct) => {
        const [pop] = sale({ unitCost, commissionPct }).filter(({ programme }) => programme === 'pop');
        const price = pop?.breakEven && 'exact' in pop.breakEven ? pop.breakEven.exact : '';
        const left = (at: Big) => at.minus(at.times(commissionPct).div(100)).minus(unitCost);
        expect(left(new Big(price)).gte(0)).toBe(true);
        expect(left(new Big(price).minus('0.01')).lt(0)).toBe(true);
      }),
    );
  });

  it('has no such price where all of it is taken', () => {
    expect(sale({ commissionPct: '100' })[2]).not.toHaveProperty('breakEven');
    expect(sale({ commissionPct: '99.99' })[2]?.breakEven).toMatchObject({ exact: '60000' });
  });

  it('is a range for a range of prices, and for a rounded cost', () => {
    const price = { currency: 'USD', lowest: '10.00', highest: '20.00' };
    const [merge] = sale({ price });
    expect(merge).toMatchObject({
      fees: { low: '0.55', high: '1.10' },
      net: { low: '8.90', high: '19.45' },
      lines: [{ baseAmount: { low: '10.00', high: '20.00' }, amount: { low: '0.55', high: '1.10' } }],
    });
    const rounded = { shown: '6', place: '1' };
    expect(sale({ unitCost: rounded })[0]?.margin).toEqual({ low: '2.95', high: '3.95' });
    expect(sale({ unitCost: rounded })[0]?.breakEven).toEqual({ low: '5.83', high: '6.88' });
    expect(sale({ commissionPct: { shown: '8' } })[2]).toMatchObject({
      lines: [{ ratePct: '7.5–8.5', amount: { low: '0.75', high: '0.85' } }],
    });
  });

  it('takes a cost shown with all decimals of its currency as exact', () => {
    expect(sale({ unitCost: { shown: '6.00' } })[0]?.margin).toMatchObject({ exact: '3.45' });
    const yen = { currency: 'JPY', lowest: '1000', highest: '1000' };
    expect(sale({ price: yen, unitCost: { shown: '600' } })[0]?.margin).toMatchObject({ exact: '345' });
  });

  it('may leave less than nothing', () => {
    expect(sale({ unitCost: '20' })[0]?.margin).toEqual({ exact: '-10.55', rounded: '-10.55' });
  });

  it('names what is missing and guesses none of it', () => {
    expect(sale({ commissionPct: null })[2]).toEqual({
      programme: 'pop',
      when: [],
      lines: [
        {
          rule: 'semi.commission-as-pop',
          isUsed: true,
          base: 'price',
          baseAmount: { exact: '10', rounded: '10.00' },
          missing: ['product.commissionPct'],
        },
      ],
      missing: ['product.commissionPct'],
    });
    expect(sale({ price: null, unitCost: null })[0]).toEqual({
      programme: 'merge',
      when: ['incentive-missed'],
      lines: [
        {
          rule: 'merge.fee-base',
          isUsed: true,
          when: 'incentive-missed',
          base: 'price',
          ratePct: '5.5',
          missing: ['product.price'],
        },
      ],
      missing: ['product.price', 'product.unitCost'],
    });
    expect(sale({ price: null })[0]?.breakEven).toMatchObject({ exact: '6.35' });
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

describe('money of a currency', () => {
  const total = (currency: string, shown: string) =>
    month({ currency, gmv: { shown }, crossStoreAmount: '0' })?.total;

  it('is exact where it is shown with all decimals of the currency, and rounded where not', () => {
    expect(total('JPY', '100')).toMatchObject({ exact: '5.5' });
    expect(total('USD', '100')).toMatchObject({ low: '5.47', high: '5.53' });
    expect(total('USD', '100.00')).toMatchObject({ exact: '5.5' });
    expect(total('KWD', '100.00')).toMatchObject({ low: '5.50', high: '5.50' });
    expect(total('KWD', '100.000')).toMatchObject({ exact: '5.5' });
  });

  it('is rounded as shown where the currency is not known', () => {
    expect(month({ currency: null, gmv: { shown: '100.00' }, crossStoreAmount: '0' })?.total).toMatchObject({
      low: '5.50',
      high: '5.50',
    });
  });

  it('is never "-0.00"', () => {
    expect(sale({ unitCost: '9.4501' })[0]?.margin).toEqual({ exact: '-0.0001', rounded: '0.00' });
    expect(sale({ unitCost: '9.46' })[0]?.margin).toEqual({ exact: '-0.01', rounded: '-0.01' });
  });
});

describe('a pack without a fee of the merge service', () => {
  it('is refused by name', () => {
    const without = { ...pack, fees: pack.fees.filter(({ id }) => id !== 'merge.fee-base') };
    expect(() => evaluate(without, { pool: MONTH })).toThrow(
      /^The pack 2026\.\d+\.\d+ has no fee merge\.fee-base$/,
    );
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
