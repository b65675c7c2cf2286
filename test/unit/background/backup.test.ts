import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  deleteRecords,
  deleteSetAside,
  deleteStore,
  listSetAside,
  measureStores,
  openBackup,
  readRecords,
  restoreRecords,
} from '../../../entrypoints/background/backup.ts';
import type { Row } from '../../../utils/backup/file.ts';
import { areAlike, type KeptFact } from '../../../utils/facts/kept.ts';
import { mergedProducts, newProduct } from '../../../utils/facts/product-record.ts';
import { mergedStores, newStore, type StoreRecord } from '../../../utils/facts/store-record.ts';
import { NO_PACKS, withSource } from '../../../utils/packs/kept.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { resetStorage, valuesAside } from '../storage/support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../utils/packs/bundled.ts', () => ({ bundledPack: async () => ({ version: '2026.11.22' }) }));

const IDS = ['1005000000000001', '1005000000000002'];
const AT = '2026-11-22T08:00:00.000Z';

const typed = (text: string, at = AT): KeptFact[] => [
  { value: text, text, isExact: true, at, origin: { kind: 'typed' } },
];

beforeEach(() => {
  resetStorage();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: '',
    version: '0.1.0',
  });
});

const put = async (rows: readonly Row[]): Promise<void> => {
  for (const [key, value] of rows) await localRecords().update(key, () => value);
};

/** All that is kept, as a backup has it. */
const all = async (channelId: string | null = null): Promise<Row[]> => {
  const { keys } = await openBackup({ channelId });
  return (await readRecords({ keys })).toSorted(([a], [b]) => (a < b ? -1 : 1));
};

const STORES: Row[] = [
  [`product:12:${IDS[1]}`, newProduct(IDS[1] ?? '')],
  [`product:1:${IDS[0]}`, newProduct(IDS[0] ?? '')],
  ['store:1', { ...newStore('1', AT), name: 'One', facts: { 'pool.gmv': typed('5') } }],
  ['store:12', newStore('12', AT)],
];

describe('a backup', () => {
  it('is of all that is kept, also of what another version keeps, or of one store', async () => {
    await put([...STORES, ['future:1', { anything: true }]]);
    expect(await all()).toEqual([['future:1', { anything: true }], ...STORES]);
    expect((await all('1')).map(([key]) => key)).toEqual([`product:1:${IDS[0]}`, 'store:1']);
  });

  it('has what can’t be read among what was set aside', async () => {
    await put([...STORES, ['store:3', 'gone'], [`product:1:${IDS[1]}`, { version: 99 }]]);
    expect((await all()).map(([key]) => key)).toEqual([
      ...STORES.slice(0, 2).map(([key]) => key),
      `set-aside:product:1:${IDS[1]}`,
      'set-aside:store:3',
      ...STORES.slice(2).map(([key]) => key),
    ]);
    expect(await valuesAside(localRecords(), 'store:3')).toEqual(['gone']);
  });
});

const path = fc.constantFrom('pool.gmv', 'pool.skus', 'store.positiveRatingPct');
const at = fc.constantFrom('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z', AT);
const origin = fc.constantFrom<KeptFact['origin'][]>(
  { kind: 'typed' },
  { kind: 'read', page: 'home' },
  { kind: 'read', page: 'merge-monitor' },
  { kind: 'imported', file: 'a.csv' },
);
const fact = fc.record({ value: fc.nat(3), text: fc.string({ maxLength: 3 }), at, origin });
const facts = fc.dictionary(
  path,
  fc.uniqueArray(fact, { selector: ({ origin }) => JSON.stringify(origin), minLength: 1, maxLength: 4 }),
);
const said = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom('merge.a', 'semi.b'), value);
const store: fc.Arbitrary<StoreRecord> = fc
  .record({
    name: fc.constantFrom('', 'A', 'B'),
    colour: fc.constantFrom(null, 'red' as const),
    firstSeen: at,
    lastSeen: at,
    facts,
    ticks: said(fc.record({ isDone: fc.boolean(), at })),
    notes: said(fc.record({ text: fc.string({ maxLength: 3 }), at })),
  })
  .map((part) => ({ ...newStore('1', AT), ...part }));
const ending = fc.record({
  what: fc.constantFrom('CE', 'CPNP'),
  on: fc.constantFrom('2026-12-01', '2026-12-02'),
  stage: fc.constantFrom(30 as const, 7 as const, 'ended' as const),
});
const product = fc
  .record({ facts, seen: fc.uniqueArray(ending, { selector: ({ what, on }) => what + on }) })
  .map((part) => ({ ...newProduct(IDS[0] ?? ''), ...part }));
const rows = fc.tuple(store, product).map(([own, of]): Row[] => [
  [`product:1:${IDS[0]}`, of],
  ['store:1', own],
]);

