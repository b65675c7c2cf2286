import { describe, expect, it } from 'vitest';
import { disagreeing, type KeptFact, withKept } from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf } from '../../../utils/facts/product-record.ts';
import { withLabelled } from '../../../utils/facts/read.ts';
import { pack } from '../rules/support.ts';

const PATH = 'product.responsiblePersons';
const IMPORTED = {
  EU: { name: 'Rep GmbH', postalAddress: 'Berlin', email: 'rep@example.com' },
  GB: { name: 'Rep Ltd', postalAddress: 'London', email: 'gb@example.com' },
};
const imported: KeptFact = {
  value: IMPORTED,
  text: 'Rep GmbH',
  at: '2026-11-01T00:00:00.000Z',
  origin: { kind: 'imported', file: 'a.csv' },
};

/** The publish page of a listing of which a file said more before. */
const factsWith = (text: string) =>
  withLabelled(
    withKept({}, PATH, imported),
    'publish',
    'product',
    [{ fact: PATH, text }],
    pack.siteMap,
    '2026-11-22T00:00:00.000Z',
  );

const personsAfter = (text: string) =>
  productFactsOf({ ...newProduct('1'), facts: factsWith(text) }).responsiblePersons;

describe('a responsible person that a form names', () => {
  it('is known by name alone, and of Great Britain nothing is said', () => {
    const facts = withLabelled(
      {},
      'publish',
      'product',
      [{ fact: PATH, text: 'Rep GmbH' }],
      pack.siteMap,
      'x',
    );
    expect(facts[PATH]?.[0]?.value).toEqual({
      EU: { name: 'Rep GmbH', postalAddress: null, email: null },
      GB: null,
    });
  });

  it('keeps the address that a file gave of the same name', () => {
    expect(personsAfter('Rep GmbH')).toEqual(IMPORTED);
    expect(disagreeing(PATH, factsWith('Rep GmbH')[PATH])).toEqual([]);
  });

  it('that is another has no address of the first', () => {
    expect(personsAfter('Other B.V.')?.EU).toEqual({ name: 'Other B.V.', postalAddress: null, email: null });
    expect(disagreeing(PATH, factsWith('Other B.V.')[PATH])).toEqual([imported]);
  });

  it('of whom there is none any more is none', () => {
    expect(personsAfter('未关联')?.EU).toBeUndefined();
    expect(personsAfter('未关联')?.GB).toEqual(IMPORTED.GB);
  });
});

describe('the destinations of a form', () => {
  const destinations = (text: string) =>
    withLabelled({}, 'publish', 'product', [{ fact: 'product.destinations', text }], pack.siteMap, 'x')[
      'product.destinations'
    ]?.[0]?.value;

  it('are countries by their names', () => {
    expect(destinations('西班牙、韩国、沙特阿拉伯')).toEqual(['ES', 'KR', 'SA']);
  });

  it('are not known where one of them is not', () => {
    expect(destinations('西班牙、瓦坎达')).toBeUndefined();
  });
});
