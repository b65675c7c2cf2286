import type { Page } from 'puppeteer-core';
import { axeFaults } from './axe.ts';

/** Waits for a stage of the import. */
export const stage = (page: Page, kind: string) =>
  page.waitForSelector(`.import[data-stage="${kind}"]`, { timeout: 60_000 });

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

/** Chooses a file, as the browser's dialog would. */
export async function choose(page: Page, path: string): Promise<void> {
  await stage(page, 'start');
  const input = await page.waitForSelector('input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** What has the focus: the name of its element and what is written on it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.localName} ${activeElement?.textContent}`;
  });

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, what: RegExp): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (what.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by Tab, only ${await focused(page)}`);
}

/** What is wrong with how a stage looks: in each theme by axe, and whatever scrolls sideways at a width. */
export async function looksWrong(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, theme);
    faults.push(...(await axeFaults(page, ['body'])).map((fault) => `${theme}: ${fault}`));
  }
  for (const width of [480, 800, 1280]) {
    await page.setViewport({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) faults.push(`${overflow} px too wide at ${width} px`);
  }
  return faults;
}

/** Clicks a button of the import by what it does: keep, discard, again. */
export const press = (page: Page, what: string) => page.locator(`[data-do="${what}"]`).click();

/**
 * Watches for the bar in the middle of a stage, in the page itself: asked for from here, it may be over by then.
 * Called before the stage begins.
 * @returns a promise of what the bar says, and of the press where it is to be cancelled then
 */
export const barWhile = (page: Page, kind: 'reading' | 'keeping', isCancelled: boolean): Promise<string> =>
  page.evaluate(
    (wanted, isPressed) =>
      new Promise<string>((resolve) => {
        const look = (): void => {
          const bar = document.querySelector(`.import[data-stage="${wanted}"]`)?.querySelector('progress');
          if (!bar || (wanted === 'keeping' && (bar.value === 0 || bar.value >= bar.max))) return;
          watcher.disconnect();
          if (isPressed) document.querySelector<HTMLElement>('.progress button')?.click();
          resolve(bar.getAttribute('aria-valuetext') ?? '');
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    kind,
    isCancelled,
  );

interface Extension {
  tabs: { query(which: object): Promise<{ url?: string }[]> };
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
  storage: { local: { onChanged: { addListener(listener: (changes: object) => void): void } } };
}

/** Asks the background again and again, as the popup does when it opens, until the change at the end is announced. */
export const askUntilAnnounced = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    const { runtime, storage } = browser ?? chrome;
    const asked = { answers: 0, isOver: false };
    Object.assign(globalThis, { asked });
    storage.local.onChanged.addListener((changes: object) => {
      asked.isOver ||= 'edition' in changes;
    });
    const ask = async (): Promise<void> => {
      const reply = await runtime.sendMessage({ managedLens: 'popup.open', payload: null });
      if (asked.isOver) return;
      if (reply.ok) asked.answers += 1;
      void ask();
    };
    void ask();
  });

/** How many answers came before that. */
export const answersBefore = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { asked: { answers: number } }).asked.answers);

/** Whether two tabs show an address. Puppeteer can't see a tab that Firefox opens by itself for a page of the extension. */
export const isTabOpenTwice = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(async (url) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.filter((tab) => tab.url === url).length === 2;
  }, address);
