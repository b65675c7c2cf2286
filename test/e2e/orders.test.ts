import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pack from '../../public/rules/pack.json' with { type: 'json' };
import type { Session } from '../../tools/browsers/launch.ts';
import { deadlinesOf } from '../../utils/rules/deadlines.ts';
import { packSchema } from '../../utils/rules/pack.ts';
import { jitOrdersPage, stockPage } from '../seller-centre/catalogue/pages/full-managed.ts';
import { mergeMonitorPage } from '../seller-centre/catalogue/pages/merge.ts';
import { buyerContact, remainingOf, shippingPage } from '../seller-centre/catalogue/pages/trade.ts';
import { type Order, orders } from '../seller-centre/catalogue.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, cardText, clickChip, OTHER_STORE, open, STORE } from './support.ts';

/** A row's strip: its key, and the chip with its verdict. */
type Strip = readonly [key: string, chip: string];
type Layout = 'evidence' | 'redesigned';

const HOSTILE = { hostile: true };

const PACK = packSchema.parse(pack);

const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

const HOUR = 3_600_000;

function verdictOfOrder(order: Order, remaining: string | undefined): string {
  if (!['等待发货', '等待仓库发货'].includes(order.status)) return 'none';
  if (remaining) return remaining === '已超时' ? 'fail' : /^0天/.test(remaining) ? 'caution' : 'pass';
  const asOf = new Date(Date.now() + 8 * HOUR).toISOString().slice(0, 10);
  const dates = { orderPlaced: order.placedAt.slice(0, 10) };
  const latest = deadlinesOf(PACK, { dates, asOf })['semi.dispatch-1-3']?.[0]?.latest;
  return latest && latest > asOf ? 'unknown' : 'caution';
}

/** The strips of orders: those with the mark have one, the others none. */
const stripsOfOrders = (shown: readonly Order[], showsRemaining: boolean): Strip[] =>
  shown
    .filter(({ tags }) => tags.includes('半托管'))
    .map((order) => {
      const verdict = verdictOfOrder(order, showsRemaining ? remainingOf(order) : undefined);
      return [order.orderNumber, `dispatch ${verdict}`];
    });

const stripsOfPurchases = (): Strip[] =>
  jitOrdersPage(STORE).map(({ purchaseOrderNo, status, lastPickupTime }) => {
    const left = beijing(lastPickupTime ?? '') - Date.now();
    const waiting = left <= 0 ? 'fail' : left < 24 * HOUR ? 'caution' : 'pass';
    return [purchaseOrderNo, `dispatch ${['待接单', '待揽收'].includes(status) ? waiting : 'none'}`];
  });

const BY_STATE = { 库存充足: 'pass', 建议补货: 'caution', 缺货: 'fail' };

const stripsOfFailures = (channelId: string): Strip[] => {
  const { failures, pool } = mergeMonitorPage(channelId);
  const isOverLimit = Number.parseInt(pool?.callRate ?? '', 10) > 500;
  const isTokenOver = beijing(pool?.tokenUntil ?? '') < Date.now();
  const locked = isOverLimit || isTokenOver ? 'fail' : 'unknown';
  return failures.map(({ sku, type }) => [sku, `merge ${type === '库存锁定失败' ? locked : 'caution'}`]);
};

const ALL = orders(STORE, HOSTILE);
const waiting = (isSemi: boolean): Order | undefined =>
  ALL.find(({ status, tags }) => status === '等待发货' && tags.includes('半托管') === isSemi);
const SEMI = waiting(true);
const PLAIN = waiting(false);

interface ListPage {
  name: string;
  path: string;
  channelId?: string;
  strips(layout: Layout): Strip[];
}

const detail = (name: string, path: string, order: Order | undefined): ListPage => ({
  name,
  path: `${path}=${order?.orderNumber}`,
  strips: () => (order ? stripsOfOrders([order], true) : []),
});

