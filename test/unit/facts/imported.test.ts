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
