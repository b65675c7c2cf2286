import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { chooseStore, typeFact } from '../../tools/browsers/popup.ts';
import { axeFaults } from './axe.ts';
import {
  BROWSERS,
  cardText,
  chipShows,
  clickChip,
  OTHER_STORE,
  open,
  productList,
  reloadPopup,
  STORE,
  settled,
  strayRequests,
  verdicts,
} from './support.ts';

/** A store that meets every bar of the merge service, typed as a person would. */
const MERGE_FACTS: [path: string, text: string][] = [
  ['store.registeredIn', 'CN'],
  ['store.fullManagedStores', '2'],
  ['store.gmv90dUsd', '61,250.00'],
  ['store.positiveRatingPct', '97.20'],
  ['store.disputeRatePct', '0.31'],
  ['store.fulfilmentRatePct', '99.10'],
  ['store.skusByCategory', 'Home 240\nBeauty 80'],
  ['store.stableSupply', 'yes'],
];

const popupShows = (popup: Page, chip: string, verdict: string) =>
  popup.waitForSelector(`.programmes [data-ml-chip="${chip}"][data-ml-verdict="${verdict}"]`);

const problem = (popup: Page, path: string): Promise<string> =>
  popup.$eval(`[data-field="${path}"] .problem`, (element) => element.textContent ?? '');

