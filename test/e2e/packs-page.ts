import type { Page } from 'puppeteer-core';
import type { KeptPacks, SourceState } from '../../utils/packs/kept.ts';

interface Alarms {
  create(name: string, when: { when: number }): void;
  onAlarm: { addListener(listener: (alarm: { name: string }) => void): void };
}

interface Reply {
  ok: boolean;
  answer: unknown;
  error?: string;
}

/** What a page of the extension has, in both browsers. */
export interface ExtensionPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<Reply | undefined> }; alarms: Alarms };
}

/** Asks the background from a page of the extension, as often as it takes: it may just be going. */
export async function ask<T>(page: Page, type: string, payload: unknown = null): Promise<T> {
  const answer = await page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as ExtensionPage;
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const lost = new Promise<undefined>((resolve) => setTimeout(resolve, 10_000));
        const reply = await Promise.race([chrome.runtime.sendMessage(message), lost]).catch(() => undefined);
        if (reply) return reply;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return undefined;
    },
    { managedLens: type, payload },
  );
  if (!answer?.ok) throw new Error(answer?.error ?? `No answer to ${type}`);
  return answer.answer as T;
}

/** Presses a button of the packs in the settings. */
export const click = (page: Page, action: string): Promise<void> =>
  page.locator(`.packs [data-do="${action}"]:not([aria-disabled="true"])`).click();

/** Waits until the settings say that this version is in force. */
export const inForce = (page: Page, version: string): Promise<unknown> =>
  page.waitForSelector(`.packs[data-version="${version}"]`, { timeout: 10_000 });

/** Lets the alarm of the packs ring now; the browser rings it in the background and in every page alike. */
export const ringAlarm = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { alarms } = (globalThis as unknown as ExtensionPage).chrome;
        alarms.onAlarm.addListener(({ name }) => name === 'packs' && resolve());
        alarms.create('packs', { when: Date.now() });
      }),
  );

/** Leaves of every source what another day would have left: nobody can set a browser's clock. */
export const leaveState = (page: Page, state: Partial<SourceState>): Promise<void> =>
  page.evaluate(
    (changed) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('managedlens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite');
          const records = writing.objectStore('records');
          const reading: IDBRequest<KeptPacks> = records.get('packs');
          reading.onsuccess = () => {
            for (const own of Object.values(reading.result.states)) Object.assign(own, changed);
            records.put(reading.result, 'packs');
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    state,
  );
