// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPage } from '../../../entrypoints/overlay.content/facts.ts';
import { PageWatch } from '../../../entrypoints/overlay.content/page.ts';
import { pageRows } from '../../../entrypoints/overlay.content/rows.ts';
import { Wake } from '../../../utils/dom/wake.ts';
import type { SeenEntry } from '../../../utils/messaging/protocol.ts';
import { send } from '../../../utils/messaging/send.ts';
import { packSchema } from '../../../utils/rules/pack.ts';
import { buyerContact } from '../../seller-centre/catalogue/pages/trade.ts';
import { type Order, orders, STORES } from '../../seller-centre/catalogue.ts';

vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));

const { siteMap } = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const NOW = Date.parse('2026-11-20T04:00:00Z');

const answers = (until?: string) =>
  vi.mocked(send).mockResolvedValue({ label: '', chips: [], rows: [[]], ...(until && { until }) } as never);

/** A page at an address, looked at once. */
function open(address: string, html: string, wake = new Wake(() => undefined, setTimeout)) {
  (window as unknown as Window).happyDOM.setURL(`https://${address}`);
  document.body.innerHTML = html;
  const watch = new PageWatch(siteMap);
  const source = pageRows(siteMap, watch, wake);
  const read = () => {
    source.beforeBatch();
    const selector = source.rowSelector();
    return selector ? [...document.querySelectorAll(selector)].flatMap((row) => source.read(row) ?? []) : [];
  };
  const seen = () => read().map(({ row }) => row.row as SeenEntry);
  return { watch, source, read, seen };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.mocked(send).mockReset();
});

afterEach(() => {
  vi.useRealTimers();
});

const tags = ({ tags: all }: Order): string =>
  all.map((tag) => `<span class="chc-color-tag">${tag}</span>`).join('');

/** What a seller sees of an order's buyer, wherever the pages have it. */
const buyer = (order: Order): string => {
  const { name, address, postcode, email, phone, tax } = buyerContact(order);
  return `<div><span>收件人名称</span><span>${name}</span><span>详细地址</span><span>${address}</span>
    <span>邮编</span><span>${postcode}</span><span>联系邮件</span><span>${email}</span>
    <span>联系电话</span><span>${phone}</span><span>Tax</span><span>${tax}</span></div>`;
};

const PAGES: Record<string, (order: Order) => [address: string, html: string]> = {
  'the order list': (order) => [
    'csp.aliexpress.com/m_apps/order-manage/orderList?channelId=2260417',
    `<table class="next-table-row"><tbody><tr><td><div><span>订单号：<span>${order.orderNumber}</span></span>
      <span>下单时间：<span>${order.placedAt}</span></span>${tags(order)}</div></td></tr>
      <tr><td>${order.lines[0]?.title}</td><td>${buyer(order)}</td><td><div>${order.status}</div></td></tr>
      </tbody></table>`,
  ],
  'the order list in other columns': (order) => [
    'csp.aliexpress.com/m_apps/order-manage/orderList?channelId=2260417',
    `<table><thead><tr><th>Status 订单状态</th><th>Programme 订单标识</th><th>Buyer 买家</th>
      <th>Order No. 订单号</th><th>Order time 下单时间</th></tr></thead><tbody><tr data-row-key="1">
      <td>${order.status}</td><td>${tags(order)}</td><td>${buyer(order)}</td><td>${order.orderNumber}</td>
      <td>${order.placedAt}</td></tr></tbody></table>`,
  ],
  'the shipping page': (order) => [
    'csp.aliexpress.com/m_apps/logistic/ship_cn?channelId=2260417',
    `<article><header><b>${order.lines[0]?.title}</b>${tags(order)}</header><div>
      <div>Status 订单状态：<span>${order.status}</span></div><div>${buyer(order)}</div>
      <div>Order time 下单时间：<span>${order.placedAt}</span></div>
      <div>Order No. 订单号：<span>${order.orderNumber}</span></div></div></article>`,
  ],
  'the page of one order': (order) => [
    `csp.aliexpress.com/m_apps/order-manage/orderDetail?orderId=${order.orderNumber}&channelId=2260417`,
    `<main><header><h1>Order ${order.orderNumber}</h1></header><dl><dt>Status 订单状态</dt><dd>${order.status}</dd>
      <dt>Order time 下单时间</dt><dd>${order.placedAt}</dd><dt>Order No. 订单号</dt><dd>${order.orderNumber}</dd>
      ${order.tags.length > 0 ? `<dt>Programme 订单标识</dt><dd>${order.tags.join('，')}</dd>` : ''}</dl>
      ${buyer(order)}</main>`,
  ],
};

