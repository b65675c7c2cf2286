import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import {
  BROWSERS,
  cardText,
  clickChip,
  open,
  productList,
  STORE,
  settled,
  strayRequests,
  verdicts,
  watchFrames,
  wrongStrips,
} from './support.ts';

/** A small generator of its own, so that a failed journey can be walked again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const click = (page: Page, selector: string, index = 0): Promise<void> =>
  page.evaluate(
    (wanted, at) => {
      const found = document.querySelectorAll<HTMLElement>(wanted);
      found[at % Math.max(1, found.length)]?.click();
    },
    selector,
    index,
  );

const menu = (page: Page, label: string): Promise<void> =>
  page.evaluate((text) => {
    const links = [...document.querySelectorAll<HTMLElement>('.side-menu a')];
    links.find((link) => link.textContent === text)?.click();
  }, label);

/** The table as the page made it: all nodes in their order, without ours. */
const ownNodes = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const table = document.querySelector('.ait-table-body tbody')?.cloneNode(true) as Element;
    for (const strip of table.querySelectorAll('[data-ml]')) strip.remove();
    return table.outerHTML;
  });

const STEPS: Record<string, (page: Page, next: (below: number) => number) => Promise<void>> = {
  nextPage: (page) => click(page, '.ait-pagination-next:not(.ait-pagination-disabled) button'),
  previousPage: (page) => click(page, '.ait-pagination-prev:not(.ait-pagination-disabled) button'),
  sort: (page, next) => click(page, 'th.ait-table-column-has-sorters', next(4)),
  tab: (page, next) => click(page, '.ait-tabs-tab-btn', next(4)),
  async filterByWords(page, next) {
    await page
      .locator('input[placeholder="请输入商品名称关键词"]')
      .fill(['a', 'set', 'USB', '收纳'][next(4)] ?? '');
    await click(page, 'button[type="submit"]');
  },
  async filterById(page) {
    await click(page, '.filters-buttons button:not([type="submit"])');
    await page.waitForSelector('tr[data-row-key]');
    await settled(page);
    const id = await page.$eval('tr[data-row-key]', (row) => row.getAttribute('data-row-key') ?? '');
    await page.locator('input[placeholder="请输入完整的商品ID"]').fill(id);
    await click(page, 'button[type="submit"]');
    await page.waitForFunction(() => document.querySelectorAll('tr[data-row-key]').length === 1);
    await settled(page);
    await click(page, '.filters-buttons button:not([type="submit"])');
  },
  async ordersAndBack(page) {
    await menu(page, '订单管理');
    await page.waitForSelector('table.next-table-row');
    // Orders have strips of their own; none of a product's is left.
    const keys = await page.$$eval('[data-ml="row"]', (strips) =>
      strips.map((strip) => strip.getAttribute('data-ml-key')),
    );
    expect(keys.filter((key) => !/^81\d{14}$/.test(key ?? ''))).toEqual([]);
    await menu(page, '商品管理');
    await page.waitForSelector('tr[data-row-key]');
  },
};

