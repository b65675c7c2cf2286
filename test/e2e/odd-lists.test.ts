import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { BROWSERS, open, productList, STORE, settled, watchFrames, wrongStrips } from './support.ts';

const ROW = 'tr, .ait-table-row';

/** Looks at every frame for a strip on a row of another product or on no row, or two in a row. */
const watchAll = (page: Page): Promise<void> =>
  page.evaluate((rowSelector) => {
    const seen: string[] = [];
    Object.assign(window, { wrongStrips: seen });
    const look = (): void => {
      const rows = new Set<Element>();
      for (const strip of document.querySelectorAll('[data-ml="row"]')) {
        const row = strip.closest(rowSelector);
        const id = /ID: (\d+)/.exec(row?.textContent ?? '')?.[1];
        const key = strip.getAttribute('data-ml-key');
        if (key !== id) seen.push(`the strip of ${key} on the row of ${id}`);
        if (row && rows.has(row)) seen.push(`two strips on the row of ${id}`);
        if (row) rows.add(row);
      }
      requestAnimationFrame(look);
    };
    look();
  }, ROW);

/** Waits until each row of a product, and no other, has its strip. */
const eachHasOne = (page: Page, products: number): Promise<unknown> =>
  page.waitForFunction(
    (rowSelector, least) => {
      const rows = [...document.querySelectorAll(rowSelector)];
      const ofProducts = rows.filter(
        (row) => row.querySelector('.product-id') || /ID: 1005\d+$/.test(row.children[0]?.textContent ?? ''),
      );
      return (
        ofProducts.length >= least &&
        ofProducts.every((row) => row.querySelectorAll('[data-ml="row"]').length === 1) &&
        document.querySelectorAll('[data-ml="row"]').length === ofProducts.length
      );
    },
    { polling: 50, timeout: 60_000 },
    ROW,
    products,
  );

/** The page's own nodes in their order, without ours. */
const ownNodes = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const content = document.querySelector('#ait-microapp-content')?.cloneNode(true) as Element;
    for (const own of content.querySelectorAll('[data-ml]')) own.remove();
    return content.outerHTML;
  });

const lastRow = (page: Page): Promise<string> =>
  page.evaluate((rowSelector) => [...document.querySelectorAll(rowSelector)].at(-1)?.textContent ?? '', ROW);

/** Waits until what moves has come to its end: nothing of the page's has changed for some time. */
async function still(page: Page): Promise<void> {
  let before = '';
  for (let now = await ownNodes(page); now !== before; now = await ownNodes(page)) {
    before = now;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  }
}

describe.each(BROWSERS)('product lists of other makes in %s', (name) => {
  let session: Session;
  let bare: Session;

  beforeAll(async () => {
    session = await open(name);
    bare = await open(name, { bare: true });
  });

  afterAll(async () => {
    await session.close();
    await bare.close();
  });

  it.each([
    ['cells of nothing but text that change', 'text', 40],
    ['rows that show other products', 'recycled', 40],
    ['rows that come in for five seconds', 'streaming', 306],
    ['a second table that is no product list', 'two', 40],
  ])(
    'have one strip on each row at every frame, and their own nodes: %s',
    { timeout: 300_000 },
    async (_, list, products) => {
      const address = productList(STORE, { list, rerender: 150 });
      const page = await session.sellerCentre(address);
      await watchAll(page);
      await eachHasOne(page, products);
      await still(page);
      await eachHasOne(page, products);
      expect(await wrongStrips(page)).toEqual([]);
      const untouched = await bare.sellerCentre(address);
      await untouched.waitForSelector(ROW);
      await still(untouched);
      expect(await ownNodes(page)).toBe(await ownNodes(untouched));
      await untouched.close();
      await page.close();
    },
  );

  it('have the strips of what is in sight where 5,000 products are scrolled through', async () => {
    const page = await session.sellerCentre(productList(STORE, { list: 'virtual' }));
    await watchAll(page);
    await eachHasOne(page, 3);
    const first = await lastRow(page);
    for (const top of [400, 1500, 20_000, 90_000, 300_000, 0]) {
      await page.evaluate((to) => {
        const holder = document.querySelector('.ait-table-tbody-virtual-holder');
        if (holder) holder.scrollTop = to;
      }, top);
      if (top > 0)
        await page.waitForFunction(
          (text, selector) => [...document.querySelectorAll(selector)].at(-1)?.textContent !== text,
          {},
          first,
          ROW,
        );
      await eachHasOne(page, 3);
    }
    expect(await wrongStrips(page)).toEqual([]);
    await page.close();
  });

  it('are left alone in a frame, and the page around it says that it has no rows', async () => {
    const page = await session.sellerCentre(productList(STORE, { list: 'framed', delay: 0, rerender: 0 }));
    const frame = await (await page.waitForSelector('iframe.list-frame'))?.contentFrame();
    await frame?.waitForSelector('tr[data-row-key]');
    await page.waitForSelector('[data-ml="notice"]');
    expect(await page.$$('[data-ml]:not([data-ml="notice"])')).toEqual([]);
    expect(await frame?.$$('[data-ml]')).toEqual([]);
    await page.close();
  });

  it('stay right where one goes elsewhere before they have loaded, and back and forward', async () => {
    const page = await session.sellerCentre(productList(STORE, { delay: 500, rerender: 200 }));
    await page.waitForSelector('.side-menu a');
    await watchFrames(page);
    const menu = (label: string): Promise<void> =>
      page.evaluate((text) => {
        const links = [...document.querySelectorAll<HTMLElement>('.side-menu a')];
        links.find((link) => link.textContent === text)?.click();
      }, label);
    const go = (steps: number): Promise<void> => page.evaluate((by) => history.go(by), steps);
    for (const label of ['订单管理', '商品管理', '订单管理', '商品管理']) {
      await menu(label);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 120)));
    }
    await settled(page);
    await go(-1);
    await page.waitForSelector('table.next-table-row');
    await go(1);
    await page.waitForSelector('tr[data-row-key]');
    await settled(page);
    await go(-2);
    await page.waitForSelector('tr[data-row-key]');
    await settled(page);
    expect(await wrongStrips(page)).toEqual([]);
    await page.close();
  });

  it('stay right where the document itself is left and come back to', async () => {
    const page = await session.sellerCentre(productList(STORE, { delay: 0, rerender: 0 }));
    await settled(page);
    await page.goto('https://csp.aliexpress.com/m_apps/order-manage/orderList?standin-delay=0');
    await page.waitForSelector('table.next-table-row');
    await page.goBack({ waitUntil: 'domcontentloaded' });
    await settled(page);
    await page.goForward({ waitUntil: 'domcontentloaded' });
    await page.waitForSelector('table.next-table-row');
    expect(await page.$$('tr[data-row-key] [data-ml="row"]')).toEqual([]);
    await page.close();
  });

  it('had no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
