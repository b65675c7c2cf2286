import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../utils/audit/findings.ts';
import { matrixOf } from '../../../utils/audit/matrix.ts';
import { newStore } from '../../../utils/facts/store-record.ts';
import { READY, storeWith } from '../features/support.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, START, seen, toy } from './support.ts';

const namesOf = (batch: ReturnType<typeof batchOf>): string[] =>
  findingsOf(auditOf([batch])).map(({ severity, id, countries }) =>
    `${severity.id} ${id} ${countries.join(' ')}`.trim(),
  );

const ofProducts = (names: readonly string[]): string[] => names.filter((name) => !name.includes('/store'));

describe('what an audit finds', () => {
  it('is nothing of a product that has all it needs', () => {
    expect(ofProducts(namesOf(batchOf(seen([1]), [toy(1)])))).toEqual([]);
  });

  it('is a label that is missing, with its countries and the values it was judged by', () => {
    const record = toy(1, { 'product.marks': [], 'product.destinations': ['FR', 'GB', 'DE'] });
    const audit = auditOf([batchOf(seen([1]), [record])]);
    const [ce, ukca] = findingsOf(audit);
    expect(ce).toMatchObject({
      id: `eu.ce/${idOf(1)}`,
      severity: { id: 'high' },
      countries: ['DE', 'FR'],
      groups: ['EU27'],
      missing: [],
    });
    expect(ce?.used).toContain('product.marks');
    expect(ce?.used).not.toContain('product.registrations');
    expect(ce?.judged.facts['product.marks']).toMatchObject({ value: [], origin: { kind: 'imported' } });
    expect(ukca).toMatchObject({ id: `gb.ce-or-ukca/${idOf(1)}`, countries: ['GB'] });
    expect(audit.rules['eu.ce']).toMatchObject({ kind: 'label', evidence: [{ source: 'seed-000' }, {}] });
    expect(Object.keys(audit.sources)).toContain('seed-000');
  });

  it('is open where the table says nothing of a destination, and never clean', () => {
    const record = toy(1, { 'product.destinations': ['DE', 'CA'] });
    expect(ofProducts(namesOf(batchOf(seen([1]), [record])))).toEqual([`open labels/${idOf(1)} CA`]);
  });

  it('is open where the category is not known, though what is asked of every category is there', () => {
    const record = toy(1, { 'product.category': null });
    const found = findingsOf(auditOf([batchOf(seen([1]), [record])])).filter(({ product }) => product);
    expect(found).toMatchObject([
      { rule: null, verdict: 'unknown', countries: ['DE', 'GB'], missing: ['product.category'] },
    ]);
  });

  it('is open, and names what is missing, of a product of which only the row is known', () => {
    const found = findingsOf(auditOf([batchOf(seen([1]))])).filter(({ product }) => product);
    expect(found.map(({ rule }) => rule)).toEqual([
      'eu.responsible-person',
      'gb.responsible-person',
      'semi.block-country',
    ]);
    for (const { severity, missing } of found) {
      expect(severity.id).toBe('open');
      expect(missing).not.toEqual([]);
    }
  });

  it('is said of the store once, however many products it has', () => {
    const store = storeWith({ ...READY, 'store.positiveRatingPct': '90', 'pool.sellThroughPct': '10' });
    const names = namesOf(batchOf(seen([1, 2]), [toy(1), toy(2)], store));
    expect(names[0]).toBe('critical merge.positive-rating/store');
    expect(names).toContain('medium merge.incentive-sell-through/store');
    expect(ofProducts(names)).toEqual([]);
  });

  it('is what ends, over labels that are all there', () => {
    const record = toy(1, { 'product.expiries': [{ what: 'CE ABC', on: '2026-11-25' }] });
    const [found] = findingsOf(auditOf([batchOf(seen([1]), [record])]));
    expect(found).toMatchObject({
      id: `ends:CE ABC/${idOf(1)}`,
      severity: { id: 'medium' },
      ends: { what: 'CE ABC', on: '2026-11-25' },
      used: ['product.expiries'],
    });
  });

  it('is one ending of several that bear one name: the soonest', () => {
    const expiries = ['2026-12-01', '2026-11-25', '2026-12-10'].map((on) => ({ what: 'CE', on }));
    const found = findingsOf(auditOf([batchOf(seen([1]), [toy(1, { 'product.expiries': expiries })])]));
    expect(found.flatMap(({ ends }) => ends ?? [])).toEqual([{ what: 'CE', on: '2026-11-25' }]);
  });

  it('is the lower fee, where its conditions are met and the turnover is not known', () => {
    const store = storeWith({ ...READY, 'pool.sellThroughPct': '90', 'pool.returnRatePct': '10' });
    const found = findingsOf(auditOf([batchOf(seen([1]), [toy(1)], store)]));
    const fee = found.filter(({ chip }) => chip === 'fee');
    expect(fee).toMatchObject([{ id: 'merge.fee-incentive/store', severity: { id: 'open' } }]);
    expect(fee[0]?.missing).toContain('pool.gmv');
  });

  it('is open in full of a store of which nothing is known', () => {
    const names = namesOf(batchOf(seen([]), [], newStore(CHANNEL, START)));
    expect(names.length).toBeGreaterThan(10);
    expect(names.every((name) => name.startsWith('open'))).toBe(true);
  });

  it('names a product without a price as one whose fee is open', () => {
    const rows = seen([1]);
    const [first] = rows.rows;
    const bare = { ...rows, rows: first ? [{ ...first, row: { productId: idOf(1) } }] : [] };
    const found = findingsOf(auditOf([batchOf(bare, [toy(1)])])).filter(({ product }) => product);
    expect(found).toMatchObject([{ chip: 'fee', verdict: 'unknown', missing: ['product.price'] }]);
  });
});

describe('the matrix', () => {
  it('counts products by label and country, and destinations the table does not cover', () => {
    const products = [
      toy(1),
      toy(2, { 'product.marks': [], 'product.destinations': ['DE', 'CA'] }),
      toy(3, { 'product.marks': null }),
    ];
    const { labels, countries, cells, notCovered } = matrixOf(
      auditOf([batchOf(seen([1, 2, 3], { at: minute(1) }), products)]),
    );
    expect(labels).toEqual(['eu.ce', 'eu.responsible-person', 'gb.ce-or-ukca', 'gb.responsible-person']);
    expect(countries).toEqual(['DE', 'GB']);
    expect(cells['eu.ce']).toEqual({ DE: { pass: 1, fail: 1, unknown: 1 } });
    expect(cells['gb.ce-or-ukca']).toEqual({ GB: { pass: 1, fail: 0, unknown: 1 } });
    expect(notCovered).toEqual({ CA: 1 });
  });
});
