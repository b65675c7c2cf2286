import { createStore, get, keys, promisifyRequest } from 'idb-keyval';
import type { Records } from './records.ts';

/**
 * Records in the extension's own IndexedDB.
 * @throws where the browser refuses it, as Firefox does with "never remember history"
 */
export async function indexedDbRecords(): Promise<Records> {
  const store = createStore('managedlens', 'records');
  await keys(store);
  return {
    get: (key) => get(key, store),
    keys: () => keys<string>(store),
    // One transaction, and settled only when it is complete: a background killed right after has lost nothing.
    update: (key, change) =>
      store('readwrite', async (records) => {
        const changed = change(await promisifyRequest(records.get(key)));
        if (changed === undefined) records.delete(key);
        else records.put(changed, key);
        await promisifyRequest(records.transaction);
      }),
  };
}
