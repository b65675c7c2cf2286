import type { Page } from 'puppeteer-core';

/** So many kilobytes Firefox has for all that a test stores. */
export const ROOM_KB = 4096;

/**
 * Puts records of no meaning into a database until there is no room for more. After a transaction that had none
 * Firefox takes of the next one what it deletes, and nothing else.
 * @returns the bytes that were put
 */
const putFillers = (page: Page, database: string): Promise<number> =>
  page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const isDone = (run: (records: IDBObjectStore) => void): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = opened.transaction('records', 'readwrite');
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        run(transaction.objectStore('records'));
      });
    let put = 0;
    for (let size = 1 << 16; size >= 64; ) {
      const value = crypto.getRandomValues(new Uint8Array(size));
      if (await isDone((records) => records.put(value, `filler:${crypto.randomUUID()}`))) put += size;
      else {
        await isDone(() => undefined);
        size >>= 1;
      }
    }
    opened.close();
    return put;
  }, database);

/** Takes the largest of them out, so many or all. */
const removeFillers = (page: Page, database: string, most: number): Promise<void> =>
  page.evaluate(
    async (name, count) => {
      const opened = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const isDone = (): Promise<boolean> =>
        new Promise((resolve) => {
          const transaction = opened.transaction('records', 'readwrite');
          transaction.oncomplete = () => resolve(true);
          transaction.onabort = () => resolve(false);
          const records = transaction.objectStore('records');
          const fillers = records.openCursor(IDBKeyRange.bound('filler:', 'filler;'));
          let left = count;
          fillers.onsuccess = () => {
            const cursor = fillers.result;
            if (!cursor || left === 0) return;
            if ((cursor.value as Uint8Array).length === 1 << 16) {
              cursor.delete();
              left -= 1;
            }
            cursor.continue();
          };
        });
      // Where it had no room even for that, it has with the next one.
      if (!(await isDone())) await isDone();
      opened.close();
    },
    database,
    most,
  );

/** Leaves a database in Firefox no more than about so many kilobytes. */
export async function fillRoom(page: Page, database: string, left = 0): Promise<void> {
  // Again while Firefox makes room meanwhile, by clearing away a log of its own.
  while ((await putFillers(page, database)) > 1 << 14);
  if (left > 0) await removeFillers(page, database, Math.ceil(left / 64));
}

export const freeRoom = (page: Page, database: string): Promise<void> => removeFillers(page, database, 1000);
