import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import { newProduct, type ProductRecord } from '../../../utils/facts/product-record.ts';
import { newStore } from '../../../utils/facts/store-record.ts';
import type { FactValue } from '../../../utils/facts/typed.ts';
import { FEATURES } from '../../../utils/features/index.ts';
import { CHIP_IDS } from '../../../utils/features/judgement.ts';
import { cardView } from '../../../utils/features/present.ts';
import { stripsFor } from '../../../utils/features/strips.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, card, featureOf, judged, pack, READY, ROW, storeWith } from './support.ts';

describe('the strip', () => {
  it('has the six chips in their order', () => {
    expect(FEATURES['product-list']?.map(({ id }) => id)).toEqual(CHIP_IDS);
  });

  it('passes nothing of a store of which nothing is known', () => {
    for (const chip of CHIP_IDS) {
      const { verdict, missing } = judged(chip, newStore('21900', AT));
      expect(verdict, chip).toBe('unknown');
      expect(missing, chip).not.toEqual([]);
    }
  });

  it('passes nothing where the page names no store, and says so', () => {
    expect(judged('merge', undefined)).toMatchObject({
      verdict: 'unknown',
      summary: { key: 'summaryNoStore' },
    });
  });

  it('writes a chip once for all rows that show it', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      ...ROW,
      productId: `10050061234${index + 10000}`,
    }));
    const { chips, rows: places } = stripsFor(
      pack,
      storeWith(READY),
      'product-list',
      rows,
      AT,
      translator('en'),
    );
    expect(places).toHaveLength(100);
    expect(chips).toHaveLength(CHIP_IDS.length);
  });
});

describe('the merge chip', () => {
  it('passes a store that meets every bar', () => {
    expect(judged('merge', storeWith(READY)).verdict).toBe('pass');
  });

  it('counts the bars that are not met', () => {
    const store = storeWith({ ...READY, 'store.gmv90dUsd': '49999.99', 'store.disputeRatePct': '0.61' });
    expect(judged('merge', store)).toMatchObject({ verdict: 'fail', detail: '2' });
  });

  it('is a caution, not green, where the sources contradict each other', () => {
    const judgement = judged('merge', storeWith({ ...READY, 'store.fullManagedStores': 1 }));
    expect(judgement.verdict).toBe('caution');
    expect(judgement.reasons[0]).toMatchObject({ id: 'merge.store-count-in-documents', outcome: 'caution' });
  });

  it('says "at the limit" of a rounded value, and does not ask for what is there', () => {
    const store = storeWith({ ...READY, 'store.positiveRatingPct': { shown: '96.50' } });
    const judgement = judged('merge', store);
    expect(judgement).toMatchObject({ verdict: 'unknown', missing: [] });
    const rating = judgement.reasons.find(({ id }) => id === 'merge.positive-rating');
    expect(rating?.notes).toEqual([{ key: 'noteAtTheLimit' }]);
  });
});

describe('the semi and full chips', () => {
  const steps: FieldPath[] = [
    'store.semiAgreementSigned',
    'store.supplyChainOpened',
    'store.returnAddressSet',
    'store.jitExamPassed',
    'store.jitWarehouses',
  ];

  it('need every step of the store, and pass no sooner', () => {
    const done: Partial<Record<FieldPath, FactValue>> = {
      ...Object.fromEntries(steps.map((step) => [step, true])),
      'store.jitWarehouses': 1,
    };
    expect(judged('semi', storeWith(done)).verdict).toBe('pass');
    for (const step of steps) {
      expect(
        judged('semi', storeWith({ ...done, [step]: step === 'store.jitWarehouses' ? 0 : false })).verdict,
        step,
      ).toBe('fail');
      const { [step]: _unknown, ...others } = done;
      expect(judged('semi', storeWith(others)), step).toMatchObject({ verdict: 'unknown', missing: [step] });
    }
  });

  it('leave full-managed to the platform', () => {
    expect(judged('full', storeWith(READY))).toMatchObject({
      verdict: 'unknown',
      missing: ['store.fullApproved'],
    });
    expect(judged('full', storeWith({ 'store.fullApproved': true })).verdict).toBe('pass');
  });
});