describe.each(Object.keys(PAGES))('%s', (page) => {
  const build = PAGES[page] as (typeof PAGES)[string];

  it.each(
    orders(STORES[0].channelId)
      .slice(0, 12)
      .map((order) => [order.orderNumber, order] as const),
  )('is read of order %s, and nothing of its buyer leaves the page', async (_number, order) => {
    answers();
    const { watch, source, read, seen } = open(...build(order));
    const [entry] = seen();
    expect(entry?.key).toBe(order.orderNumber);
    expect(entry?.values).toEqual({
      status: order.status,
      placed: order.placedAt,
      ...(order.tags.includes('半托管') && { mark: '半托管' }),
    });
    const [reading] = read();
    const row = document.querySelector(source.rowSelector() ?? '');
    if (!reading || !row) throw new Error('The order was not read');
    await source.judge([reading.row]);
    await source.explain('dispatch', reading.row, row);
    expect(vi.mocked(send).mock.calls.map(([type]) => type)).toEqual(['rows.judge', 'chip.explain']);
    const told = JSON.stringify([vi.mocked(send).mock.calls, readPage(watch.page, siteMap)]);
    const { country: _country, ...texts } = buyerContact(order);
    for (const text of Object.values(texts)) expect(told).not.toContain(text);
  });
});

describe('the page of one order', () => {
  const DETAIL =
    'csp.aliexpress.com/m_apps/order-manage/orderDetail?orderId=8117000123456789&channelId=2260417';
  const MENU = '<nav><a>半托管</a><a>全托管</a></nav>';
  const order = (state: string): string => `<p>订单号：8117000123456789</p><p>订单状态：${state}</p>`;

  it('is not marked by the menu beside it', () => {
    const { seen } = open(DETAIL, `${MENU}<main>${order('等待发货')}</main>`);
    expect(seen()[0]?.values).toEqual({ status: '等待发货' });
    expect(open(DETAIL, `${MENU}<div>${order('等待发货')}</div>`).seen()).toEqual([]);
  });

  it('takes no step for a state that it names in unknown words', () => {
    const { seen } = open(DETAIL, `<main>${order('待发货')}<ol><li>交易成功</li></ol></main>`);
    expect(seen()[0]?.values).toEqual({});
  });
});

const SHIPPING = 'csp.aliexpress.com/m_apps/logistic/ship_cn?channelId=2260417';
const parcel = (left: string): string =>
  `<article><p>订单号：8117000123456789</p><p>剩余发货时间：${left}</p></article>`;

describe('the rows of a product list', () => {
  it('are found by the site map as it is now, and not as it was when the page was opened', () => {
    const own = structuredClone(siteMap);
    (window as unknown as Window).happyDOM.setURL(
      'https://csp.aliexpress.com/m_apps/productManage/list-manage',
    );
    document.body.innerHTML = '<section class="brand-new"><p>Toy</p></section>';
    const source = pageRows(own, new PageWatch(own), new Wake(() => undefined, setTimeout));
    expect(source.rowSelector()).toBeUndefined();
    const { row } = own.productList;
    Object.assign(own, { productList: { ...own.productList, row: { ...row, strategies: ['.brand-new'] } } });
    expect(source.rowSelector()).toBe('.brand-new');
  });
});

describe('a time left', () => {
  it.each([
    ['4天6小时', { remaining: '4天6小时', days: '4', hours: '6' }],
    ['1 天 22 小时 5 分钟', { remaining: '1 天 22 小时 5 分钟', days: '1', hours: '22', minutes: '5' }],
    ['17小时', { remaining: '17小时', hours: '17' }],
    ['5小时30分', { remaining: '5小时30分', hours: '5', minutes: '30' }],
    ['3天', { remaining: '3天', days: '3' }],
    ['已超时', { remaining: '已超时' }],
    ['已超时1天2小时', { remaining: '已超时1天2小时' }],
    ['1天已超时', { remaining: '1天已超时' }],
    ['3小时（已超时）', { remaining: '3小时（已超时）' }],
    ['超时3天', { remaining: '超时3天' }],
    ['即将超时 3小时', {}],
    ['已超时5分钟', { remaining: '已超时5分钟' }],
    ['-1天 3小时', {}],
    ['超过1天', {}],
    ['-', {}],
    ['很快', {}],
  ])('%s is read in its parts', (left, values) => {
    const { seen } = open(SHIPPING, parcel(left));
    expect(seen()[0]?.values).toEqual(values);
  });

  it.each([
    ['<b>已超时</b><span>1天2小时</span>', '已超时1天2小时'],
    ['<b>超时</b><span>1天2小时</span>', '超时1天2小时'],
    ['<span>1天</span><span>已超时</span>', '1天已超时'],
  ])('is over where one part of its cell says so: %s', (left, remaining) => {
    const { seen } = open(
      'csp.aliexpress.com/m_apps/order-manage/orderList?channelId=2260417',
      `<table><thead><tr><th>订单号</th><th>剩余发货时间</th></tr></thead><tbody><tr data-row-key="1">
        <td>8117000123456789</td><td>${left}</td></tr></tbody></table>`,
    );
    expect(seen()[0]?.values.remaining).toBe(remaining);
  });

  it('keeps since when it has stood there, also where its row is drawn anew', () => {
    const { seen } = open(SHIPPING, parcel('3天'));
    const since = () => seen()[0]?.seenAt;
    const first = since();
    vi.setSystemTime(NOW + 3_600_000);
    document.body.innerHTML = parcel('3天');
    expect(since()).toBe(first);
    document.body.innerHTML = parcel('2天');
    expect(since()).toBe(new Date(NOW + 3_600_000).toISOString());
  });

  it('is judged anew when the answer is over', async () => {
    const wake = new Wake(() => undefined, setTimeout);
    const at = vi.spyOn(wake, 'at');
    const { source, read } = open(SHIPPING, parcel('3天'), wake);
    answers('2026-11-20T05:01:00.000Z');
    await source.judge(read().map(({ row }) => row));
    expect(at).toHaveBeenCalledWith('2026-11-20T05:01:00.000Z');
  });
});

