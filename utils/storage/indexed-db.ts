import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import type { Records } from './records.ts';

/**
 * Records in the extension's own IndexedDB.
 * @throws where the browser refuses it, as Firefox does with "never remember history"
 */
export async function indexedDbRecords(): Promise<Records> {
  const store = createStore('managedlens', 'records');
  await store('readonly', (records) => promisifyRequest(records.count()));
  // One transaction, and settled only when it is complete: a background killed right after has lost nothing.
  const updateMany: Records['updateMany'] = (wanted, change) =>
    store('readwrite', async (records) => {
      const kept = await Promise.all(wanted.map((key) => promisifyRequest(records.get(key))));
      // A change that throws does so before anything is written.
      const changed = wanted.map((key, index) => ({ key, value: change(kept[index], key) }));
      for (const { key, value } of changed) {
        if (value === undefined) records.delete(key);
        else records.put(value, key);
      }
      await promisifyRequest(records.transaction);
    });
  return {
    get: (key) => get(key, store),
    getMany: (wanted) => getMany([...wanted], store),
    keys: (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return store('readonly', (records) =>
        promisifyRequest(records.getAllKeys(range) as IDBRequest<string[]>),
      );
    },
    update: (key, change) => updateMany([key], change),
    updateMany,
  };
}
