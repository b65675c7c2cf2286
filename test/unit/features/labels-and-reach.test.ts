import { describe, expect, it } from 'vitest';
import { newProduct, type ProductRecord } from '../../../utils/facts/product-record.ts';
import { cardView } from '../../../utils/features/present.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, featureOf, judged, pack, READY, ROW, storeWith } from './support.ts';

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

  describe('over certificates that end', () => {
    const ending = (facts: Record<string, unknown>, ...days: string[]) =>
      shown({ ...facts, 'product.expiries': days.map((on) => ({ what: 'CPNP 1', on })) });

    it.each([
      ['2026-12-23', 'pass', []],
      ['2026-12-22', 'caution', ['CPNP 1 ends on 2026-12-22; days left: 30.']],
      ['2026-11-30', 'caution', ['CPNP 1 ends on 2026-11-30; days left: 8.']],
      ['2026-11-29', 'caution', ['Within a week: CPNP 1 ends on 2026-11-29; days left: 7.']],
      ['2026-11-24', 'caution', ['Within a week: CPNP 1 ends on 2026-11-24; days left: 2.']],
      ['2026-11-23', 'caution', ['Urgent: CPNP 1 ends on 2026-11-23; days left: 1.']],
      ['2026-11-22', 'caution', ['Urgent: CPNP 1 ends on 2026-11-22; days left: 0.']],
      ['2026-11-21', 'caution', ['Ended: CPNP 1 held until 2026-11-21.']],
    ])('are never green, and say it the more urgently the nearer: %s', (on, verdict, warnings) => {
      expect(ending(TOY, on)).toMatchObject({ verdict, warnings });
    });

    it('say so in the summary, beside what is said of the labels', () => {
      expect(ending(TOY, '2026-11-29').summary).toMatch(/^Every label .* ends within 30 days\.$/);
      expect(ending(TOY, '2026-12-23').summary).not.toMatch(/30 days/);
    });

    it('name the soonest first', () => {
      expect(ending(TOY, '2026-12-01', '2026-11-01', '2026-11-25').warnings).toEqual([
        expect.stringMatching(/2026-11-01/),
        expect.stringMatching(/2026-11-25/),
        expect.stringMatching(/2026-12-01/),
      ]);
    });

    it('are a fail where a label is missing, and a caution where nothing else is known or asked for', () => {
      expect(ending({ ...TOY, 'product.marks': [] }, '2026-11-01').verdict).toBe('fail');
      const unread = ending({}, '2026-11-01');
      expect(unread.verdict).toBe('caution');
      expect(unread.missing).not.toEqual([]);
      expect(ending({}, '2026-11-25').verdict).toBe('unknown');
      const blocked = { ...TOY, 'product.blocked': ['DE'] };
      expect(ending(blocked, '2026-11-25').verdict).toBe('none');
      expect(ending(blocked, '2026-11-01').verdict).toBe('caution');
    });
  });

  it('count a certificate’s days in China', () => {
    const late = '2026-11-22T17:00:00.000Z';
    expect(shown({ ...TOY, 'product.expiries': [{ what: 'CE', on: '2026-11-22' }] }, late).warnings).toEqual([
      'Ended: CE held until 2026-11-22.',
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
