import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import { isStorageFull } from './full.ts';
import { AT_ONCE, type Records } from './records.ts';

const beginning = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Settled only when all is written: a background killed right after has lost nothing. */
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/**
 * Records in an IndexedDB of the extension's own.
 * @throws where the browser refuses it, as Firefox does with "never remember history"
 */
export async function indexedDbRecords(database = 'managedlens'): Promise<Records> {
  const store = createStore(database, 'records');
  await store('readonly', (records) => promisifyRequest(records.count()));
  /**
   * One transaction: all of it is written, or nothing. To the one after one that had no room Firefox gives some of its
   * own for what is deleted, and refuses whatever else it would write.
   */
  const transact = (run: (records: IDBObjectStore) => void | Promise<void>): Promise<void> =>
    store('readwrite', async (records) => {
      try {
        await run(records);
      } catch (error) {
        records.transaction.abort();
        throw error;
      }
      await completed(records.transaction);
    });
  const updateMany: Records['updateMany'] = (wanted, change) =>
    transact(async (records) => {
      const kept = await Promise.all(wanted.map((key) => promisifyRequest(records.get(key))));
      const changed = wanted.map((key, index) => ({ key, value: change(kept[index], key) }));
      for (const [index, { key, value }] of changed.entries()) {
        if (value === undefined) records.delete(key);
        else if (value !== kept[index]) records.put(value, key);
      }
    }).catch(async (error) => {
      // So that the next change finds Firefox as usual again.
      if (isStorageFull(error)) await transact(() => {});
      throw error;
    });
  /** Several times as fast as to get them one by one. */
  const readSome = (range: IDBKeyRange): Promise<[string[], unknown[]]> =>
    store('readonly', (records) =>
      Promise.all([
        promisifyRequest(records.getAllKeys(range, AT_ONCE) as IDBRequest<string[]>),
        promisifyRequest<unknown[]>(records.getAll(range, AT_ONCE)),
      ]),
    );
  return {
    get: (key) => get(key, store),
    getMany: (wanted) => getMany([...wanted], store),
    keys: (prefix) =>
      store('readonly', (records) =>
        promisifyRequest(records.getAllKeys(beginning(prefix)) as IDBRequest<string[]>),
      ),
    async *entries(prefix) {
      let range = beginning(prefix);
      let reading = readSome(range);
      for (;;) {
        const [keys, values] = await reading;
        const last = keys.at(-1);
        if (last === undefined) return;
        // Read while the caller is busy with these.
        range = IDBKeyRange.bound(last, range.upper, true);
        reading = readSome(range);
        for (const [index, key] of keys.entries()) yield [key, values[index]];
      }
    },
    update: (key, change) => updateMany([key], change),
    updateMany,
    remove: (keys, prefix) => {
      const removeAll = (records: IDBObjectStore): void => {
        for (const key of keys) records.delete(key);
        if (prefix !== undefined) records.delete(beginning(prefix));
      };
      return transact(removeAll).catch((error) => {
        if (!isStorageFull(error)) throw error;
        return transact(removeAll);
      });
    },
  };
}
