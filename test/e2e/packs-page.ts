import type { Page } from 'puppeteer-core';

interface Reply {
  ok: boolean;
  answer: unknown;
  error?: string;
}

/** What a page of the extension has, in both browsers. */
export interface ExtensionPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<Reply | undefined> } };
}

/** Asks the background from a page of the extension, as often as it takes: it may just be going. */
export async function ask<T>(page: Page, type: string, payload: unknown = null): Promise<T> {
  const answer = await page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as ExtensionPage;
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const reply = await chrome.runtime.sendMessage(message).catch(() => undefined);
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
  page.click(`.packs [data-do="${action}"]`);

/** Waits until the settings say that this version is in force. */
export const inForce = (page: Page, version: string): Promise<unknown> =>
  page.waitForSelector(`.packs[data-version="${version}"]`, { timeout: 10_000 });
