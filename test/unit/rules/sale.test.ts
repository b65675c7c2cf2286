import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts, PoolFacts } from '../../../utils/rules/facts.ts';
import { MONTH, pack, SALE } from './support.ts';

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

  it('is never "-0.00"', () => {
    expect(sale({ unitCost: '9.4501' })[0]?.margin).toEqual({ exact: '-0.0001', rounded: '0.00' });
    expect(sale({ unitCost: '9.46' })[0]?.margin).toEqual({ exact: '-0.01', rounded: '-0.01' });
  });
});
