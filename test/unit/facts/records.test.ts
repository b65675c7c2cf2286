import { describe, expect, it } from 'vitest';
import {
  disagreeing,
  type KeptFact,
  type KeptFacts,
  winning,
  withKept,
  withoutKept,
} from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf, productRecordIn } from '../../../utils/facts/product-record.ts';
import { factsOf, mergedStores, newStore, storeRecordIn } from '../../../utils/facts/store-record.ts';

const fact = (value: unknown, at: string, kind: KeptFact['origin']['kind'] = 'typed'): KeptFact => {
  const origins: Record<typeof kind, KeptFact['origin']> = {
    typed: { kind: 'typed' },
    read: { kind: 'read', page: 'assessment' },
    imported: { kind: 'imported', file: 'products.csv' },
  };
  return { value, text: String(value), at, origin: origins[kind] };
};

const RATING = 'store.positiveRatingPct';

describe('a kept fact', () => {
  it('stands beside those of other origins, and takes the place of its own', () => {
    const one = withKept({}, RATING, fact('96', '2026-11-01'));
    const two = withKept(one, RATING, fact('97', '2026-11-02', 'read'));
    const three = withKept(two, RATING, fact('98', '2026-11-03'));
    expect(three[RATING]?.map(({ value }) => value).sort()).toEqual(['97', '98']);
    expect(one[RATING]).toHaveLength(1);
  });

  it('read on a page stands beside those of other pages, and takes the place of its own', () => {
    const on = (page: 'home' | 'full-centre', value: string, at: string): KeptFact => ({
      ...fact(value, at),
      origin: { kind: 'read', page },
    });
    const readings = [on('home', '96', '1'), on('full-centre', '97', '2'), on('home', '98', '3')];
    const facts = readings.reduce((kept, reading) => withKept(kept, RATING, reading), {});
    const values = (kept: readonly KeptFact[] | undefined) => kept?.map(({ value }) => value).sort();
    const kept = (facts as Record<string, KeptFact[]>)[RATING];
    expect(values(kept)).toEqual(['97', '98']);
    expect(winning(RATING, kept)?.value).toBe('98');
    expect(values(disagreeing(RATING, kept))).toEqual(['97']);
    const other = { ...newStore('1', '4'), facts: { [RATING]: [on('full-centre', '99', '4')] } };
    const merged = mergedStores({ ...newStore('1', '3'), facts }, other);
    expect(values(merged?.facts[RATING])).toEqual(['98', '99']);
  });

  it('is taken out by its origin alone', () => {
    const both = withKept({ [RATING]: [fact('96', '2026-11-01')] }, RATING, fact('97', '2026-11-02', 'read'));
    expect(withoutKept(both, RATING, 'typed')[RATING]?.map(({ value }) => value)).toEqual(['97']);
    expect(withoutKept(withoutKept(both, RATING, 'typed'), RATING, 'read')).toEqual({});
    expect(withoutKept({}, RATING, 'typed')).toEqual({});
    expect(withoutKept(both, RATING, 'read', 'deposit')).toEqual(both);
  });

  it('counts where it is the newest', () => {
    const typed = fact('96', '2026-11-01T00:00:00Z');
    const read = fact('97', '2026-11-02T00:00:00Z', 'read');
    expect(winning(RATING, [typed, read])).toBe(read);
    expect(winning(RATING, [read, { ...typed, at: '2026-11-03T00:00:00Z' }])?.value).toBe('96');
    expect(winning(RATING, [])).toBeUndefined();
    expect(winning(RATING, undefined)).toBeUndefined();
  });

  it('that the rules would refuse is not known, and hides no other', () => {
    const sound = fact('96', '2026-11-01');
    expect(winning(RATING, [sound, fact('101', '2026-11-02', 'read')])).toBe(sound);
    for (const path of ['store.unheardOf', 'store.constructor', 'toString.name'])
      expect(winning(path, [sound]), path).toBeUndefined();
    const store = {
      ...newStore('1', 'now'),
      facts: { [RATING]: [fact('101', 'now')], 'pool.gmv': [fact('5', 'now')] },
    };
    expect(factsOf(storeRecordIn(store) ?? newStore('none', 'now'))).toEqual({
      store: { positiveRatingPct: undefined },
      pool: { gmv: '5' },
      dates: {},
      done: {},
    });
  });
});

describe('facts that disagree', () => {
  const others = (path: string, counted: unknown, other: unknown) =>
    disagreeing(path, [fact(counted, '2', 'read'), fact(other, '1')]).map(({ value }) => value);

  it('are numbers that can’t be the same, and no others', () => {
    expect(others(RATING, { shown: '96.5' }, '96.5')).toEqual([]);
    expect(others(RATING, { shown: '96.5' }, { shown: '96.52' })).toEqual([]);
    expect(others(RATING, { shown: '96.5' }, '96.55')).toEqual(['96.55']);
    expect(others(RATING, { shown: '96.5' }, '96.45')).toEqual([]);
    expect(others(RATING, '96.5', { shown: '96.4' })).toEqual([{ shown: '96.4' }]);
    expect(others('store.fullManagedStores', 2, '2')).toEqual([]);
    expect(others('store.fullManagedStores', 2, 3)).toEqual([3]);
  });

  it('are lists with other members, whatever their order', () => {
    expect(others('product.destinations', ['DE', 'FR'], ['FR', 'DE'])).toEqual([]);
    expect(others('product.destinations', ['DE'], ['DE', 'FR'])).toEqual([['DE', 'FR']]);
    expect(others('store.stableSupply', true, false)).toEqual([false]);
  });

  it('are none where there is but one', () => {
    expect(disagreeing(RATING, [fact('96', '1')])).toEqual([]);
    expect(disagreeing(RATING, undefined)).toEqual([]);
  });
});

