import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { products } from '../seller-centre/catalogue.ts';
import {
  choose,
  enlarged,
  givenUpAt,
  isSavedWhenCancelled,
  openTab,
  saved,
  says,
  textOf,
} from './audit-panel-page.ts';
import { turnTo } from './audits.ts';
import { axeFaults } from './axe.ts';
import { Files } from './import-files.ts';
import { ask } from './senders.ts';
import { BROWSERS, OTHER_STORE, open, productList, STORE, settled, strayRequests } from './support.ts';

const ROWS = 300;
const LIST = { rows: ROWS, pagesize: 100, delay: 50, rerender: 0 };
const LISTED = products(STORE, { rows: ROWS });

/** Toys for Germany without a CE mark: on each page one. Every other product's label category is not known. */
const PLANTED = [0, 120, 250];

const listed = (index: number) => {
  const product = LISTED[index];
  if (!product) throw new Error(`There is no product ${index}`);
  return product;
};

const plant = (own: Page, marks: (index: number) => string[]): Promise<unknown> =>
  ask(own, 'products.import', {
    channelId: STORE,
    file: 'toys.csv',
    at: new Date().toISOString(),
    products: PLANTED.map((index) => ({
      productId: listed(index).productId,
      facts: { category: 'toys', destinations: ['DE'], blocked: [], marks: marks(index), registrations: [] },
      expiries: [],
    })),
  });

interface Sidebar {
  browser: { sidebarAction: { isOpen(where: object): Promise<boolean> } };
}

