import { describe, expect, it } from 'vitest';
import type { Audit } from '../../../utils/audit/audit.ts';
import { differenceOf } from '../../../utils/audit/difference.ts';
import type { ProductRecord } from '../../../utils/facts/product-record.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { READY, storeWith } from '../features/support.ts';
import { auditOf, batchOf, idOf, pack, seen, toy } from './support.ts';

const NUMBERS = [1, 2];

const audited = (records: readonly ProductRecord[], of: Pack = pack, at?: string, numbers = NUMBERS): Audit =>
  auditOf([batchOf(seen(numbers, at ? { at } : {}), records, undefined, of)]);

const whole = audited([toy(1), toy(2)]);
const unmarked = audited([toy(1, { 'product.marks': [] }), toy(2)]);

const stricter: Pack = {
  ...pack,
  version: '2026.12.1',
  labels: pack.labels.map((label) =>
    label.id === 'eu.ce' ? { ...label, satisfiedBy: { kind: 'mark', anyOf: ['CE2'] } } : label,
  ),
};

describe('the difference of two audits', () => {
  it('names what is new, with the value that changed as proof', () => {
    const [change, ...others] = differenceOf(whole, unmarked);
    expect(change).toMatchObject({
      kind: 'new',
      id: `eu.ce/${idOf(1)}`,
      causes: ['fact'],
      facts: [{ path: 'product.marks', before: { value: ['CE', 'UKCA'] }, after: { value: [] } }],
      packs: null,
    });
    expect(others.map(({ id }) => id)).toEqual([`gb.ce-or-ukca/${idOf(1)}`]);
  });

  it('names what is gone', () => {
    expect(differenceOf(unmarked, whole).map(({ kind, causes }) => [kind, causes])).toEqual([
      ['gone', ['fact']],
      ['gone', ['fact']],
    ]);
  });

  it('does not call a finding gone whose product was not come across', () => {
    const without = audited([toy(2)], pack, undefined, [2]);
    expect(differenceOf(unmarked, without).map(({ kind }) => kind)).toEqual(['not-seen', 'not-seen']);
    expect(differenceOf(without, unmarked).map(({ kind, causes }) => [kind, causes])).toEqual([
      ['new', ['product']],
      ['new', ['product']],
    ]);
  });

  it('names what changed where a finding is there before and after', () => {
    const inFrance = audited([
      toy(1, { 'product.marks': [], 'product.destinations': ['DE', 'FR', 'GB'] }),
      toy(2),
    ]);
    expect(differenceOf(unmarked, inFrance)).toMatchObject([
      {
        kind: 'changed',
        id: `eu.ce/${idOf(1)}`,
        before: { countries: ['DE'] },
        after: { countries: ['DE', 'FR'] },
        causes: ['fact'],
        facts: [{ path: 'product.destinations' }],
      },
    ]);
  });

  it('says that the rules changed, and which packs', () => {
    const change = differenceOf(whole, audited([toy(1), toy(2)], stricter)).find(
      ({ id }) => id === `eu.ce/${idOf(1)}`,
    );
    expect(change).toMatchObject({
      kind: 'new',
      causes: ['rules'],
      facts: [],
      packs: { before: pack.version, after: '2026.12.1' },
    });
  });

  it('names both where the rule is stricter and a value is another', () => {
    const sold = toy(1, { 'product.destinations': ['DE', 'FR', 'GB'] });
    const change = differenceOf(whole, audited([sold, toy(2)], stricter)).find(
      ({ id }) => id === `eu.ce/${idOf(1)}`,
    );
    expect(change).toMatchObject({
      kind: 'new',
      causes: ['fact', 'rules'],
      facts: [{ path: 'product.destinations' }],
      packs: { before: pack.version, after: '2026.12.1' },
    });
  });

  it('does not call a value unknown before that no rule had asked for', () => {
    const rated = storeWith({ ...READY, 'store.positiveRatingPct': '90' });
    const without: Pack = {
      ...pack,
      version: '2026.10.1',
      rules: pack.rules.filter(({ test }) => !JSON.stringify(test ?? '').includes('positiveRating')),
    };
    const [old, now] = [without, pack].map((of) => auditOf([batchOf(seen([1]), [toy(1)], rated, of)]));
    if (!old || !now) throw new Error('no audit');
    const changes = [...differenceOf(old, now), ...differenceOf(now, old)];
    expect(changes.map(({ kind, id }) => [kind, id])).toContainEqual(['new', 'merge.positive-rating/store']);
    expect(changes.map(({ kind, id }) => [kind, id])).toContainEqual(['gone', 'merge.positive-rating/store']);
    for (const { causes, facts, packs } of changes) {
      expect({ causes, facts }).toEqual({ causes: ['rules'], facts: [] });
      expect(packs).not.toBeNull();
    }
  });

  it('says that time passed where nothing else did', () => {
    const ending = [toy(1, { 'product.expiries': [{ what: 'CE ABC', on: '2026-12-31' }] }), toy(2)];
    const changes = differenceOf(audited(ending), audited(ending, pack, '2026-12-22T08:00:00.000Z'));
    expect(changes).toMatchObject([{ kind: 'new', id: `ends:CE ABC/${idOf(1)}`, causes: ['time'] }]);
  });

  it('says that a certificate has ended since, which only time did', () => {
    const ending = [toy(1, { 'product.expiries': [{ what: 'CE ABC', on: '2026-12-10' }] }), toy(2)];
    const before = audited(ending);
    expect(differenceOf(before, audited(ending, pack, '2026-12-10T15:59:59.000Z'))).toEqual([]);
    expect(differenceOf(before, audited(ending, pack, '2026-12-10T16:00:00.000Z'))).toMatchObject([
      { kind: 'changed', id: `ends:CE ABC/${idOf(1)}`, causes: ['time'], facts: [], packs: null },
    ]);
  });
});
