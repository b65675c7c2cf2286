import type { Page } from 'puppeteer-core';
import type { Audit } from '../../utils/audit/audit.ts';

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, ({ textContent }) => textContent ?? '');

/** Waits until a part of the page says something. */
export const says = (page: Page, selector: string, text: string): Promise<unknown> =>
  page.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    { polling: 50 },
    selector,
    text,
  );

export const openTab = async (panel: Page, tab: string): Promise<void> => {
  await panel.bringToFront();
  await panel.locator(`#tab-${tab}`).click();
  await panel.waitForSelector(`#tab-${tab}[aria-selected="true"]`);
};

/** What a press of a button saves as a file. */
export const saved = (panel: Page, format: string): Promise<string> =>
  panel.evaluate(
    (id) =>
      new Promise<string>((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (content: Blob) => {
          URL.createObjectURL = createObjectURL;
          resolve(content.text());
          return createObjectURL.call(URL, content);
        };
        document.querySelector<HTMLElement>(`[data-format="${id}"]`)?.click();
      }),
    format,
  );

/** Whether a file is saved of an export that is cancelled as soon as it can be. */
export const isSavedWhenCancelled = (panel: Page, format: string): Promise<boolean> =>
  panel.evaluate(
    (id) =>
      new Promise<boolean>((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (content: Blob) => {
          resolve(true);
          return createObjectURL.call(URL, content);
        };
        const watcher = new MutationObserver(() => {
          document.querySelector<HTMLElement>('[data-do="cancel-export"]')?.click();
          if (document.querySelector('[data-export="cancelled"]')) {
            URL.createObjectURL = createObjectURL;
            watcher.disconnect();
            resolve(false);
          }
        });
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
        document.querySelector<HTMLElement>(`[data-format="${id}"]`)?.click();
      }),
    format,
  );

/** Chooses a colleague's file. */
export async function choose(panel: Page, path: string): Promise<void> {
  const input = await panel.waitForSelector('.audited-stores input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** An audit of so many products, each as its first one is, under another id. */
export function enlarged(audit: Audit, count: number): Audit {
  const [product] = Object.values(audit.products);
  const many = Array.from({ length: count }, (_, index) => {
    const productId = String(1_005_000_000_000_000 + index);
    return [productId, { ...product, productId }] as const;
  });
  return { ...audit, id: 'large', products: Object.fromEntries(many) as Audit['products'] };
}

/** Gives up the next file that is opened as soon as it is said how far that is. @returns what was said */
export const givenUpAt = (panel: Page): Promise<string | null> =>
  panel.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        const watcher = new MutationObserver(() => {
          const line = document.querySelector('.progress-line');
          if (!line?.querySelector('span')) return;
          watcher.disconnect();
          line.querySelector<HTMLElement>('[data-do="cancel-receive"]')?.click();
          resolve(line.textContent);
        });
        watcher.observe(document.body, { subtree: true, childList: true });
      }),
  );