describe.each(BROWSERS)('the audit panel in %s', (name) => {
  let session: Session;
  let own: Page;
  let panel: Page;
  let list: Page;
  const files = new Files();

  beforeAll(async () => {
    session = await open(name, { lang: 'en-GB' });
    own = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await ask(own, 'store.add', { channelId: STORE, name: 'Lumora' });
    await plant(own, () => []);
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('opens beside the page from the popup, for the popup’s store', async () => {
    await own.bringToFront();
    await own.waitForSelector(`.store[data-store="${STORE}"]`);
    await own.locator('[data-do="audit"]').click();
    if (name === 'firefox') {
      const isOpen = () =>
        own.evaluate(() => (globalThis as unknown as Sidebar).browser.sidebarAction.isOpen({}));
      await expect.poll(isOpen).toBe(true);
      return;
    }
    const target = await session.browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'));
    const side = await target.asPage();
    await says(side, '.bar', `Lumora (${STORE})`);
    await says(side, '.empty', 'Start the audit here');
  });

  it('says what to do first, starts, and follows what is paged through', async () => {
    panel = await session.extensionPage(`sidepanel.html?channelId=${STORE}`, {
      viewport: { width: 400, height: 900 },
    });
    await panel.locator('.empty [data-do="start"]').click();
    await says(panel, '.empty', 'Nothing was seen yet');
    list = await session.sellerCentre(productList(STORE, LIST));
    await settled(list);
    await says(panel, '.coverage', '1 of 3 pages; 100 of 300 products.');
    await turnTo(list, 2);
    await says(panel, '.coverage', '2 of 3 pages; 200 of 300 products.');
    await turnTo(list, 3);
    await says(panel, '.coverage', 'All 3 pages and 300 products seen.');
  });

  it('finds what was planted, and nothing else', async () => {
    await panel.bringToFront();
    await panel.locator('[data-severity="high"][aria-pressed]').click();
    await says(panel, '.more [role="status"]', '3 of ');
    await panel.waitForFunction(() => document.querySelectorAll('.finding').length === 3, { polling: 50 });
    const found = await panel.$$eval('.finding', (all) =>
      all.map((each) =>
        [...each.querySelectorAll('.says, .product, button')].map((part) => part.textContent),
      ),
    );
    const places = ['Page 1, row 1', 'Page 2, row 21', 'Page 3, row 51'];
    const expected = PLANTED.map((index, place) => ['CE mark', listed(index).title, places[place]]);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('is used by keyboard alone: search, list, card, mute', async () => {
    await panel.focus('[role="grid"]');
    await panel.keyboard.press('/');
    await panel.keyboard.type(listed(120).productId);
    await says(panel, '.more [role="status"]', '1 of ');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Enter');
    await says(panel, '.finding-card h2', 'CE mark');
    expect(await textOf(panel, '.finding-card')).toContain('Germany');
    expect(await textOf(panel, '.finding-card blockquote')).not.toBe('');
    await panel.keyboard.press('m');
    await panel.waitForSelector('.mute-form input:focus');
    await panel.keyboard.type('Not sold any more');
    await panel.keyboard.press('Enter');
    await says(panel, '.mute-form [role="alert"]', 'Type your name.');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('n');
    await panel.waitForSelector('.note-form textarea:focus');
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('Tab');
    await panel.keyboard.up('Shift');
    await panel.keyboard.type('Li Lei');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('m');
    await panel.waitForSelector('.mute-form input:focus');
    expect(await panel.$eval('.mute-form input', (field) => (field as HTMLInputElement).value)).toBe(
      'Not sold any more',
    );
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('.finding-card [data-work="mute"]');
    expect(await textOf(panel, '[data-work="mute"]')).toContain('by Li Lei');
    await panel.keyboard.press('Escape');
    await panel.waitForSelector('.finding[data-state="muted"]');
  });

  it('jumps to a row that is on the page, and says where another was', async () => {
    const go = async (index: number): Promise<void> => {
      await panel.bringToFront();
      await panel.locator('input[type="search"]').fill(listed(index).productId);
      await panel.waitForFunction(
        (title) => {
          const [first, second] = document.querySelectorAll('.finding .product');
          return !second && first?.textContent === title;
        },
        { polling: 50 },
        listed(index).title,
      );
      await panel.focus('[role="grid"]');
      await panel.keyboard.press('o');
    };
    await go(0);
    await says(panel, '.said', 'Page 1, row 1. Open that page');
    await go(250);
    await says(panel, '.said', 'Shown on the page.');
    const isVisible = (): Promise<boolean> =>
      list.evaluate((id) => {
        const strip = document.querySelector(`[data-ml="row"][data-ml-key="${id}"]`);
        const { top = -1, bottom = 0 } = strip?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight && document.visibilityState === 'visible';
      }, listed(250).productId);
    await expect.poll(isVisible).toBe(true);
  });

  it('warns while the page in front is another store’s', async () => {
    const other = await session.sellerCentre(productList(OTHER_STORE, LIST));
    await says(panel, '.wrong-store', OTHER_STORE);
    await list.bringToFront();
    await panel.waitForFunction(() => !document.querySelector('.wrong-store'), { polling: 50 });
    await other.close();
  });

  it('shows the labels by country, and leads from a cell to its findings', async () => {
    await openTab(panel, 'matrix');
    await panel.locator('.matrix td button').click();
    await says(panel, '.more [role="status"]', '3 of ');
    await panel.waitForSelector('.finding[data-state="muted"]');
  });

  it('counts the muted in its summary', async () => {
    await openTab(panel, 'summary');
    expect(await textOf(panel, '.figures')).toContain('Muted1');
    expect(await textOf(panel, '.seen')).toContain('Seen in full');
  });

  let sent: string;

  it('exports, and stops an export', async () => {
    sent = await saved(panel, 'json');
    expect(JSON.parse(sent)).toMatchObject({ audit: { channelId: STORE } });
    await says(panel, '.export-line', `Saved: audit-${STORE}`);
    expect(await isSavedWhenCancelled(panel, 'xlsx')).toBe(false);
    await says(panel, '.export-line', 'no file was saved');
  });

  it('says after a second audit what is gone and why, and what was not seen', async () => {
    await panel.locator('.acts [data-do="end"]').click();
    await plant(own, (index) => (index === 250 ? ['CE'] : []));
    await panel.locator('.acts [data-do="start"]').click();
    await says(panel, '.coverage', '1 of 3 pages; 100 of 300 products; 200 known products');
    await list.bringToFront();
    await turnTo(list, 1);
    await says(panel, '.coverage', '2 of 3 pages; 200 of 300 products; 100 known products not seen since');
    await openTab(panel, 'history');
    await panel.locator('.kinds [data-kind="gone"]').click();
    await panel.waitForFunction(() => document.querySelectorAll('.changes > li').length === 1, {
      polling: 50,
    });
    expect(await textOf(panel, '.changes')).toContain(listed(250).title);
    expect(await textOf(panel, '.changes .why')).toMatch(/Marks.*→ CE.*toys\.csv/);
    await panel.locator('.kinds [data-kind="not-seen"]').click();
    await says(panel, '.changes', listed(120).title);
  });

  it('opens what a colleague sent read only and apart, and says what is wrong with another file', async () => {
    await openTab(panel, 'stores');
    await choose(panel, await files.write('broken.json', sent.slice(0, 1000)));
    await says(panel, '.audited-stores [role="alert"]', 'broken.json');
    const { audit, ...rest } = JSON.parse(sent);
    const theirs = { ...rest, audit: { ...audit, id: 'theirs', name: 'Colleague’s store' } };
    await choose(panel, await files.write('theirs.json', JSON.stringify(theirs)));
    await says(panel, '.state', 'Received, read only');
    expect(await panel.$('.acts [data-do]')).toBeNull();
    await openTab(panel, 'stores');
    await says(panel, '[data-received="true"]', 'Colleague’s store');
    expect(await panel.$$('.store-list [data-received="false"]')).toHaveLength(1);
    await panel.locator('.store-list [data-received="false"] .open-store').click();
    await says(panel, '.state', 'Collecting');
  });

  it('says how far a large file is, and gives it up', async () => {
    await openTab(panel, 'stores');
    const { audit, ...rest } = JSON.parse(sent);
    const path = await files.write('large.json', JSON.stringify({ ...rest, audit: enlarged(audit, 60_000) }));
    const told = givenUpAt(panel);
    await choose(panel, path);
    expect(await told).toMatch(/^[\d,]+ of 60,000Cancel$/);
    await says(panel, '.audited-stores [role="status"]', 'nothing was opened');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
    expect(await panel.$$('[data-received="true"]')).toHaveLength(1);
  });

  it('goes among its filters to another store’s latest audit, and stays filtered', async () => {
    await openTab(panel, 'findings');
    await panel.locator('[data-severity="high"][aria-pressed="false"]').click();
    await says(panel, '.more [role="status"]', '1 of ');
    await panel.locator('.more-filters summary').click();
    await says(panel, '.choices label', 'Colleague’s store');
    await panel.select('.choices select', 'theirs');
    await says(panel, '.state', 'Received, read only');
    await says(panel, '.more [role="status"]', '3 of ');
    expect(await panel.$('[data-severity="high"][aria-pressed="true"]')).not.toBeNull();
    const own = await panel.$eval('.choices option:first-child', (option) => [
      option.textContent,
      (option as HTMLOptionElement).value,
    ]);
    expect(own[0]).toMatch(/^Lumora \(\d+\): \d+$/);
    await panel.select('.choices select', own[1] ?? '');
    await says(panel, '.state', 'Collecting');
    await says(panel, '.more [role="status"]', '1 of ');
  });

  it.each(['en', 'zh_CN'])(
    'has nothing that axe finds wrong, and fits, in every view: %s',
    async (language) => {
      await panel.select('.language', language);
      const tag = language === 'en' ? 'en' : 'zh-CN';
      await panel.waitForFunction((lang) => document.documentElement.lang === lang, { polling: 50 }, tag);
      for (const tab of ['findings', 'matrix', 'summary', 'history', 'stores']) {
        await openTab(panel, tab);
        if (tab === 'findings' && !(await panel.$('.finding-card'))) await panel.locator('.finding').click();
        expect(await axeFaults(panel, ['body']), tab).toEqual([]);
        for (const width of [240, 340, 480, 1280]) {
          await panel.setViewport({ width, height: 800 });
          const overflow = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${tab} at ${width} px`).toBeLessThanOrEqual(0);
        }
        await panel.setViewport({ width: 400, height: 900 });
      }
    },
  );

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
