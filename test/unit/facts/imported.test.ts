import { describe, expect, it } from 'vitest';
import { canBeKept, hasImported, type StatedProduct, withImported } from '../../../utils/facts/imported.ts';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf } from '../../../utils/facts/product-record.ts';

const ID = '1005006789012346';
const FROM = { file: 'products.xlsx', at: '2026-11-22T08:00:00.000Z' };

const product = (facts: StatedProduct['facts'], more: Partial<StatedProduct> = {}): StatedProduct => ({
  productId: ID,
  facts,
  expiries: [],
  ...more,
});

const factsOf = (facts: KeptFacts) => productFactsOf({ ...newProduct(ID), facts });

describe('imported facts', () => {
  it('are kept with their file, time and a short text', () => {
    const facts = withImported({}, product({ category: 'toys', destinations: ['DE', 'FR'] }), FROM);
    expect(facts).toEqual({
      'product.category': [
        { value: 'toys', text: 'toys', at: FROM.at, origin: { kind: 'imported', file: FROM.file } },
      ],
      'product.destinations': [
        { value: ['DE', 'FR'], text: 'DE, FR', at: FROM.at, origin: { kind: 'imported', file: FROM.file } },
      ],
    });
    const long = withImported({}, product({ category: 'x'.repeat(500) }), FROM);
    expect(long['product.category']?.[0]?.text).toHaveLength(200);
  });

  it('of all columns come out as the rules take them', () => {
    const person = { name: 'Example GmbH', postalAddress: 'Berlin', email: 'contact@example.com' };
    const all = product(
      {
        category: 'cosmetics',
        destinations: ['DE'],
        blocked: [],
        marks: ['CE'],
        responsiblePersons: { EU: person, GB: null },
        registrations: [{ scheme: 'CPNP', number: '1234567' }],
      },
      { stock: 0, expiries: [{ what: 'CPNP 1234567', on: '2027-01-31' }] },
    );
    expect(canBeKept(all)).toBe(true);
    const facts = withImported({}, all, FROM);
    expect(factsOf(facts)).toEqual({ id: ID, ...all.facts, stock: 0, expiries: all.expiries });
    expect(Object.values(facts).map(([kept]) => kept?.text)).toEqual([
      'cosmetics',
      'DE',
      '-',
      'CE',
      'Example GmbH Berlin contact@example.com',
      'CPNP 1234567',
      '0',
      'CPNP 1234567 2027-01-31',
    ]);
  });

  it('take the place of those imported before, path by path, and stand beside the others', () => {
    const typed = { value: ['FR'], text: 'FR', at: '2026-11-01', origin: { kind: 'typed' } } as const;
    const first = withImported(
      { 'product.destinations': [typed] },
      product(
        { category: 'toys', destinations: ['DE'] },
        { stock: 5, expiries: [{ what: 'CE', on: '2027-01-31' }] },
      ),
      { file: 'old.csv', at: '2026-11-21T08:00:00.000Z' },
    );
    const second = withImported(first, product({ destinations: ['GB'] }, { stock: 6 }), FROM);
    expect(factsOf(second)).toEqual({
      id: ID,
      category: 'toys',
      destinations: ['GB'],
      stock: 6,
      expiries: [{ what: 'CE', on: '2027-01-31' }],
    });
    expect(second['product.destinations']).toHaveLength(2);
    expect(second['product.destinations']).toContain(typed);
    expect(second['product.category']).toEqual(first['product.category']);
  });

  describe('of what ends', () => {
    const CE = { what: 'CE ABC', on: '2027-01-31' };
    const KC = { what: 'KC', on: '2026-12-01' };
    const CPNP = { what: 'CPNP 1', on: '2027-03-01' };
    const registered = (...numbers: string[]) => ({
      registrations: numbers.map((number) => ({ scheme: 'CPNP', number })),
    });
    const earlier = withImported({}, product(registered('1'), { expiries: [CPNP, CE, KC] }), {
      file: 'old.csv',
      at: '2026-11-21T08:00:00.000Z',
    });
    const imported = (facts: StatedProduct['facts'], more: Partial<StatedProduct> = {}) =>
      factsOf(withImported(earlier, product(facts, more), FROM)).expiries;

    it('keep what the file does not name', () => {
      const another = { what: 'UKCA', on: '2028-01-01' };
      expect(imported({}, { expiries: [another] })).toEqual([CPNP, CE, KC, another]);
    });

    it('give what it names again its new day', () => {
      const renewed = { ...CE, on: '2028-01-31' };
      expect(imported({}, { expiries: [renewed] })).toEqual([CPNP, KC, renewed]);
    });

    it('stay as they were, with their file, where it names none', () => {
      const facts = withImported(earlier, product({ category: 'toys' }), FROM);
      expect(facts['product.expiries']).toEqual(earlier['product.expiries']);
    });

    it('let go of a registration that its list leaves out, and keep one that it lists without a day', () => {
      expect(imported(registered('2'))).toEqual([CE, KC]);
      expect(imported(registered('1', '2'))).toEqual([CPNP, CE, KC]);
      expect(imported(registered())).toEqual([CE, KC]);
    });

    it('let go of the certificates where it says that there is none', () => {
      expect(imported({}, { hasNoCertificates: true })).toEqual([CPNP]);
      expect(imported(registered(), { hasNoCertificates: true })).toBeUndefined();
    });

    it('may be imported twice without harm', () => {
      const row = product(registered('1'), { expiries: [CPNP, { ...KC, on: '2027-12-01' }] });
      const once = withImported(earlier, row, FROM);
      expect(withImported(once, row, FROM)).toEqual(once);
    });
  });

  it.each([
    [product({ destinations: ['Atlantis'] })],
    [product({ marks: 'CE' })],
    [product({ responsiblePersons: { EU: { name: 1 } } })],
    [product({}, { stock: -1 })],
    [product({}, { expiries: [{ what: 'CE', on: 'soon' }] })],
    [product({ category: 'x'.repeat(30_000) })],
  ])('can’t be %j', (bad) => {
    expect(canBeKept(bad)).toBe(false);
  });

  it('are told from others', () => {
    expect(hasImported(withImported({}, product({ category: 'toys' }), FROM))).toBe(true);
    expect(hasImported({})).toBe(false);
    const typed = { value: 'toys', text: 'toys', at: '2026-11-01', origin: { kind: 'typed' } } as const;
    expect(hasImported({ 'product.category': [typed] })).toBe(false);
  });
});
