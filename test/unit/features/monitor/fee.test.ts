import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../../utils/facts/fields.ts';
import type { FactValue } from '../../../../utils/facts/typed.ts';
import type { FeeView } from '../../../../utils/features/monitor/fee.ts';
import { storeWith } from '../support.ts';
import { MONTH, watched } from './support.ts';

/** Amounts as they read: `Intl` keeps a currency beside its number by a space that doesn't break. */
const feeOf = (values: Partial<Record<FieldPath, FactValue>>, now?: string): FeeView => {
  const { fee } = watched({ store: storeWith(values), ...(now && { now }) }).sections;
  return JSON.parse(JSON.stringify(fee).replaceAll('\u00a0', ' '));
};

const without = (...paths: FieldPath[]) =>
  Object.fromEntries(Object.entries(MONTH).filter(([path]) => !paths.some((one) => one === path)));

describe('the fee of the month', () => {
  it('is shown at both rates, and says which one counts by the figures so far', () => {
    const { rates, verdict } = feeOf(MONTH);
    // 50000 × 5.5% + 8000 × 0.3%, and the same at 4.2%; by 30 days for 22 of them.
    expect(rates).toEqual([
      {
        rate: '5.5%',
        isCharged: false,
        base: 'USD 2,750.00',
        dispatch: 'USD 24.00',
        total: 'USD 2,774.00',
        forecast: 'USD 3,782.73',
      },
      {
        rate: '4.2%',
        isCharged: true,
        base: 'USD 2,100.00',
        dispatch: 'USD 24.00',
        total: 'USD 2,124.00',
        forecast: 'USD 2,896.36',
      },
    ]);
    expect(verdict).toBe('pass');
  });

  it('counts at the higher rate where a bar is missed, and at neither for sure where one is open', () => {
    const missed = feeOf({ ...MONTH, 'pool.returnRatePct': '19' });
    expect(missed.rates.map(({ isCharged }) => isCharged)).toEqual([true, false]);
    expect(missed.verdict).toBe('caution');
    const open = feeOf(without('pool.returnRatePct'));
    expect(open.rates.map(({ isCharged }) => isCharged)).toEqual([false, false]);
    expect(open.verdict).toBe('unknown');
  });

  it('names every reading of its rules, with what each comes to', () => {
    const { lines } = feeOf({ ...MONTH, 'pool.crossStoreOrders': 412 });
    expect(lines.map(({ amount, isUsed }) => [amount, isUsed])).toEqual([
      ['USD 2,100.00', true],
      ['USD 2,100.00–2,750.00', false],
      ['USD 2,750.00', true],
      ['USD 24.00', true],
      ['USD 150.00', false],
      ['USD 123.60', false],
    ]);
    expect(lines.filter(({ reading }) => reading !== null)).toHaveLength(5);
  });

  it('never takes a missing amount for none', () => {
    const { rates, verdict, forecast } = feeOf(without('pool.crossStoreAmount'));
    expect(rates[0]).toMatchObject({ base: 'USD 2,750.00', dispatch: 'Not known', total: 'Not known' });
    expect(rates[0]?.forecast).toBe('Not known');
    expect(verdict).toBe('unknown');
    expect(forecast.join()).toContain(
      'No forecast of this: Amount of cross-store merged orders is not known',
    );
  });

  it('names no currency that nobody stated', () => {
    expect(JSON.stringify(feeOf(without('pool.currency')))).not.toMatch(/USD|CNY/);
  });

  it.each([
    ['the month is not known', without('pool.month'), undefined, /which month the figures are of/],
    ['the month is over', MONTH, '2026-12-03T08:00:00Z', /not the one that it is now/],
  ])('is not forecast where %s', (_why, values, now, said) => {
    const { rates, forecast } = feeOf(values, now);
    expect(rates.map((rate) => rate.forecast)).toEqual(['Not known', 'Not known']);
    expect(forecast.join()).toMatch(said);
    expect(forecast.join()).not.toMatch(/assumes/);
  });

  it('says what its forecast rests on', () => {
    const { forecast } = feeOf(MONTH);
    expect(forecast[0]).toMatch(/each day to come brings as much/);
    expect(forecast[1]).toMatch(/2026-11-22, 22 of 30 days/);
  });

  it('says what the lower rate still takes', () => {
    const { conditions } = feeOf({
      ...without('pool.sellThroughPct'),
      'pool.skus': 200,
      'pool.soldSkus': 150,
    });
    const sellThrough = conditions.find(({ id }) => id === 'merge.incentive-sell-through');
    expect(sellThrough?.verdict).toBe('fail');
    expect(sellThrough?.notes.join()).toContain('14 more of 200 SKUs');
  });
});
