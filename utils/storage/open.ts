import { indexedDbRecords } from './indexed-db.ts';
import { localRecords } from './local.ts';
import type { Records } from './records.ts';

/** What was kept while IndexedDB was refused moves over once it is not; a record already there stays. */
async function moveIn(target: Records, source: Records): Promise<void> {
  for (const key of await source.keys()) {
    const kept = await source.get(key);
    await target.update(key, (own) => own ?? kept);
    await source.update(key, () => undefined);
  }
}

let opened: Promise<Records> | undefined;

/** The place where records are kept: IndexedDB, or `storage.local` where the browser refuses that. */
export function openRecords(): Promise<Records> {
  opened ??= (async () => {
    const local = localRecords();
    const indexedDb = await indexedDbRecords().catch(() => undefined);
    if (!indexedDb) return local;
    await moveIn(indexedDb, local);
    return indexedDb;
  })();
  return opened;
}
