import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { products } from '../seller-centre/catalogue.ts';
import { headIs, headOf, pagesOf, productsOf, startAudit, turnTo } from './audits.ts';
import { ask } from './senders.ts';
import { BROWSERS, OTHER_STORE, open, productList, STORE, settled } from './support.ts';

const ROWS = 600;
const SIZE = 200;
const PAGES = ROWS / SIZE;
/** So many rows that far ones have no strip. */
const ENDLESS = 1200;
const THREE_PAGES = { rows: ROWS, pagesize: SIZE, delay: 100, rerender: 500 };

/** A page of the list that was seen with all its rows. */
const whole = (number: number) => ({ number, of: PAGES, size: SIZE, total: ROWS, rows: SIZE, unread: 0 });

/** Turns to a page as a person does, and waits until it was collected. */
async function seePage(page: Page, own: Page, id: string, number: number): Promise<void> {
  await page.bringToFront();
  await turnTo(page, number);
  await headIs(own, id, (head) => pagesOf(head).some((seen) => seen.number === number && seen.rows === SIZE));
}

/** Asks the tab of a store for a product's row, as the panel does. */
const jump = (own: Page, channelId: string, productId: string): Promise<unknown> =>
  own.evaluate(
    async (store, product) => {
      interface Tabs {
        query(asked: object): Promise<{ id: number; url?: string }[]>;
        sendMessage(tab: number, message: object): Promise<unknown>;
      }
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: Tabs }>;
      const { tabs } = browser ?? chrome;
      const open = await tabs.query({ url: 'https://csp.aliexpress.com/*' });
      const tab = open.find(({ url }) => url?.includes(`channelId=${store}`));
      return tab && tabs.sendMessage(tab.id, { managedLens: 'row.show', productId: product });
    },
    channelId,
    productId,
  );

/** Waits until a product's strip is marked and in view. */
const comesIntoView = (page: Page, productId: string): Promise<unknown> =>
  page.waitForFunction(
    (key) => {
      const strip = document.querySelector(`[data-ml-key="${key}"][data-marked]`);
      const { top = -1, bottom = -1 } = strip?.getBoundingClientRect() ?? {};
      return top > 0 && bottom < innerHeight;
    },
    { polling: 50 },
    productId,
  );

