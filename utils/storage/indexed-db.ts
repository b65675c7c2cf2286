import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import { AT_ONCE, type Records } from './records.ts';

const beginning = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/**
 * Records in an IndexedDB of the extension's own.
 * @throws where the browser refuses it, as Firefox does with "never remember history"
 */
export async function indexedDbRecords(database = 'managedlens'): Promise<Records> {
  const store = createStore(database, 'records');
  await store('readonly', (records) => promisifyRequest(records.count()));
  // One transaction, and settled only when it is complete: a background killed right after has lost nothing.
  const updateMany: Records['updateMany'] = (wanted, change) =>
    store('readwrite', async (records) => {
      const kept = await Promise.all(wanted.map((key) => promisifyRequest(records.get(key))));
      // A change that throws does so before anything is written.
      const changed = wanted.map((key, index) => ({ key, value: change(kept[index], key) }));
      for (const [index, { key, value }] of changed.entries()) {
        if (value === undefined) records.delete(key);
        else if (value !== kept[index]) records.put(value, key);
      }
      await promisifyRequest(records.transaction);
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
    remove: (keys, prefix) =>
      store('readwrite', (records) => {
        for (const key of keys) records.delete(key);
        records.delete(beginning(prefix));
        return promisifyRequest(records.transaction);
      }),
  };
}
