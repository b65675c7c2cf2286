import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newStore } from '../../../utils/facts/store-record.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { copiesIn } from '../../../utils/storage/set-aside.ts';
import { Stores } from '../../../utils/storage/stores.ts';
import { resetStorage, valuesAside } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let records: Records;
let stores: Stores;

beforeEach(() => {
  resetStorage();
  records = localRecords();
  stores = new Stores(records);
});

const seen = (channelId: string, lastSeen: string) =>
  stores.change(channelId, lastSeen, (store) => ({ ...store, lastSeen }));

describe('stores', () => {
  it('are made when first changed, and listed with the last seen first', async () => {
    await seen('1', '2026-11-20T00:00:00Z');
    await seen('2', '2026-11-22T00:00:00Z');
    await seen('3', '2026-11-21T00:00:00Z');
    expect((await stores.all()).map(({ channelId }) => channelId)).toEqual(['2', '3', '1']);
    expect(await stores.get('4')).toBeUndefined();
  });

  it('lose no change when many come at once', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    await Promise.all(
      letters.map((letter) =>
        stores.change('1', 'now', (store) => ({ ...store, name: store.name + letter })),
      ),
    );
    expect((await stores.get('1'))?.name).toBe(letters.join(''));
  });

  it('set a record aside that cannot be read, and go on with the rest', async () => {
    const corrupt = { version: 1, channelId: '1', typed: 'gone' };
    await records.update('store:1', () => corrupt);
    await seen('2', '2026-11-22T00:00:00Z');
    expect((await stores.all()).map(({ channelId }) => channelId)).toEqual(['2']);
    expect(await valuesAside(records, 'store:1')).toEqual([corrupt]);
    await stores.change('1', 'now', (store) => ({ ...store, name: 'anew' }));
    expect((await stores.get('1'))?.name).toBe('anew');
    expect(await valuesAside(records, 'store:1')).toEqual([corrupt]);
  });

  it('log each change in the same step, and nothing where nothing changed', async () => {
    const named = (name: string, at: string) => stores.change('1', at, (store) => ({ ...store, name }));
    await named('Home', '2026-11-20T00:00:00Z');
    await named('Home', '2026-11-21T00:00:00Z');
    await seen('1', '2026-11-22T00:00:00Z');
    await named('Shop', '2026-11-23T00:00:00Z');
    const { entries } = await stores.log('1');
    expect(entries).toEqual([
      { at: '2026-11-20T00:00:00Z', what: 'name', from: null, to: 'Home', origin: { kind: 'typed' } },
      { at: '2026-11-23T00:00:00Z', what: 'name', from: 'Home', to: 'Shop', origin: { kind: 'typed' } },
    ]);
  });

  it('set a log aside that cannot be read, and begin a new one', async () => {
    await records.update('log:1', () => ({ version: 9 }));
    await stores.change('1', 'now', (store) => ({ ...store, name: 'Home' }));
    expect((await stores.log('1')).entries).toHaveLength(1);
    expect(copiesIn(await records.get('set-aside:log:1'))).toMatchObject([{ value: { version: 9 } }]);
  });

  it('keep the record and its log as they were where a change fails', async () => {
    await seen('1', '2026-11-20T00:00:00Z');
    const failing = stores.change('1', 'now', () => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect((await stores.log('1')).entries).toEqual([]);
    expect((await stores.get('1'))?.lastSeen).toBe('2026-11-20T00:00:00Z');
    await seen('1', '2026-11-21T00:00:00Z');
    expect((await stores.get('1'))?.lastSeen).toBe('2026-11-21T00:00:00Z');
  });
});

describe('where records are kept', () => {
  const openAnew = async (): Promise<Records> => {
    vi.resetModules();
    return (await import('../../../utils/storage/open.ts')).openRecords();
  };

  it('is storage.local where IndexedDB is refused', async () => {
    vi.doMock('../../../utils/storage/indexed-db.ts', () => ({
      indexedDbRecords: () => Promise.reject(new DOMException('refused', 'InvalidStateError')),
    }));
    const opened = await openAnew();
    await opened.update('store:1', () => newStore('1', 'now'));
    expect(await localRecords().get('store:1')).toEqual(newStore('1', 'now'));
  });

  it('is IndexedDB once it is not refused, with all that was kept meanwhile', async () => {
    const kept = new Map<string, unknown>([['store:2', 'already there']]);
    vi.doMock('../../../utils/storage/indexed-db.ts', () => ({
      indexedDbRecords: async (): Promise<Records> => ({
        get: async (key) => kept.get(key),
        getMany: async (keys) => keys.map((key) => kept.get(key)),
        keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
        entries: () => {
          throw new Error('Nothing is listed while records move over');
        },
        update: async (key, change) => void kept.set(key, change(kept.get(key))),
        updateMany: async (keys, change) => {
          for (const key of keys) kept.set(key, change(kept.get(key), key));
        },
        remove: async (keys) => {
          for (const key of keys) kept.delete(key);
        },
      }),
    }));
    const fact = (text: string, at: string) => [
      { value: text, text, isExact: true, at, origin: { kind: 'typed' as const } },
    ];
    const typed = (facts: Record<string, ReturnType<typeof fact>>) => ({
      ...newStore('3', '2026-01-01'),
      facts,
    });
    const [old, late] = [fact('0.1', '2026-01-01'), fact('0.2', '2026-02-01')];
    kept.set('store:3', typed({ 'store.disputeRatePct': late, 'store.fulfilmentRatePct': old }));
    const meanwhile = typed({
      'store.disputeRatePct': old,
      'store.fulfilmentRatePct': late,
      'pool.gmv': old,
    });
    await localRecords().update('store:1', () => 'typed while refused');
    await localRecords().update('store:2', () => 'unreadable');
    await localRecords().update('store:3', () => meanwhile);
    await openAnew();
    expect(Object.fromEntries(kept)).toEqual({
      'store:1': 'typed while refused',
      'store:2': 'already there',
      'set-aside:store:2': { version: 2, copies: [{ value: 'unreadable', at: expect.any(String) }] },
      'store:3': typed({ 'store.disputeRatePct': late, 'store.fulfilmentRatePct': late, 'pool.gmv': old }),
    });
    expect(await localRecords().keys('')).toEqual([]);
  });
});