describe.each(BROWSERS)('the popup in %s', (name) => {
  let session: Session;
  let popup: Page;
  let tabs: Page[];

  beforeAll(async () => {
    session = await open(name);
    popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
  });

  afterAll(() => session.close());

  it('says what to do before any store was seen', async () => {
    await popup.waitForSelector('.empty');
  });

  it('lists the stores seen, by themselves', async () => {
    tabs = [];
    for (const store of [STORE, STORE, OTHER_STORE]) {
      const tab = await session.sellerCentre(productList(store, { delay: 0 }));
      await settled(tab);
      tabs.push(tab);
    }
    await reloadPopup(popup);
    await popup.bringToFront();
    await popup.locator('.store [role="combobox"]').click();
    await popup.waitForSelector('[role="option"]');
    const stores = await popup.$$eval('[role="option"]', (options) => options.map(({ id }) => id));
    expect(stores.toSorted()).toEqual([`store-${STORE}`, `store-${OTHER_STORE}`].toSorted());
    await chooseStore(popup, STORE);
  });

  it('changes the strips of every open tab of the store at once, and of no other', async () => {
    const marks = await Promise.all(tabs.map((tab) => tab.evaluate(() => performance.timeOrigin)));
    for (const [path, text] of MERGE_FACTS) await typeFact(popup, path, text);
    await popupShows(popup, 'merge', 'pass');
    const [first, second, other] = tabs as [Page, Page, Page];
    await chipShows(first, 'merge', 'pass');
    await chipShows(second, 'merge', 'pass');
    expect((await verdicts(other)).merge).toBe('unknown');
    expect(await Promise.all(tabs.map((tab) => tab.evaluate(() => performance.timeOrigin)))).toEqual(marks);
    await first.bringToFront();
    await clickChip(first, 'merge', 5);
    expect(await cardText(first)).toMatch(/97\.20%/);
    await popup.bringToFront();
  });

  it('redraws a card that is open when its facts change', async () => {
    const [first] = tabs as [Page];
    await typeFact(popup, 'store.disputeRatePct', '0.9');
    await chipShows(first, 'merge', 'fail');
    await first.waitForFunction(
      () =>
        document
          .querySelector('[data-ml="card"]')
          ?.shadowRoot?.querySelector('.verdict[data-verdict="fail"]'),
      { polling: 50 },
    );
    await typeFact(popup, 'store.disputeRatePct', '0.31');
    await chipShows(first, 'merge', 'pass');
  });

  it('takes a value as rounded unless it is said to be exact', async () => {
    await typeFact(popup, 'store.positiveRatingPct', '96.50');
    await popupShows(popup, 'merge', 'unknown');
    await popup.locator('[data-field="store.positiveRatingPct"] .exact input').click();
    await popupShows(popup, 'merge', 'pass');
  });

  it('refuses bad input with a reason beside it, keeps what was there, and shows both again', async () => {
    await typeFact(popup, 'store.positiveRatingPct', '101');
    await popup.waitForSelector('[data-field="store.positiveRatingPct"] .problem');
    expect(await problem(popup, 'store.positiveRatingPct')).toMatch(/100/);
    await typeFact(popup, 'store.skusByCategory', 'Home 240\nBeauty');
    await popup.waitForSelector('[data-field="store.skusByCategory"] .problem');
    expect(await problem(popup, 'store.skusByCategory')).toMatch(/2/);
    await popupShows(popup, 'merge', 'pass');
    await reloadPopup(popup);
    // Opened in a tab of its own the popup covers no store's page, so it starts with the store seen last.
    await chooseStore(popup, STORE);
    await popupShows(popup, 'merge', 'pass');
    const typed = await popup.$eval('[data-field="store.positiveRatingPct"] input', (input) => input.value);
    expect(typed).toBe('101');
    await popup.waitForSelector('[data-field="store.positiveRatingPct"] .problem');
    expect(await problem(popup, 'store.positiveRatingPct')).toMatch(/100.*96\.50/);
    await typeFact(popup, 'store.positiveRatingPct', '96.50');
    await popupShows(popup, 'merge', 'pass');
  });

  it('speaks both languages, and so do the open tabs, at once', async () => {
    const [first] = tabs as [Page];
    const merge = () =>
      first.evaluate(
        () =>
          document.querySelector('[data-ml="row"]')?.shadowRoot?.querySelector('[data-ml-chip="merge"] span')
            ?.textContent,
      );
    await popup.bringToFront();
    await popup.select('.language', 'zh_CN');
    await popup.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await expect.poll(merge).toBe('合并');
    expect(await popup.$eval('main', (main) => main.textContent)).toContain('全托管合并服务');
    await popup.select('.language', 'en');
    await popup.waitForFunction(() => document.documentElement.lang === 'en');
    await expect.poll(merge).toBe('Merge');
  });

  it('lends no store’s verdict to another when the page switches stores by itself', async () => {
    const [first] = tabs as [Page];
    await first.bringToFront();
    await chipShows(first, 'merge', 'pass');
    const switchTo = async (store: string): Promise<void> => {
      await first.click('.store-switch');
      await first.locator(`.ait-dropdown-menu-item[data-menu-id$="${store}"]`).click();
      await first.waitForFunction((id) => location.search.includes(id), {}, store);
    };
    await switchTo(OTHER_STORE);
    await chipShows(first, 'merge', 'unknown');
    await settled(first);
    await switchTo(STORE);
    await chipShows(first, 'merge', 'pass');
    await settled(first);
  });

  it('is used by keyboard alone', async () => {
    const field = '[data-field="store.ordersPerDay"] input';
    await popup.bringToFront();
    if (!(await popup.$('[data-group="merge"][open]'))) {
      await popup.focus('[data-group="merge"] summary');
      await popup.keyboard.press('Enter');
    }
    await popup.focus(field);
    await popup.keyboard.type('49');
    await popup.keyboard.press('Tab');
    await popupShows(popup, 'merge', 'caution');
    await popup.focus(field);
    await popup.keyboard.down('Control');
    await popup.keyboard.press('a');
    await popup.keyboard.up('Control');
    await popup.keyboard.press('Delete');
    await popup.keyboard.press('Enter');
    await popupShows(popup, 'merge', 'pass');
  });

  it('has nothing that axe finds wrong, with everything open', async () => {
    await popup.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    expect(await axeFaults(popup, ['body'])).toEqual([]);
  });

  it('fits from 360 px to 800 px without scrolling sideways', async () => {
    for (const width of [360, 440, 800]) {
      await popup.setViewport({ width, height: 800 });
      const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