describe('a store record', () => {
  it('of the first version keeps every typed fact', () => {
    const old = {
      version: 1,
      channelId: '1',
      name: 'Home',
      firstSeen: '2026-11-01',
      lastSeen: '2026-11-02',
      typed: { [RATING]: { value: { shown: '96.5' }, text: '96.5%', isExact: false, at: '2026-11-01' } },
    };
    expect(storeRecordIn(old)).toEqual({
      version: 3,
      channelId: '1',
      name: 'Home',
      colour: null,
      firstSeen: '2026-11-01',
      lastSeen: '2026-11-02',
      facts: {
        [RATING]: [
          {
            value: { shown: '96.5' },
            text: '96.5%',
            isExact: false,
            at: '2026-11-01',
            origin: { kind: 'typed' },
          },
        ],
      },
      ticks: {},
      notes: {},
      pools: {},
    });
  });

  it('of the second version keeps all it had', () => {
    const { colour: _colour, ticks: _ticks, notes: _notes, pools: _pools, ...shared } = newStore('1', 'now');
    const facts = { [RATING]: [fact('96', '2026-11-01', 'read')] };
    const old = { ...shared, version: 2, name: 'Home', facts };
    expect(storeRecordIn(old)).toEqual({ ...newStore('1', 'now'), name: 'Home', facts });
  });

  it.each([null, 'text', {}, { ...newStore('1', 'now'), version: 4 }])('%j is none', (kept) => {
    expect(storeRecordIn(kept)).toBeUndefined();
  });

  it('is one with another of the same store: of each fact and origin the later', () => {
    const a = {
      ...newStore('1', '2026-11-02'),
      facts: {
        [RATING]: [fact('96', '2026-11-02'), fact('97', '2026-11-01', 'read')],
        'pool.gmv': [fact('5', '2026-11-01')],
      },
    };
    const b = {
      ...newStore('1', '2026-11-01'),
      name: 'Home',
      facts: { [RATING]: [fact('95', '2026-11-01'), fact('98', '2026-11-03', 'read')] },
    };
    const merged = mergedStores(a, b);
    expect(merged).toEqual(mergedStores(b, a));
    expect(merged?.name).toBe('Home');
    expect(merged?.facts[RATING]?.map(({ value }) => value).sort()).toEqual(['96', '98']);
    expect(merged?.facts['pool.gmv']).toHaveLength(1);
  });

  it('is one with another of the same store: of what a person said the later', () => {
    const said = (isDone: boolean, at: string) => ({ 'merge.step-apply': { isDone, at } });
    const a = { ...newStore('1', '2026-11-02'), ticks: said(false, '2026-11-01'), colour: 'red' as const };
    const b = { ...newStore('1', '2026-11-01'), ticks: said(true, '2026-11-03') };
    expect(mergedStores(a, b)?.ticks).toEqual(said(true, '2026-11-03'));
    expect(mergedStores(b, a)?.ticks).toEqual(said(true, '2026-11-03'));
    expect(mergedStores(a, b)?.colour).toBe('red');
    expect(factsOf({ ...b, ticks: said(true, '2026-11-03') }).done).toEqual({ 'merge.step-apply': true });
  });
});

describe('what is kept by a name that every object has', () => {
  it('is of two records of one store in their one, each as the store that has it says', () => {
    const pool = { destinations: ['FR'], epr: null, appliedAt: null, at: '2026-11-01' };
    const a = {
      ...newStore('1', '2026-11-02'),
      pools: { constructor: pool },
      facts: { valueOf: [fact('1', '2026-11-01')] },
    };
    const b = newStore('1', '2026-11-01');
    for (const merged of [mergedStores(a, b), mergedStores(b, a)]) {
      expect(Object.entries(merged.pools)).toEqual([['constructor', pool]]);
      expect(Object.keys(merged.facts)).toEqual(['valueOf']);
    }
  });
});

describe('the SKUs of a store', () => {
  const skus = (facts: KeptFacts) => factsOf({ ...newStore('1', 'now'), facts }).store;
  const largest = { 'store.largestCategorySkus': [fact(240, '2', 'read')] };
  const byCategory = { 'store.skusByCategory': [fact({ toys: 10 }, '1')] };

  it('are those by category, and only where these are not known the most of one', () => {
    expect(skus(largest)).toEqual({ largestCategorySkus: 240 });
    expect(skus({ ...largest, ...byCategory })).toEqual({ skusByCategory: { toys: 10 } });
  });
});

describe('a product record', () => {
  it('says what is known of the product, as the rules take it', () => {
    const record = {
      ...newProduct('1005000000000001'),
      facts: {
        'product.category': [fact('toys', '1', 'imported')],
        'product.destinations': [fact(['DE', 'XX'], '2', 'read'), fact(['DE'], '1', 'imported')],
      },
    };
    const again = productRecordIn(JSON.parse(JSON.stringify(record)));
    expect(again && productFactsOf(again)).toEqual({
      id: '1005000000000001',
      category: 'toys',
      destinations: ['DE'],
    });
  });

  it.each([null, {}, { ...newProduct('1'), version: 2 }])('%j is none', (kept) => {
    expect(productRecordIn(kept)).toBeUndefined();
  });
});