describe.each(BROWSERS)('an audit collects in %s', (name) => {
  let session: Session;
  /** A page of the extension. */
  let own: Page;

  beforeAll(async () => {
    session = await open(name);
    own = await session.extensionPage('options.html');
  });

  afterAll(() => session.close());

  const begun: { page: Page; id: string }[] = [];

  afterEach(async () => {
    for (const { page, id } of begun.splice(0)) {
      await page.close();
      await ask(own, 'audit.delete', { id });
    }
    expect(session.errors).toEqual([]);
  });

  /** Opens a list whose store's audit runs. */
  async function begin(channelId = STORE, standIn = {}): Promise<{ page: Page; id: string }> {
    const id = await startAudit(own, channelId);
    const page = await session.sellerCentre(productList(channelId, { ...THREE_PAGES, ...standIn }));
    begun.push({ page, id });
    await headIs(own, id, ({ count }) => count === SIZE);
    return { page, id };
  }

  it('every page that is seen, each product with its page and place', async () => {
    const page = await session.sellerCentre(productList(STORE, THREE_PAGES));
    await settled(page);
    const id = await startAudit(own, STORE);
    begun.push({ page, id });
    await headIs(own, id, ({ count }) => count === SIZE);
    await seePage(page, own, id, 2);
    await seePage(page, own, id, 3);
    const head = await headOf(own, id);
    expect(pagesOf(head)).toEqual([whole(1), whole(2), whole(3)]);
    expect(head).toMatchObject({ count: ROWS, channelId: STORE, fault: null });
    const expected = products(STORE, { rows: ROWS }).map(({ productId, title }, index) => ({
      productId,
      title,
      page: Math.floor(index / SIZE) + 1,
      position: (index % SIZE) + 1,
    }));
    const collected = await productsOf(own, id);
    expect(collected).toHaveLength(ROWS);
    const byId = new Map(collected.map((product) => [product.productId, product]));
    expect(expected.filter((one) => !byId.has(one.productId))).toEqual([]);
    for (const one of expected) expect(byId.get(one.productId)).toMatchObject(one);

    // The same page again, and then products that stand on other pages.
    await seePage(page, own, id, 1);
    await settled(page);
    await page.$eval('th.ait-table-column-has-sorters', (header) => (header as HTMLElement).click());
    const first = expected[0]?.productId ?? '';
    await page.waitForFunction(
      (productId) => document.querySelector('tr[data-row-key]')?.getAttribute('data-row-key') !== productId,
      { polling: 100 },
      first,
    );
    await settled(page);
    const now = await page.$eval('tr[data-row-key]', (row) => row.getAttribute('data-row-key') ?? '');
    await expect
      .poll(async () => (await productsOf(own, id)).find(({ productId }) => productId === now)?.page, {
        timeout: 60_000,
      })
      .toBe(1);
    const moved = await headIs(own, id, (seen) => pagesOf(seen).every(({ rows }) => rows === SIZE));
    expect(moved.count).toBe(ROWS);
    expect(pagesOf(moved)).toEqual([whole(1), whole(2), whole(3)]);
  });

  it('nothing of a page that is still loading, also where it is closed in the middle', async () => {
    const { page, id } = await begin(STORE, { delay: 25_000 });
    const before = await headOf(own, id);
    await turnTo(page, 2);
    const isTurning = (): Promise<boolean> =>
      page.$eval(
        '.ait-pagination-item-2',
        (item) =>
          item.matches('.ait-pagination-item-active') &&
          document.querySelector('.ait-spin-spinning') !== null,
      );
    await expect.poll(isTurning, { timeout: 8000 }).toBe(true);
    // Longer than rows are gathered for.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    expect(await isTurning()).toBe(true);
    await page.goto('about:blank');
    const after = await headOf(own, id);
    expect(pagesOf(after)).toEqual([whole(1)]);
    expect(after.revision).toBe(before.revision);
    expect((await productsOf(own, id)).filter((product) => product.page !== 1)).toEqual([]);
  });

  it('two stores at once, each its own, though their products bear the same IDs', async () => {
    const one = await begin(STORE);
    const other = await begin(OTHER_STORE);
    await seePage(other.page, own, other.id, 3);
    await seePage(one.page, own, one.id, 2);
    expect(pagesOf(await headOf(own, one.id)).map(({ number }) => number)).toEqual([1, 2]);
    expect(pagesOf(await headOf(own, other.id)).map(({ number }) => number)).toEqual([1, 3]);
    for (const { id } of [one, other]) expect(await productsOf(own, id)).toHaveLength(2 * SIZE);
  });

  it('rows that one can jump to, while their page is shown', async () => {
    const { page, id } = await begin();
    const [last] = (await productsOf(own, id)).filter(({ position }) => position === SIZE);
    const productId = last?.productId ?? '';
    await page.bringToFront();
    const isShown = comesIntoView(page, productId);
    expect(await jump(own, STORE, productId)).toEqual({ shown: true });
    await isShown;
    await page.waitForFunction(() => !document.querySelector('[data-marked]'), { polling: 50 });
    const other = products(STORE, { rows: ROWS })[SIZE]?.productId ?? '';
    expect(await jump(own, STORE, other)).toEqual({ shown: false });
  });

  it('rows that one can jump to, however far down an endless list', async () => {
    const endless = { rows: ENDLESS, delay: 0, rerender: 0 };
    const page = await session.sellerCentre(productList(STORE, endless));
    begun.push({ page, id: await startAudit(own, STORE) });
    await page.waitForSelector('[data-ml="row"]', { timeout: 60_000 });
    for (const place of [ENDLESS - 1, 500]) {
      const { productId = '' } = products(STORE, { rows: ENDLESS })[place] ?? {};
      expect(await page.$(`[data-ml-key="${productId}"]`)).toBeNull();
      const isShown = comesIntoView(page, productId);
      expect(await jump(own, STORE, productId)).toEqual({ shown: true });
      await isShown;
    }
  });

  it('nothing once it is over, and all again when it goes on', async () => {
    const { page, id } = await begin();
    await ask(own, 'audit.end', { id, isEnded: true });
    const before = await headOf(own, id);
    expect(before.figures).toMatchObject({ products: SIZE, channelId: STORE });
    await turnTo(page, 2);
    await settled(page);
    expect(await headOf(own, id)).toEqual(before);
    await ask(own, 'audit.end', { id, isEnded: false });
    await headIs(own, id, ({ count }) => count === 2 * SIZE);
  });
});
