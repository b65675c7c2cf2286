import { indexedDbRecords } from './indexed-db.ts';
import { kindOf } from './kinds.ts';
import { localRecords } from './local.ts';
import type { Records } from './records.ts';
import { setAside } from './set-aside.ts';

/**
 * What was kept while IndexedDB was refused moves over once it is not. A record kept in both places keeps of
 * each fact the later; of what can't be read, the one not taken is set aside.
 */
async function moveIn(target: Records, source: Records): Promise<void> {
  for (const key of await source.keys('')) {
    const kept = await source.get(key);
    const own = await target.get(key);
    const merged = own === undefined ? kept : kindOf(key)?.merged(own, kept, key);
    if (merged === undefined) await setAside(target, key, kept);
    else await target.update(key, () => merged);
    await source.update(key, () => undefined);
  }
}

async function open(): Promise<Records> {
  const local = localRecords();
  const indexedDb = await indexedDbRecords().catch(() => undefined);
  if (!indexedDb) return local;
  await moveIn(indexedDb, local);
  return indexedDb;
}

let opened: Promise<Records> | undefined;

/** The place where records are kept: IndexedDB, or `storage.local` where the browser refuses that. */
export function openRecords(): Promise<Records> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