const GSP = 'https://gsp.aliexpress.com/m_apps/ascp/aechoice';
const PAGES: ListPage[] = [
  {
    name: 'order list',
    path: '/m_apps/order-manage/orderList?',
    strips: (layout) => stripsOfOrders(ALL.slice(0, layout === 'evidence' ? 10 : 20), false),
  },
  {
    name: 'older order list',
    path: '/apps/order/index?',
    strips: (layout) => stripsOfOrders(ALL.slice(0, 20), layout === 'evidence'),
  },
  {
    name: 'shipping page',
    path: '/m_apps/logistic/ship_cn?',
    strips: () => stripsOfOrders(shippingPage(STORE, null, HOSTILE), true),
  },
  {
    name: 'shipping page of sent parcels',
    path: '/m_apps/logistic/ship_cn?tab=SHIPPED',
    strips: () => stripsOfOrders(shippingPage(STORE, 'SHIPPED', HOSTILE), true),
  },
  detail('new shipment', '/m_apps/logistic/create_ship_cn?trade_order_id', SEMI),
  detail('order page', '/m_apps/order-manage/orderDetail?orderId', SEMI),
  detail('older order page', '/apps/order/detail?orderId', SEMI),
  { name: 'purchase orders', path: `${GSP}.purchase_jit_order_list?`, strips: stripsOfPurchases },
  {
    name: 'warehouse stock',
    path: `${GSP}.purchase_stockup_for_aechoice?`,
    strips: () => stockPage(STORE).map(({ productId, state }) => [productId, `stock ${BY_STATE[state]}`]),
  },
  ...[STORE, OTHER_STORE].map((channelId) => ({
    name: `merge monitor of ${channelId}`,
    path: '/m_apps/choice-center/merge/monitor?',
    channelId,
    strips: () => stripsOfFailures(channelId),
  })),
];

const address = (path: string, layout: Layout, channelId = STORE): string =>
  `${path}&channelId=${channelId}&standin-delay=0&standin-hostile=1&standin-layout=${layout}`;

const ROWS = 'table.next-table-row, tr, article, main, #ait-layout-content';

const shownStrips = (page: Page): Promise<Strip[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-ml="row"]')].map((strip) => {
      const chips = [...(strip.shadowRoot?.querySelectorAll<HTMLElement>('[data-ml-chip]') ?? [])];
      const said = chips.map(({ dataset }) => `${dataset.mlChip} ${dataset.mlVerdict}`).join(', ');
      return [strip.getAttribute('data-ml-key') ?? '', said] as const;
    }),
  );

/** Strips that stand in a row of another key, or that are cut off by their row. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate((rows) => {
    const faults: string[] = [];
    for (const strip of document.querySelectorAll('[data-ml="row"]')) {
      const key = strip.getAttribute('data-ml-key') ?? '';
      const row = strip.closest(rows);
      if (!row?.textContent?.includes(key)) faults.push(`${key} stands elsewhere`);
      const around = row?.getBoundingClientRect();
      for (const chip of strip.shadowRoot?.querySelectorAll('[data-ml-chip]') ?? []) {
        const { left, right, top, bottom, width } = chip.getBoundingClientRect();
        const isInside = around && left >= around.left && right <= around.right && top >= around.top;
        if (!isInside || bottom > around.bottom || width === 0) faults.push(`${key} is cut off`);
      }
    }
    return faults;
  }, ROWS);

const settles = (page: Page, strips: () => Strip[]) =>
  expect.poll(() => shownStrips(page), { timeout: 15_000 }).toEqual(strips());

/** All that the extension keeps, as text. */
const keptText = (popup: Page): Promise<string> =>
  popup.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    type Storage = { local: { get(keys: null): Promise<unknown> } };
    const { chrome } = globalThis as unknown as { chrome: { storage: Storage } };
    const kept: unknown[] = [await chrome.storage.local.get(null)];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        kept.push(
          await done(records.getAll()),
          await done(database.transaction(store).objectStore(store).getAllKeys()),
        );
      }
      database.close();
    }
    return JSON.stringify(kept);
  });

