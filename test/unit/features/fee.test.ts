import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import type { FactValue } from '../../../utils/facts/typed.ts';
import { cardView } from '../../../utils/features/present.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, card, featureOf, judged, pack, ROW, storeWith } from './support.ts';

describe('the fee chip', () => {
  const pool = { 'pool.sellThroughPct': '82', 'pool.returnRatePct': '18.5' } as const;
  const en = translator('en');

  it('shows both rates while the incentive is not known, with the fee on one sale', () => {
    const { verdict, detail, summary } = judged('fee', storeWith({}));
    expect([verdict, detail]).toEqual(['unknown', '4.2–5.5%']);
    expect(en(summary)).toMatch(/USD\s0\.15\s?–\s?0\.20/);
  });

  it('shows the one rate that the month earns', () => {
    expect(judged('fee', storeWith(pool))).toMatchObject({ verdict: 'pass', detail: '4.2%' });
    expect(judged('fee', storeWith({ ...pool, 'pool.sellThroughPct': '81.99' }))).toMatchObject({
      verdict: 'caution',
      detail: '5.5%',
    });
  });

  it('can be followed by hand', () => {
    const notes = card('fee', storeWith(pool)).reasons.flatMap((reason) => reason.notes);
    expect(notes).toEqual(['USD 3.63 × 4.2% = USD 0.15246']);
  });

  it('is unknown without a price', () => {
    const { price: _none, ...bare } = ROW;
    expect(judged('fee', storeWith(pool), bare as typeof ROW)).toMatchObject({
      verdict: 'unknown',
      missing: ['product.price'],
    });
  });

  it('asks for no more once one condition is missed', () => {
    const store = storeWith({ 'pool.sellThroughPct': '80' });
    expect(judged('fee', store)).toMatchObject({ verdict: 'caution', detail: '5.5%', missing: [] });
  });

  it('is the bill of the month where there is no product', () => {
    const month = {
      ...pool,
      'pool.currency': 'USD',
      'pool.gmv': '50000',
      'pool.crossStoreAmount': '20000',
    } as const;
    const subject = subjectOf(pack, storeWith(month), undefined, AT);
    expect(en(featureOf('fee').judge(subject).summary)).toMatch(
      /^At 4\.2%, this month's bill is USD\s2,160\.00\.$/,
    );
  });

  describe('of a month', () => {
    const month = {
      'pool.currency': 'USD',
      'pool.gmv': '80000',
      'pool.crossStoreAmount': '32000',
      'pool.crossStoreOrders': '500',
      'pool.skus': 200,
      'pool.soldSkus': 159,
      'pool.orders': 1000,
      'pool.returns': 148,
    } as const;
    const reasons = (facts: Partial<Record<FieldPath, FactValue>>) => {
      const subject = subjectOf(pack, storeWith({ ...month, ...facts }), undefined, AT);
      const { reasons: all } = cardView('fee', featureOf('fee').judge(subject), subject, undefined, en);
      return (id: string) => all.find((reason) => reason.id === id);
    };

    it('says what it takes to reach the lower fee', () => {
      expect(reasons({})('merge.incentive-sell-through')).toMatchObject({
        verdict: 'fail',
        notes: ['5 more of 200 SKUs must sell.'],
      });
      expect(reasons({})('merge.incentive-return-rate')?.notes).toEqual([
        'At most 37 more returns, counted over orders.',
      ]);
      expect(reasons({ 'pool.soldSkus': 164 })('merge.incentive-sell-through')?.notes).toEqual([
        'Enough SKUs have sold.',
      ]);
      expect(reasons({ 'pool.returns': 186 })('merge.incentive-return-rate')?.notes).toEqual([
        'Returns are over the bar: 6 more orders without a return would mend it.',
      ]);
      expect(reasons({ 'pool.sellThroughPct': '90' })('merge.incentive-sell-through')?.notes).toContain(
        "The counts and the rate typed can't both be right: check them.",
      );
    });

    it('shows what each reading of an ambiguous fee comes to', () => {
      const doubt = reasons({})('merge.fee-dispatch')?.doubts.find(
        ({ id }) => id === 'ambiguity.dispatch-fee',
      );
      expect(doubt?.readings.map(({ id, amount }) => [id, amount])).toEqual([
        ['order-amount', 'USD\u00a096.00'],
        ['whole-gmv', 'USD\u00a0240.00'],
        ['flat-per-order', 'USD\u00a0150.00'],
      ]);
    });

    it('shows no amount without the currency', () => {
      const doubt = reasons({ 'pool.currency': '' })('merge.fee-dispatch')?.doubts.at(-1);
      expect(doubt?.readings.every(({ amount }) => amount === undefined)).toBe(true);
    });
  });
});
