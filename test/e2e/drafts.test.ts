import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { chooseStore, typeFact } from '../../tools/browsers/popup.ts';
import { axeFaults } from './axe.ts';
import { ask } from './senders.ts';
import { BROWSERS, open, strayRequests } from './support.ts';
import { isKept, isTypedIn, startTyping, typedIn } from './typing.ts';

const POPUP = { viewport: { width: 440, height: 900 } };
const RATING = 'store.positiveRatingPct';
const UNKEPT = `[data-field="${RATING}"] .unkept`;
const STORE = '4000000001';
const ADDED = '4000000002';

interface Kept {
  typed: Record<string, { text: string } | undefined>;
}

describe.each(BROWSERS)('what is being typed in %s', (name) => {
  let session: Session;
  let popup: Page;

  const openPopup = async (view = ''): Promise<Page> => {
    const page = await session.extensionPage(`popup.html${view}`, POPUP);
    await page.waitForSelector('.store, .empty');
    return page;
  };

  const kept = async (path: string): Promise<string | undefined> =>
    ((await ask(popup, 'store.view', { channelId: STORE })) as Kept).typed[path]?.text;

  beforeAll(async () => {
    session = await open(name);
    popup = await openPopup();
    await ask(popup, 'store.add', { channelId: STORE, name: 'New shop' });
    await popup.waitForSelector(`.store[data-store="${STORE}"]`);
  });

  afterAll(() => session.close());

  it('stays though another popup changes the same store', async () => {
    await startTyping(popup, RATING, '98.2');
    const second = await openPopup();
    await chooseStore(second, STORE);
    await typeFact(second, 'store.disputeRatePct', '0.4');
    await typeFact(second, 'store.fulfilmentRatePct', '99');
    await popup.bringToFront();
    await isTypedIn(popup, 'store.disputeRatePct', '0.4');
    expect(await typedIn(popup, RATING)).toBe('98.2');
    await popup.keyboard.press('Tab');
    await isKept(popup, RATING);
    await second.bringToFront();
    await isTypedIn(second, RATING, '98.2');
    expect(await typedIn(second, 'store.fulfilmentRatePct')).toBe('99');
    await second.close();
  });

  it('stays a draft in a second popup, in both languages, until its user leaves the field', async () => {
    await startTyping(popup, RATING, '9');
    for (const [language, says, kept98] of [
      ['zh_CN', '尚未保存', '98.2'],
      ['en', 'not kept yet', 'Still kept: 98.2'],
    ] as const) {
      await ask(popup, 'language.choose', { language });
      const second = await openPopup();
      await chooseStore(second, STORE);
      await second.waitForSelector(UNKEPT);
      const text = await second.$eval(UNKEPT, ({ textContent }) => textContent);
      expect(text).toContain(says);
      expect(text).toContain(kept98);
      expect(await typedIn(second, RATING)).toBe('9');
      expect(await axeFaults(second, ['.form'])).toEqual([]);
      await second.close();
    }
    const second = await openPopup();
    await chooseStore(second, STORE);
    expect(await kept(RATING)).toBe('98.2');
    await popup.bringToFront();
    await popup.keyboard.type('7.5');
    await popup.keyboard.press('Tab');
    await isTypedIn(second, RATING, '97.5');
    expect(await second.$(UNKEPT)).toBeNull();
    expect(await kept(RATING)).toBe('97.5');
    // It was kept twice in all: 98.2 before, and now once.
    const logged = { channelId: STORE, text: 'positive rating', most: 10 };
    expect(await ask(popup, 'log.view', logged)).toMatchObject({ found: 2 });
    await second.close();
  });

  it('is kept from a second popup where its user says so, by keyboard, and refused with its reason', async () => {
    await startTyping(popup, RATING, '97.');
    const second = await openPopup();
    await chooseStore(second, STORE);
    const keep = `${UNKEPT} button`;
    await second.waitForSelector(keep);
    await second.focus(keep);
    await second.keyboard.press('Enter');
    await second.waitForSelector(`[data-field="${RATING}"] .problem`);
    expect(await kept(RATING)).toBe('97.5');
    await second.close();
    await popup.bringToFront();
    await popup.keyboard.type('1');
    const third = await openPopup();
    await chooseStore(third, STORE);
    await third.focus(keep);
    await third.keyboard.press('Enter');
    await third.waitForFunction((selector) => !document.querySelector(selector), { polling: 50 }, keep);
    expect(await kept(RATING)).toBe('97.1');
    await third.close();
    await popup.bringToFront();
    await popup.keyboard.press('Tab');
  });

  it('is kept when the popup is closed in the middle, and the background with it', async () => {
    await startTyping(popup, 'store.ordersPerDay', '61');
    await session.killBackground();
    await popup.close();
    popup = await openPopup();
    await chooseStore(popup, STORE);
    await isKept(popup, 'store.ordersPerDay');
    expect(await typedIn(popup, 'store.ordersPerDay')).toBe('61');
  });

  it('is shown again with its reason where it could not be taken, and what was kept before goes on', async () => {
    await startTyping(popup, 'store.ordersPerDay', '61 or so');
    await popup.close();
    popup = await openPopup();
    await chooseStore(popup, STORE);
    const problem = '[data-field="store.ordersPerDay"] .problem';
    await popup.waitForSelector(problem);
    expect(await typedIn(popup, 'store.ordersPerDay')).toBe('61 or so');
    expect(await popup.$eval(problem, ({ textContent }) => textContent)).toMatch(/61$/);
    expect(await popup.$eval(problem, (element) => (element as HTMLElement).checkVisibility())).toBe(true);
    await typeFact(popup, 'store.ordersPerDay', '62');
    expect(await popup.$(problem)).toBeNull();
  });

  it('as half a date takes nothing from the date that is kept', async () => {
    const date = 'dates.mergeApplied';
    await typeFact(popup, date, '2026-11-02');
    await isKept(popup, date);
    await popup.$eval(`[data-field="${date}"] input`, (input) => (input as HTMLInputElement).focus());
    await popup.keyboard.press('Delete');
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Tab');
    await popup.waitForSelector(`[data-field="${date}"] .problem`);
    await popup.close();
    popup = await openPopup();
    await chooseStore(popup, STORE);
    expect(await typedIn(popup, date)).toBe('2026-11-02');
  });

  it('as a name is kept when the popup is closed in the middle', async () => {
    await popup.focus('.store-fold summary');
    await popup.keyboard.press('Enter');
    await popup.focus('.store-fold label input');
    await popup.keyboard.type('!');
    await popup.close();
    popup = await openPopup();
    await chooseStore(popup, STORE);
    await popup.waitForFunction(() => document.querySelector('header')?.textContent?.includes('New shop!'));
  });

  it('as a name stays a draft in a second popup', async () => {
    await popup.$eval('.store-fold', (fold) => fold.setAttribute('open', ''));
    await popup.focus('.store-fold label input');
    await popup.keyboard.press('End');
    await popup.keyboard.type('?');
    const second = await openPopup();
    await chooseStore(second, STORE);
    await second.waitForSelector('.store-fold[open] .unkept');
    expect(await second.$eval('.store-fold input', ({ value }) => value)).toBe('New shop!?');
    expect(await second.$eval('header', ({ textContent }) => textContent)).not.toContain('?');
    expect(await axeFaults(second, ['.store'])).toEqual([]);
    await second.close();
    await popup.bringToFront();
    await popup.keyboard.press('Backspace');
    await popup.keyboard.press('Tab');
  });

  it('as a new store is there again in the next popup, and is added once', async () => {
    const form = '.store-fold:last-of-type';
    await popup.$eval(form, (fold) => fold.setAttribute('open', ''));
    await popup.type(`${form} [name="channel-id"]`, ADDED);
    await popup.type(`${form} [name="name"]`, 'Half a na');
    await popup.close();
    popup = await openPopup();
    await popup.waitForSelector(`${form}[open]`);
    const values = () => popup.$$eval(`${form} input`, (inputs) => inputs.map(({ value }) => value));
    expect(await values()).toEqual([ADDED, 'Half a na']);
    const second = await openPopup();
    await second.waitForSelector(`${form}[open]`);
    await popup.bringToFront();
    await popup.type(`${form} [name="name"]`, 'me');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector(`.store[data-store="${ADDED}"]`);
    expect(await values()).toEqual(['', '']);
    await second.bringToFront();
    await second.locator(`${form} [type="submit"]`).click();
    await second.waitForSelector('#store-add-problem');
    await second.close();
    const { stores } = (await ask(popup, 'popup.open', null)) as { stores: { name: string }[] };
    expect(stores.map((store) => store.name).toSorted()).toEqual(['Half a name', 'New shop!']);
    const third = await openPopup();
    expect(await third.$(`${form}[open]`)).toBeNull();
    await third.close();
  });

  it('of a pool is there again in the next popup until it is saved', async () => {
    const monitor = `?channelId=${STORE}#monitor`;
    const field = '.pool-editor > label input';
    const values = async (page: Page) => {
      await page.waitForSelector(field);
      return page.$$eval(`${field}:not([type])`, (inputs) => inputs.map(({ value }) => value));
    };
    await popup.close();
    popup = await openPopup(monitor);
    await popup.waitForSelector('#monitor-epr');
    await popup.$eval('#monitor-epr', (section) => section.setAttribute('open', ''));
    await popup.locator('.pools > button:last-child').click();
    await popup.type(field, 'POOL-A');
    await popup.type('.pool-editor > label:nth-of-type(2) input', 'DE, F');
    await popup.close();
    popup = await openPopup(monitor);
    expect(await values(popup)).toEqual(['POOL-A', 'DE, F']);
    expect(await ask(popup, 'monitor.view', { channelId: STORE })).toMatchObject({
      sections: { epr: { pools: [] } },
    });
    await popup.$eval('#monitor-epr', (section) => section.setAttribute('open', ''));
    await popup.type('.pool-editor > label:nth-of-type(2) input', 'R');
    await popup.locator('.pool-editor [type="submit"]').click();
    await popup.waitForSelector('[data-pool="POOL-A"]');
    await popup.close();
    popup = await openPopup(monitor);
    await popup.waitForSelector('[data-pool="POOL-A"]');
    expect(await popup.$('.pool-editor')).toBeNull();
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
