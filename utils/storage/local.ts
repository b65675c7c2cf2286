import { browser } from 'wxt/browser';
import type { Records } from './records.ts';

const PREFIX = 'record:';

/** Records in `storage.local`, for where IndexedDB is refused. Only the background writes, one change at a time. */
export function localRecords(): Records {
  let queue: Promise<unknown> = Promise.resolve();

  const get = async (key: string): Promise<unknown> => {
    const found: Record<string, unknown> = await browser.storage.local.get(PREFIX + key);
    return found[PREFIX + key];
  };

  const change = async (key: string, next: (kept: unknown) => unknown): Promise<void> => {
    const changed = next(await get(key));
    if (changed === undefined) await browser.storage.local.remove(PREFIX + key);
    else await browser.storage.local.set({ [PREFIX + key]: changed });
  };

  return {
    get,
    async keys() {
      const all: Record<string, unknown> = await browser.storage.local.get(null);
      return Object.keys(all).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []));
    },
    update(key, next) {
      const done = queue.then(() => change(key, next));
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