describe('a restore', () => {
  it('into an empty browser gives the same records', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (kept) => {
        await fakeBrowser.storage.local.clear();
        await restoreRecords({ rows: kept, isReplacing: false });
        expect(await all()).toEqual(kept);
      }),
      { numRuns: 50 },
    );
  });

  it('done twice is done once', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.boolean(), async (ours, theirs, isReplacing) => {
        await fakeBrowser.storage.local.clear();
        await put(ours);
        await restoreRecords({ rows: theirs, isReplacing });
        const once = await all();
        await restoreRecords({ rows: theirs, isReplacing });
        expect(await all()).toEqual(once);
        if (isReplacing) expect(once).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same whichever is restored beside the other, and loses no origin of a fact', () => {
    fc.assert(
      fc.property(store, store, product, product, (a, b, c, d) => {
        const merged = mergedStores(a, b);
        expect(areAlike(merged, mergedStores(b, a))).toBe(true);
        expect(areAlike(mergedProducts(c, d), mergedProducts(d, c))).toBe(true);
        expect(mergedStores(merged, b)).toEqual(merged);
        for (const [name, kept] of [...Object.entries(a.facts), ...Object.entries(b.facts)]) {
          for (const { origin } of kept) {
            expect(merged.facts[name]).toContainEqual(expect.objectContaining({ origin }));
          }
        }
      }),
    );
  });

  it('names what is no record, and keeps the rest', async () => {
    const bad: Row[] = [
      ['store:2', 'gone'],
      ['future:1', {}],
    ];
    expect(await restoreRecords({ rows: [...STORES, ...bad], isReplacing: false })).toEqual({
      refused: ['store:2', 'future:1'],
    });
    expect(await all()).toEqual(STORES);
  });

  it.each([false, true])(
    'brings no rule packs, which nobody would have signed; replacing: %s',
    async (isReplacing) => {
      const ours = withSource(NO_PACKS, { url: 'https://a.example/pack.json', key: 'KEY' });
      await put([['packs', ours]]);
      const rows: Row[] = [
        ['packs', { ...ours, taken: [{ at: AT, layers: {} }], inForce: AT }],
        ['alerts:notified', ['theirs']],
      ];
      expect(await restoreRecords({ rows, isReplacing })).toEqual({ refused: ['packs', 'alerts:notified'] });
      expect(await localRecords().getMany(['packs', 'alerts:notified'])).toEqual([ours, undefined]);
    },
  );

  it('sets aside what can’t be read here, and never replaces what was set aside', async () => {
    await put([
      ['store:1', 'ours'],
      ['set-aside:store:1', 'earlier'],
    ]);
    const theirs: Row[] = [...STORES, ['set-aside:store:1', 'theirs']];
    await restoreRecords({ rows: theirs, isReplacing: true });
    expect(await valuesAside(localRecords(), 'store:1')).toEqual(
      expect.arrayContaining(['earlier', 'ours', 'theirs']),
    );
    expect(await localRecords().get('store:1')).toEqual(STORES[2]?.[1]);
  });

  it('deletes only what it is told to, and nothing that was set aside or that it does not know', async () => {
    await put([...STORES, ['set-aside:store:1', 'earlier'], ['future:1', {}]]);
    await deleteRecords({ keys: ['store:1', 'set-aside:store:1', 'future:1'] });
    expect((await all()).map(([key]) => key)).toEqual([
      'future:1',
      `product:12:${IDS[1]}`,
      `product:1:${IDS[0]}`,
      'set-aside:store:1',
      'store:12',
    ]);
  });
});

describe('a store', () => {
  it('is measured by its facts and products', async () => {
    await put(STORES);
    expect((await measureStores()).toSorted((a, b) => a.channelId.localeCompare(b.channelId))).toEqual([
      { channelId: '1', name: 'One', facts: 1, products: 1 },
      { channelId: '12', name: '', facts: 0, products: 1 },
    ]);
  });

  it('is deleted with all that is kept of it, and no other', async () => {
    await put([...STORES, [`set-aside:product:1:${IDS[1]}`, 'gone'], ['set-aside:store:12', 'gone']]);
    await deleteStore({ channelId: '1' });
    await deleteStore({ channelId: '1' });
    expect((await all()).map(([key]) => key)).toEqual([
      `product:12:${IDS[1]}`,
      'set-aside:store:12',
      'store:12',
    ]);
  });
});

describe('what was set aside', () => {
  it('is named, the last first, and deleted one by one', async () => {
    await put([
      ['set-aside:store:1', 'bare'],
      ['set-aside:store:2', { version: 2, copies: [{ value: 'gone', at: AT }] }],
    ]);
    expect(await listSetAside()).toEqual([
      { key: 'store:2', at: AT, size: 6 },
      { key: 'store:1', at: null, size: 6 },
    ]);
    await deleteSetAside({ key: 'store:1', at: null });
    expect((await listSetAside()).map(({ key }) => key)).toEqual(['store:2']);
  });
});
