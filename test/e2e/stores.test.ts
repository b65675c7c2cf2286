import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { chooseStore } from '../../tools/browsers/popup.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, OTHER_STORE, open, productList, STORE, settled, strayRequests } from './support.ts';
import { isKept, startTyping, typedIn } from './typing.ts';

const POPUP = { viewport: { width: 440, height: 900 } };
const RATING = 'store.positiveRatingPct';
const ADDED = '4000000001';

interface Runtime {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** As many stores as an account manager audits, each named by its number. */
const addMany = (popup: Page, count: number): Promise<void> =>
  popup.evaluate(async (all) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
    for (let number = 1; number <= all; number += 1) {
      const payload = { channelId: String(5_000_000_000 + number), name: `Audit ${number}` };
      await (browser ?? chrome).runtime.sendMessage({ managedLens: 'store.add', payload });
    }
  }, count);

const openStore = (popup: Page): Promise<string> =>
  popup.$eval('.store', (section) => section.getAttribute('data-store') ?? '');

describe.each(BROWSERS)('the stores in %s', (name) => {
  let session: Session;
  let popup: Page;
  let tab: Page;

  const openPopup = async (): Promise<Page> => {
    const page = await session.extensionPage('popup.html', POPUP);
    await page.waitForSelector('.store, .empty');
    return page;
  };

  beforeAll(async () => {
    session = await open(name);
    popup = await openPopup();
  });

  afterAll(() => session.close());

  it('are added by their channelId before any was seen, by keyboard alone', async () => {
    await popup.focus('.store-fold summary');
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('Tab');
    await popup.keyboard.type('12a');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#store-add-problem');
    expect(await popup.$eval('#store-add-problem', ({ textContent }) => textContent)).toMatch(/digits/);
    expect(await popup.$('.store')).toBeNull();
    await popup.keyboard.press('Backspace');
    await popup.keyboard.press('Backspace');
    await popup.keyboard.press('Backspace');
    await popup.keyboard.type(ADDED);
    await popup.keyboard.press('Tab');
    await popup.keyboard.type('New shop');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector(`.store[data-store="${ADDED}"]`);
    expect(await popup.$eval('.store', ({ textContent }) => textContent)).toMatch(/not seen yet/);
  });

  it('are not added twice, and say so', async () => {
    await popup.focus('.store-fold:last-of-type summary');
    await popup.keyboard.press('Enter');
    await popup.focus('[name="channel-id"]');
    await popup.keyboard.type(ADDED);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#store-add-problem');
    expect(await popup.$eval('#store-add-problem', ({ textContent }) => textContent)).toMatch(/New shop/);
  });

  it('bear the colour that was chosen wherever they are named', async () => {
    await popup.focus('.store-fold summary');
    await popup.keyboard.press('Enter');
    await popup.focus('.colours input:checked');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.waitForSelector('.store-combobox .mark[data-colour="orange"]');
    const marked = await popup.$$eval('[data-colour="orange"]', (marks) =>
      marks.map((mark) => mark.closest('header, h2, .colours, .store-combobox')?.tagName.toLowerCase()),
    );
    expect(marked.toSorted()).toEqual(['div', 'fieldset', 'h2', 'header']);
  });

  it('are found among 200 by keyboard, and Escape leaves the one that was open', async () => {
    await addMany(popup, 200);
    const search = '.store [role="combobox"]';
    await popup.focus(search);
    await popup.keyboard.press('ArrowDown');
    await popup.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 201);
    await popup.$eval(search, (input) => (input as HTMLInputElement).select());
    await popup.keyboard.type('audit 19');
    await popup.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 11);
    expect(await axeFaults(popup, ['.store'])).toEqual([]);
    await popup.keyboard.press('Escape');
    expect(await popup.$$('[role="option"]')).toEqual([]);
    expect(await openStore(popup)).toBe(ADDED);
    await popup.keyboard.type('Audit 150');
    await popup.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 1);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.store[data-store="5000000150"]');
  });

  it('say when the tab’s page is of another store, and lead to it', async () => {
    tab = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(tab);
    await popup.bringToFront();
    await tab.bringToFront();
    await popup.waitForSelector('.other-tab');
    expect(await popup.$eval('.other-tab', ({ textContent }) => textContent)).toContain(STORE);
  });

  it('keep what is being typed for the store it was typed for, though another is opened meanwhile', async () => {
    await chooseStore(popup, ADDED);
    await startTyping(popup, RATING, '97.1');
    await tab.bringToFront();
    await popup.waitForSelector('.other-tab button');
    // Pressed by script, so that the field is not even left.
    await popup.$eval('.other-tab button', (button) => (button as HTMLElement).click());
    await popup.waitForFunction(
      (id) => document.querySelector('.store')?.getAttribute('data-store') === id,
      { polling: 50 },
      STORE,
    );
    expect(await popup.$eval('.form h2', ({ textContent }) => textContent)).toContain(STORE);
    expect(await typedIn(popup, RATING)).toBe('');
    await chooseStore(popup, ADDED);
    await isKept(popup, RATING);
    expect(await typedIn(popup, RATING)).toBe('97.1');
  });

  it('start with the one that was seen last', async () => {
    const other = await session.sellerCentre(productList(OTHER_STORE, { delay: 0 }));
    await settled(other);
    await popup.close();
    popup = await openPopup();
    await popup.waitForSelector(`.store[data-store="${OTHER_STORE}"]`);
  });

  it('fit from 360 px to 800 px, and axe finds nothing with all of it open', async () => {
    await popup.$$eval('.store-fold', (folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    for (const width of [360, 440, 800]) {
      await popup.setViewport({ width, height: 900 });
      const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await axeFaults(popup, ['body'])).toEqual([]);
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
