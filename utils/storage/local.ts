import { browser } from 'wxt/browser';
import { AT_ONCE, type Records } from './records.ts';

const PREFIX = 'record:';

/** Without their values, which may be many megabytes; Chrome can do so since 130. */
async function allKeys(): Promise<string[]> {
  const { local } = browser.storage;
  return 'getKeys' in local ? local.getKeys() : Object.keys(await browser.storage.local.get(null));
}

/** Records in `storage.local`, for where IndexedDB is refused. Only the background writes, one change at a time. */
export function localRecords(): Records {
  let queue: Promise<unknown> = Promise.resolve();

  const getMany = async (keys: readonly string[]): Promise<unknown[]> => {
    const found: Record<string, unknown> = await browser.storage.local.get(keys.map((key) => PREFIX + key));
    return keys.map((key) => found[PREFIX + key]);
  };

  const keysOf: Records['keys'] = async (prefix) => {
    const wanted = (await allKeys()).filter((key) => key.startsWith(PREFIX + prefix));
    return wanted.map((key) => key.slice(PREFIX.length));
  };

  const change: Records['updateMany'] = async (keys, next) => {
    const kept = await getMany(keys);
    const all = keys.map((key, index) => [PREFIX + key, next(kept[index], key)] as const);
    const changed = all.filter(([, value], index) => value !== kept[index]);
    const removed = changed.flatMap(([key, value]) => (value === undefined ? [key] : []));
    const set = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
    if (Object.keys(set).length > 0) await browser.storage.local.set(set);
    if (removed.length > 0) await browser.storage.local.remove(removed);
  };

  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = queue.then(write);
    queue = done.catch(() => undefined);
    return done;
  };

  const updateMany: Records['updateMany'] = (keys, next) => inTurn(() => change(keys, next));

  return {
    get: async (key) => (await getMany([key]))[0],
    getMany,
    keys: keysOf,
    async *entries(prefix) {
      const keys = await keysOf(prefix);
      for (let start = 0; start < keys.length; start += AT_ONCE) {
        const some = keys.slice(start, start + AT_ONCE);
        const values = await getMany(some);
        for (const [index, key] of some.entries()) yield [key, values[index]];
      }
    },
    update: (key, next) => updateMany([key], next),
    updateMany,
    remove: (keys, prefix) =>
      inTurn(async () => {
        const all = [...keys, ...(prefix === undefined ? [] : await keysOf(prefix))];
        await browser.storage.local.remove(all.map((key) => PREFIX + key));
      }),
  };
}
