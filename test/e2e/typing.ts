import type { Page } from 'puppeteer-core';

const control = (path: string): string => `[data-field="${path}"] .entry > *`;

/** What stands in a fact's field. */
export const typedIn = (popup: Page, path: string): Promise<string> =>
  popup.$eval(control(path), (element) => (element as HTMLInputElement).value);

/** Waits until it stands there. */
export const isTypedIn = (popup: Page, path: string, text: string): Promise<unknown> =>
  popup.waitForFunction(
    (selector, expected) => document.querySelector<HTMLInputElement>(selector)?.value === expected,
    { polling: 50 },
    control(path),
    text,
  );

/** Types into a fact's field and stays in it. */
export async function startTyping(popup: Page, path: string, text: string): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector(control(path));
  await popup.$eval(control(path), (element) => {
    element.closest('details')?.setAttribute('open', '');
    (element as HTMLInputElement).focus();
    (element as HTMLInputElement).select();
  });
  await popup.keyboard.type(text);
}

/** Waits until a fact is kept as it was typed. */
export const isKept = (popup: Page, path: string): Promise<unknown> =>
  popup.waitForFunction(
    (selector) => /typed by you/.test(document.querySelector(selector)?.textContent ?? ''),
    { polling: 50 },
    `[data-field="${path}"] .hint`,
  );