const buyerTexts = (order: Order): string[] => {
  const { country: _country, ...texts } = buyerContact(order);
  return Object.values(texts);
};

describe.each(BROWSERS)('the rows of orders, stock and failures in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await open(name);
  });

  afterAll(() => session.close());

  describe.each(['evidence', 'redesigned'] as const)('laid out as %s', (layout) => {
    it.each(PAGES)('the $name says of each row what it shows', async ({ path, channelId, strips }) => {
      expect(strips(layout).length).toBeGreaterThan(0);
      const tab = await session.sellerCentre(address(path, layout, channelId));
      await settles(tab, () => strips(layout));
      expect(await misplaced(tab)).toEqual([]);
      await tab.close();
    });

    it('has no strip on the page of an order that is not semi-managed', async () => {
      expect(PLAIN).toBeDefined();
      const tab = await session.sellerCentre(
        address(`/m_apps/order-manage/orderDetail?orderId=${SEMI?.orderNumber}`, layout),
      );
      await settles(tab, () => (SEMI ? stripsOfOrders([SEMI], true) : []));
      const next = address(`/m_apps/order-manage/orderDetail?orderId=${PLAIN?.orderNumber}`, layout);
      await tab.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, next);
      await tab.waitForFunction(
        (number) => document.querySelector('#ait-layout-content, main')?.textContent?.includes(number),
        {},
        PLAIN?.orderNumber ?? '',
      );
      await settles(tab, () => []);
      await tab.close();
    });

    it('keeps the strips of the order list right from page to page', async () => {
      const tab = await session.sellerCentre(address('/m_apps/order-manage/orderList?', layout));
      const size = layout === 'evidence' ? 10 : 20;
      const turn = (to: 'next' | 'prev') =>
        tab.evaluate((step) => {
          const selector = `button[class*="pagination-item"][class*="-${step}"], [class*="pagination-${step}"] button`;
          document.querySelector<HTMLElement>(selector)?.click();
        }, to);
      for (const [index, to] of [
        [0, 'next'],
        [1, 'next'],
        [2, 'prev'],
        [1, 'prev'],
      ] as const) {
        await settles(tab, () => stripsOfOrders(ALL.slice(index * size, (index + 1) * size), false));
        expect(await misplaced(tab)).toEqual([]);
        await turn(to);
      }
      await tab.close();
    });

    it.each([
      ['shipping page', '/m_apps/logistic/ship_cn?', 'dispatch'],
      ['order page', `/m_apps/order-manage/orderDetail?orderId=${SEMI?.orderNumber}`, 'dispatch'],
      ['merge monitor', '/m_apps/choice-center/merge/monitor?', 'merge'],
    ])(
      'the card on the %s names the row, says nothing of a buyer, and is sound',
      async (_name, path, chip) => {
        const tab = await session.sellerCentre(address(path, layout));
        await tab.waitForSelector('[data-ml="row"]', { timeout: 10_000 });
        const [[key] = ['']] = await shownStrips(tab);
        await clickChip(tab, chip);
        const text = await cardText(tab);
        expect(text).toContain(key);
        for (const order of ALL) for (const own of buyerTexts(order)) expect(text).not.toContain(own);
        await tab.evaluate(() => {
          const root = document.querySelector('[data-ml="card"]')?.shadowRoot;
          for (const details of root?.querySelectorAll('details') ?? []) details.open = true;
        });
        expect(await axeFaults(tab, ['[data-ml="card"]', '[data-ml="row"]'])).toEqual([]);
        await tab.close();
      },
    );
  });

  it('kept nothing of any buyer in all this, nor any order', async () => {
    const popup = await session.extensionPage('popup.html', {});
    const kept = await keptText(popup);
    expect(kept).toContain(STORE);
    for (const order of ALL) {
      for (const text of [...buyerTexts(order), order.orderNumber]) expect(kept).not.toContain(text);
    }
    await popup.close();
  });

  it('made no error', () => {
    expect(session.errors).toEqual([]);
  });
});