const MONITOR = 'csp.aliexpress.com/m_apps/choice-center/merge/monitor?channelId=2260417';
const board = (calls: string): string =>
  `<h4>合并服务监控台</h4><dl><dt>接口调用频率</dt><dd>${calls}</dd></dl><table><thead><tr><th>失败类型</th>
    <th>SKU</th></tr></thead><tbody><tr data-row-key="1"><td>分单超时</td><td>SC00020260</td></tr></tbody></table>`;

describe('what a page says around its rows', () => {
  it('is part of every row, and makes all of them anew when it changes', () => {
    const { source, seen } = open(MONITOR, board('1,312 次/分钟'));
    expect(seen()[0]).toMatchObject({
      key: 'SC00020260',
      values: { type: '分单超时', callRate: '1,312' },
    });
    expect(source.beforeBatch()).toBe(false);
    document.body.innerHTML = board('501 次/分钟');
    expect(source.beforeBatch()).toBe(true);
    expect(seen()[0]?.values.callRate).toBe('501');
  });
});

describe('the stock of one warehouse', () => {
  const ADDRESS = 'gsp.aliexpress.com/m_apps/ascp/aechoice.purchase_stockup_for_aechoice?channelId=2260417';
  const row = (warehouse: string, stock: string): string =>
    `<tr class="next-table-row"><td>商品ID：1005781433693072</td><td>${warehouse}</td><td>${stock}</td><td>库存充足</td></tr>`;

  it('is read row by row, and is not kept as the stock of the product', () => {
    const html = `<table><thead><tr><th>货品名称</th><th>仓库</th><th>可售库存</th><th>库存状态</th></tr></thead>
      <tbody>${row('杭州中心仓', '1,569')}${row('义乌中心仓', '1,569')}</tbody></table>`;
    const { watch, seen } = open(ADDRESS, html);
    expect(seen().map(({ values }) => values)).toEqual([
      { saleable: '1,569', state: '库存充足', warehouse: '杭州中心仓' },
      { saleable: '1,569', state: '库存充足', warehouse: '义乌中心仓' },
    ]);
    expect(readPage(watch.page, siteMap).lists).toEqual({});
  });
});

describe('the board of failures', () => {
  const ADDRESS = 'csp.aliexpress.com/m_apps/choice-center/merge/monitor?channelId=2260417';
  const header =
    '<tr><th>发生时间</th><th>Pool ID</th><th>失败类型</th><th>SKU</th><th>店铺</th><th>订单数</th></tr>';
  const board = (rows: string): string =>
    `<h1>合并服务监控台</h1><dl><dt>接口调用频率</dt><dd>312 次/分钟</dd></dl><table><thead>${header}</thead><tbody>${rows}</tbody></table>`;

  it('is handed over with what the page says around it', () => {
    const row =
      '<tr><td>2026-11-20 08:55</td><td>POOL-88021</td><td>质检驳回</td><td>SC00020260</td><td>Lumora</td><td>3</td></tr>';
    const { watch } = open(ADDRESS, board(row));
    expect(readPage(watch.page, siteMap).lists.entries).toEqual([
      {
        key: 'SC00020260',
        values: { at: '2026-11-20 08:55', pool: 'POOL-88021', type: '质检驳回', callRate: '312' },
      },
    ]);
  });

  it.each(['Total', '合计'])('has no failure in its row of sums: %s', (name) => {
    const rows = `<tr><td>2026-11-20 08:55</td><td>POOL-88021</td><td>质检驳回</td><td>SC00020260</td><td>-</td><td>3</td></tr>
      <tr><td></td><td></td><td></td><td>${name}</td><td></td><td>3</td></tr>`;
    const { watch } = open(ADDRESS, board(rows));
    expect(readPage(watch.page, siteMap).lists.entries?.map(({ key }) => key)).toEqual(['SC00020260']);
  });

  it('is empty where the page says so, and not known before', () => {
    const loading = open(ADDRESS, board(''));
    expect(readPage(loading.watch.page, siteMap).lists).toEqual({});
    const empty = open(ADDRESS, board('<tr><td colspan="6">暂无异常</td></tr>'));
    expect(readPage(empty.watch.page, siteMap).lists).toEqual({ entries: [] });
  });
});