describe.each(BROWSERS)('the product list in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await open(name);
  });

  afterAll(() => session.close());

  it.each([100, 200, 500])(
    'has one strip a row for %i rows a page, each with six chips',
    async (pagesize) => {
      const page = await session.sellerCentre(productList(STORE, { pagesize, delay: 50 }));
      await settled(page);
      expect(await page.$$('tr[data-row-key]')).toHaveLength(pagesize);
      expect(Object.keys(await verdicts(page, pagesize - 1))).toEqual([
        'semi',
        'full',
        'merge',
        'labels',
        'reach',
        'fee',
      ]);
      await page.close();
    },
  );

  it('puts strips into an endless list where its reader comes, the right ones', async () => {
    const page = await session.sellerCentre(productList(STORE, { rows: 1200, delay: 0, rerender: 0 }));
    /** Of the rows in sight, the keys of their products and of their strips. */
    const inSight = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('tr[data-row-key]')]
          .filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          })
          .map((row) => [
            row.getAttribute('data-row-key'),
            row.querySelector('[data-ml="row"]')?.getAttribute('data-ml-key'),
          ]),
      );
    const allHaveTheirs = async (): Promise<boolean> => {
      const rows = await inSight();
      return rows.length > 1 && rows.every(([product, strip]) => product === strip);
    };
    await expect.poll(allHaveTheirs, { timeout: 60_000 }).toBe(true);
    await watchFrames(page);
    const stripCount = () => page.$$eval('[data-ml="row"]', (strips) => strips.length);
    expect(await stripCount()).toBeLessThan(100);
    const [firstSeen] = await inSight();
    await page.$$eval('tr[data-row-key]', (rows) => rows.at(-1)?.scrollIntoView());
    await expect.poll(allHaveTheirs, { timeout: 10_000 }).toBe(true);
    expect(await inSight()).not.toContainEqual(firstSeen);
    expect(await stripCount()).toBeLessThan(200);
    expect(await wrongStrips(page)).toEqual([]);
    await page.close();
  });

  it('leaves the page’s own nodes and texts as they are', async () => {
    const quiet = productList(STORE, { rerender: 0, delay: 0 });
    const annotated = await session.sellerCentre(quiet);
    await settled(annotated);
    const bare = await open(name, { bare: true });
    const untouched = await bare.sellerCentre(quiet);
    await untouched.waitForSelector('tr[data-row-key]');
    await untouched.waitForFunction(() => !document.querySelector('.ait-spin-spinning'));
    expect(await ownNodes(annotated)).toBe(await ownNodes(untouched));
    await bare.close();
    await annotated.close();
  });

  it.each([
    [100, 300],
    [200, 1000],
    [500, 3000],
  ])(
    'stays right on a journey of twenty random steps at %i rows a page, at every frame',
    { timeout: 400_000 },
    async (pagesize, rerender) => {
      const page = await session.sellerCentre(productList(STORE, { pagesize, rerender, delay: 60 }));
      await settled(page);
      await watchFrames(page);
      const next = random(20_261_122 + pagesize);
      const steps = Object.entries(STEPS);
      for (let count = 0; count < 20; count += 1) {
        const [step, take] = steps[next(steps.length)] ?? [];
        await take?.(page, next);
        await settled(page).catch((error: Error) => {
          throw new Error(`After step ${count}, ${step}: ${error.message}`);
        });
      }
      expect(await wrongStrips(page)).toEqual([]);
      await page.close();
    },
  );

  it('keeps its strips while the rows render anew', async () => {
    const page = await session.sellerCentre(productList(STORE, { rerender: 100, delay: 0 }));
    await settled(page);
    await watchFrames(page);
    const views = () => page.$$eval('tr[data-row-key]', (rows) => rows.map((row) => row.textContent).join());
    const before = await views();
    await page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('tr[data-row-key]')].map((row) => row.textContent).join() !== text,
      {},
      before,
    );
    await settled(page);
    expect(await wrongStrips(page)).toEqual([]);
    await page.close();
  });

  it('shows hostile titles as text and reads their rows rightly', async () => {
    const page = await session.sellerCentre(productList(STORE, { hostile: 1, delay: 0, rerender: 0 }));
    await settled(page);
    for (const row of [0, 1, 2, 5, 7]) {
      const [id, price] = await page.evaluate((index) => {
        const own = document.querySelectorAll('tr[data-row-key]')[index];
        return [
          own?.getAttribute('data-row-key') ?? '',
          own?.querySelectorAll('td')[3]?.textContent ?? '',
        ] as const;
      }, row);
      await clickChip(page, 'fee', row);
      const text = await cardText(page);
      expect(text).toContain(`ID: ${id}`);
      expect(text).toContain(price);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('[data-ml="card"]'));
    }
    await clickChip(page, 'merge');
    expect(await cardText(page)).toContain('<img src=x onerror="document.title=\'pwned\'">');
    expect(await page.title()).not.toContain('pwned');
    expect(
      await page.evaluate(() => document.querySelector('[data-ml="card"]')?.shadowRoot?.querySelector('img')),
    ).toBeNull();
    await page.close();
  });

  it('passes nothing where the address names no store, and says why', async () => {
    const page = await session.sellerCentre(productList(null, { delay: 0 }));
    await settled(page);
    expect(new Set(Object.values(await verdicts(page)))).toEqual(new Set(['unknown']));
    await clickChip(page, 'merge');
    expect(await cardText(page)).toContain('channelId');
    await page.close();
  });

  it('made no error and no request of its own in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