describe('the reach and labels chips', () => {
  it('say no more of a list row than an upper bound, and what every category is asked for', () => {
    expect(judged('reach', storeWith(READY))).toMatchObject({ verdict: 'unknown', detail: '≤47' });
    const { verdict, reasons } = judged('labels', storeWith(READY));
    expect(verdict).toBe('unknown');
    expect(reasons.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'eu.responsible-person unknown',
      'gb.responsible-person unknown',
    ]);
  });

  it('follow the facts of the product once they are known', () => {
    const subject = subjectOf(pack, storeWith(READY), ROW, AT);
    const known = {
      id: ROW.productId,
      programme: 'semi' as const,
      category: 'toys' as const,
      destinations: ['DE', 'KR'],
      blocked: ['FR'],
      marks: ['CE'],
      responsiblePersons: { EU: { name: 'Rep', postalAddress: 'Street 1', email: 'a@b.de' } },
      registrations: [],
    };
    const withProduct = (product: object) => ({
      ...subject,
      facts: { ...subject.facts, product: { ...known, ...product } },
    });
    const labels = featureOf('labels');
    const outcomes = (product: object) =>
      labels.judge(withProduct(product)).reasons.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(labels.judge(withProduct({}))).toMatchObject({ verdict: 'pass', missing: [] });
    expect(outcomes({})).toEqual(['eu.ce pass', 'eu.responsible-person pass']);
    expect(labels.judge(withProduct({ marks: [] }))).toMatchObject({ verdict: 'fail', detail: '1' });
    expect(labels.judge(withProduct({ destinations: ['CA'] })).verdict).toBe('unknown');
    expect(labels.judge(withProduct({ destinations: ['KR'] }))).toMatchObject({
      verdict: 'none',
      reasons: [],
    });
    expect(labels.judge(withProduct({ blocked: ['DE'], destinations: ['DE'] })).verdict).toBe('none');
    const cosmetics = { programme: 'pop', category: 'cosmetics', destinations: ['KR'] };
    expect(labels.judge(withProduct(cosmetics)).verdict).toBe('unknown');
    expect(outcomes({ category: null, destinations: ['DE'] })).toEqual(['eu.responsible-person pass']);
    expect(labels.judge(withProduct({ category: null })).verdict).toBe('unknown');
    const reach = featureOf('reach');
    expect(reach.judge(withProduct({}))).toMatchObject({ verdict: 'caution', detail: '46' });
    expect(reach.judge(withProduct({ blocked: [] }))).toMatchObject({ verdict: 'pass', detail: '47' });
    expect(reach.judge(withProduct({ programme: 'pop' })).verdict).toBe('none');
    expect(reach.judge(withProduct({ blocked: [], joinedCountries: ['DE', 'FR'] }))).toMatchObject({
      verdict: 'caution',
      detail: '2',
      summary: { key: 'reach_listed', args: [2, 47, 45] },
    });
  });
});

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

describe('the labels of a product that was learnt of elsewhere', () => {
  const person = { name: 'Rep GmbH', postalAddress: 'Berlin', email: 'rep@example.eu' };
  const learnt = (facts: Record<string, unknown>): ProductRecord => ({
    ...newProduct(ROW.productId),
    facts: Object.fromEntries(
      Object.entries(facts).map(([path, value]) => [
        path,
        [{ value, text: '', at: AT, origin: { kind: 'imported' as const, file: 'products.csv' } }],
      ]),
    ),
  });
  const TOY = {
    'product.category': 'toys',
    'product.destinations': ['DE'],
    'product.marks': ['CE'],
    'product.responsiblePersons': { EU: person },
    'product.registrations': [],
  };
  const shown = (facts: Record<string, unknown>, at = AT) => {
    const subject = subjectOf(pack, storeWith({}), ROW, at, learnt(facts));
    return cardView('labels', featureOf('labels').judge(subject), subject, 'Toy', translator('en'));
  };

  it('are judged by what is known of it, with file and time', () => {
    const { verdict, values, missing } = shown(TOY);
    expect([verdict, missing]).toEqual(['pass', []]);
    expect(values.find(({ name }) => name === 'Category')).toMatchObject({
      value: 'Toys',
      origin: expect.stringMatching(/^imported from products\.csv on /),
    });
    expect(values.find(({ name }) => name === 'Destination countries')?.value).toBe('Germany');
    expect(values.find(({ name }) => name.startsWith('Responsible'))?.value).toBe('EU: Rep GmbH');
  });

  it('say how old a fact is once it is', () => {
    const origin = (at: string) => shown(TOY, at).values.find(({ name }) => name === 'Category')?.origin;
    expect(origin('2026-12-22T08:00:00.000Z')).not.toMatch(/days ago/);
    expect(origin('2026-12-23T08:00:00.000Z')).toMatch(/last seen 31 days ago/);
  });

  it('are not green over a certificate that ends', () => {
    const ending = (on: string) => {
      const { verdict, warnings } = shown({ ...TOY, 'product.expiries': [{ what: 'CPNP 1', on }] });
      return [verdict, ...warnings];
    };
    expect(ending('2026-12-23')).toEqual(['pass']);
    expect(ending('2026-12-22')).toEqual(['caution', 'CPNP 1 ends on 2026-12-22; days left: 30.']);
    expect(ending('2026-11-23')).toEqual(['caution', 'CPNP 1 ends on 2026-11-23; days left: 1.']);
    expect(ending('2026-11-22')).toEqual(['caution', 'CPNP 1 ends on 2026-11-22; days left: 0.']);
    expect(ending('2026-11-21')).toEqual(['caution', 'CPNP 1 ended on 2026-11-21.']);
  });

  it('count a certificate’s days in China', () => {
    const late = '2026-11-22T17:00:00.000Z';
    expect(shown({ ...TOY, 'product.expiries': [{ what: 'CE', on: '2026-11-22' }] }, late).warnings).toEqual([
      'CE ended on 2026-11-22.',
    ]);
  });

  it('know the reach of a product that has joined', () => {
    const subject = subjectOf(
      pack,
      storeWith({}),
      ROW,
      AT,
      learnt({ 'product.programme': 'semi', 'product.blocked': ['DE'] }),
    );
    expect(featureOf('reach').judge(subject)).toMatchObject({
      verdict: 'caution',
      detail: '46',
      missing: [],
    });
  });
});
