import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { PoolFacts } from '../../../utils/rules/facts.ts';
import type { LedgerLine } from '../../../utils/rules/ledger.ts';
import { MONTH, pack } from './support.ts';

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
});

describe('a pack without a fee of the merge service', () => {
  it('is refused by name', () => {
    const without = { ...pack, fees: pack.fees.filter(({ id }) => id !== 'merge.fee-base') };
    expect(() => evaluate(without, { pool: MONTH })).toThrow(
      /^The pack 2026\.\d+\.\d+ has no fee merge\.fee-base$/,
    );
  });
});
