// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { healthOf, isBusy, layoutOf, plainAddress } from '../../../utils/site/health.ts';
import type { PageKind } from '../../../utils/site/pages.ts';
import { pack } from '../rules/support.ts';

const { siteMap } = pack;

/** What became of each field, in short: the strategy, or `empty` or `lost` with the strategy that still leads there. */
function health(kind: PageKind, html: string): Record<string, string> {
  document.body.innerHTML = html;
  return Object.fromEntries(
    healthOf(document.body, kind, siteMap).map(({ field, state, by }) => [
      field,
      state === 'found' ? (by ?? '') : [state, ...(by ? [by] : [])].join(': '),
    ]),
  );
}

const ID = '1005006123456789';

const table = (head: string, rows: string): string =>
  `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;

const listRow = (name: string, price: string): string =>
  `<tr data-row-key="${ID}"><td><div>${name}</div></td><td>${price}</td><td>12</td></tr>`;

const HEAD = '<th>商品</th><th>零售价</th><th>库存</th>';

describe('the product list', () => {
  it('says by which strategy each field was found', () => {
    expect(health('product-list', table(HEAD, listRow(`Toy</div><div>ID: ${ID}`, 'USD 3.63')))).toEqual({
      row: 'selector 1',
      cell: 'selector 1',
      productId: 'pattern 1',
      title: 'text 1',
      price: 'column 1',
      pager: 'empty',
    });
  });

  it('laid out otherwise is found by other strategies', () => {
    const head = '<th>Product ID 商品ID</th><th>Name 商品名称</th><th>Price</th>';
    expect(
      health('product-list', table(head, `<tr><td>${ID}</td><td>Toy</td><td>CNY 20.00</td></tr>`)),
    ).toMatchObject({ row: 'selector 3', productId: 'column 1', title: 'column 1', price: 'column 2' });
  });

  it.each([
    [
      'the price',
      listRow(`Toy</div><div>ID: ${ID}`, 'US$ 3,63'),
      { productId: 'pattern 1', price: 'lost: column 1' },
    ],
    ['the ID', listRow(`Toy</div><div>No. ${ID}`, 'USD 3.63'), { productId: 'lost', price: 'column 1' }],
    [
      'the price’s column',
      `<tr data-row-key="${ID}"><td><p>Toy</p><p>ID: ${ID}</p></td><td>USD 1.00</td></tr>`,
      { price: 'lost' },
    ],
    ['the rows', '', { row: 'lost: selector 3', productId: 'empty', price: 'empty' }],
  ])('says that %s is lost', (_, rows, expected) => {
    expect(health('product-list', table(HEAD, rows))).toMatchObject(expected);
  });

  it('takes no other price that shares the word of the price', () => {
    const head = '<th>商品</th><th>Competitor 零售价</th><th>库存</th>';
    expect(health('product-list', table(head, listRow(`Toy</div><div>ID: ${ID}`, 'USD 1.00'))).price).toBe(
      'lost',
    );
  });

  it('has lost an ID whose column stands there and holds no ID', () => {
    const head = '<th>商品ID</th><th>商品名称</th><th>零售价</th>';
    const row = '<tr><td>P-1</td><td>Toy</td><td>USD 1.00</td></tr>';
    expect(health('product-list', table(head, row))).toMatchObject({ productId: 'lost: column 1' });
  });

  it.each([
    '暂无数据',
    '暂无商品，去发布',
    '您还没有商品',
    '没有找到符合条件的商品',
    'No data',
    'No results',
    'No products found',
  ])('has lost nothing where it is empty: %s', (words) => {
    const rows = `<tr><td colspan="3"><p>${words}</p></td></tr>`;
    expect(new Set(Object.values(health('product-list', table(HEAD, rows))))).toEqual(
      new Set(['empty: selector 3', 'empty']),
    );
  });

  it('with a price in one row only has lost none: the other row says so itself', () => {
    const rows = listRow(`Toy</div><div>ID: ${ID}`, '-') + listRow(`Hat</div><div>ID: ${ID}`, 'USD 1.00');
    expect(health('product-list', table(HEAD, rows)).price).toBe('column 1');
  });
});

describe('the pager of the product list', () => {
  const ROW = listRow(`Toy</div><div>ID: ${ID}`, 'USD 3.63');
  const pager = (html: string, rows = ROW): string | undefined =>
    health('product-list', `${table(HEAD, rows)}${html}`).pager;
  const antd = (items: string, name = 'ait'): string =>
    `<ul class="${name}-pagination"><li class="${name}-pagination-prev"></li>${items}</ul>`;
  const item = (number: number, isActive = false, name = 'ait-pagination-item'): string =>
    `<li class="${name} ${name}-${number} ${isActive ? `${name}-active` : ''}"><a>${number}</a></li>`;

  it.each([
    ['of many pages', antd(item(1) + item(2, true) + item(3)), 'selector 1'],
    ['of a single page', antd(item(1, true)), 'selector 1'],
    ['of another layout', '<div class="next-pagination"><span><em>2</em>/40</span></div>', 'selector 2'],
  ])('%s is found', (_, html, expected) => {
    expect(pager(html)).toBe(expected);
  });

  it('need not be there: a list of one page has none', () => {
    expect(pager('')).toBe('empty');
    expect(pager('<p>3/40</p><p>0 / 128</p><p>共 2000 条</p><p>Total 2000</p><p>2026/11</p>')).toBe('empty');
  });

  it.each([
    ['that marks no page as the one shown', antd(item(1) + item(2)), 'lost: selector 1'],
    ['that marks two', antd(item(1, true) + item(2, true)), 'lost: selector 1'],
    ['of arrows alone', antd(''), 'lost: selector 1'],
    ['of which only its words are known', '<div><b>2</b><span>20 条/页</span></div>', 'lost'],
    ['that says its page in unknown places', '<div><span>第 2 页，共 40 页</span></div>', 'lost'],
  ])('%s is lost', (_, html, expected) => {
    expect(pager(html)).toBe(expected);
  });

  it('is not what a row says', () => {
    expect(pager('', listRow(`Toy</div><div>ID: ${ID}</div><div>20 条/页`, 'USD 3.63'))).toBe('empty');
  });

  it('is not missed where there are no rows', () => {
    expect(pager(antd(item(1)), '')).toBe('empty');
  });

  it('is not asked for by rules that know none', () => {
    const { pager: _, ...others } = siteMap;
    const fields = healthOf(document.body, 'product-list', others).map(({ field }) => field);
    expect(fields).not.toContain('pager');
  });
});

describe('a figure behind a label', () => {
  const rating = (html: string): string | undefined =>
    health('assessment', `<p>物流履约达标率</p><p>99%</p>${html}`)['store.positiveRatingPct'];

  it.each([
    ['<dl><dt>好评率</dt><dd>98.12%</dd></dl>', 'label 1'],
    ['<p>Positive rating</p><p>98.12%</p>', 'label 2'],
    ['<dl><dt>好评率</dt><dd>--</dd></dl>', 'empty: label 1'],
    ['<dl><dt>好评率</dt><dd>暂无</dd></dl>', 'empty: label 1'],
    ['<div><nav><a>好评率</a></nav></div><dl><dt>好评率</dt><dd>98%</dd></dl>', 'label 1'],
    ['<dl><dt>好评率</dt><dd>约 98%</dd></dl>', 'lost: label 1'],
    ['<dl><dt>好评率</dt><dd>98%</dd><dt>好评率</dt><dd>97%</dd></dl>', 'lost: label 1'],
    ['<dl><dt>好评分</dt><dd>98%</dd></dl>', 'lost'],
    ['<dl><dt>Positive feedback 好评率</dt><dd>98%</dd></dl>', 'label 1'],
    ['<dl><dt>Industry average 好评率</dt><dd>98%</dd></dl>', 'lost'],
    ['<p>Target 好评率：98%</p>', 'lost'],
    ['', 'lost'],
  ])('in %s is %s', (html, expected) => {
    expect(rating(html)).toBe(expected);
  });

  it('that only heads a column is not there', () => {
    expect(rating(table('<th>好评率</th><th>订单</th>', '<tr><td>暂无数据</td></tr>'))).toBe('lost');
  });

  it('that not every such page has is lost only where something else stands behind its label', () => {
    const fulfilment = (html: string) => health('assessment', html)['store.fulfilmentRatePct'];
    expect(fulfilment('<p>好评率</p><p>98%</p>')).toBe('empty');
    expect(fulfilment('<p>好评率</p><p>98%</p><p>物流履约达标率</p><p>high</p>')).toBe('lost: label 1');
  });

  it('is no loss on a page that has nothing to show and says so', () => {
    expect(health('disputes', '<h1>Disputes</h1><p>No disputes 没有纠纷</p>')).toEqual({
      'store.disputeRatePct': 'empty',
    });
  });
});

describe('a form and its lists', () => {
  const field = (label: string, control: string): string =>
    `<div><div><label>${label}</label></div><div>${control}</div></div>`;
  const grid = (price: string): string =>
    table('<th>商家编码</th><th>零售价(CNY)</th>', `<tr><td>MU-1</td><td>${price}</td></tr>`);

  it('have lost nothing where a field is not filled in', () => {
    const html = field('品牌', '<input placeholder="请选择">') + field('类目', '<input>');
    expect(health('publish', html)).toMatchObject({
      'form.brand': 'empty: label 1',
      'form.category': 'empty: label 1',
      'form.origin': 'lost',
      panel: 'lost',
    });
  });

  it.each([
    ['29.47', 'column 1'],
    ['<input value="">', 'empty: column 1'],
    ['ask', 'lost: column 1'],
  ])('with a price cell of %s have the price %s, in whichever currency', (price, expected) => {
    expect(health('publish', grid(price))).toMatchObject({
      'lists.skus': 'selector 2',
      'lists.skus.sku': 'column 1',
      'lists.skus.price': expected,
    });
  });

  it('have lost a list whose rows can’t be told apart, and none that not every form has', () => {
    const other = table('<th>编号</th><th>零售价(CNY)</th>', '<tr><td>MU-1</td><td>29.47</td></tr>');
    expect(health('publish', other)).toMatchObject({
      'lists.skus': 'lost: selector 2',
      'lists.regional-prices': 'empty: selector 1',
    });
  });
});

describe('a list of a page', () => {
  const order = (number: number): string =>
    `<tr class="next-table-row"><td><p>订单号：81900000000000${10 + number}</p><p>下单时间：2026-11-20 10:00</p>
      <p>半托管</p></td><td>等待发货</td><td>剩余发货时间：2天 3小时</td></tr>`;

  /** How many texts were gone through to tell the health of a list of orders. */
  const cost = (rows: readonly string[]): number => {
    document.body.innerHTML = `<table><tbody>${rows.join('')}</tbody></table>`;
    const walks = vi.spyOn(document, 'createTreeWalker');
    expect(healthOf(document.body, 'orders', siteMap).map(({ state }) => state)).not.toContain('lost');
    const { length } = walks.mock.calls;
    walks.mockRestore();
    return length;
  };

  it('is looked through until each field was found, and no further', () => {
    const many = Array.from({ length: 80 }, (_, number) => order(number));
    expect(cost(many)).toBe(cost(many.slice(0, 1)));
  });

  it('has found what only its last row bears', () => {
    const bare = '<tr class="next-table-row"><td><p>订单号：8190000000000001</p></td></tr>';
    const found = health('orders', `<table><tbody>${bare}${bare}${order(1)}</tbody></table>`);
    expect(found).toMatchObject({
      'lists.entries.status': expect.stringMatching(/^(?:alone|label \d)$/),
      'lists.entries.placed': expect.stringMatching(/^label/),
    });
  });
});

describe('a guard', () => {
  it('is found with its step, and lost without', () => {
    expect(health('semi-join', '<p>JIT仓：</p>')['guards.1']).toBe('text 1');
    expect(health('semi-join', '<p>仓库</p>')['guards.1']).toBe('lost');
  });
});

describe('a page', () => {
  it.each([
    ['<div class="ait-spin ait-spin-spinning"></div>', true],
    ['<main aria-busy="true"></main>', true],
    ['<div class="ait-spin"></div>', false],
  ])('with %s is loading: %s', (html, expected) => {
    document.body.innerHTML = html;
    expect(isBusy(document, siteMap)).toBe(expected);
  });

  it('of which nothing is read has no health', () => {
    expect(healthOf(document.body, 'deposit' as PageKind, { ...siteMap, pages: {} })).toEqual([]);
  });
});

describe('the layout of a page', () => {
  it('is its rows and the words over its columns, cut, and without those that hold a digit or an address', () => {
    const long = '很'.repeat(50);
    document.body.innerHTML = table(
      `<th>商品</th><th>商品</th><th>近30天</th><th>ops@example.com</th><th>${long}</th>`,
      '<tr><th>Toy</th><td>1</td></tr><tr><td></td></tr>',
    );
    expect(layoutOf(document.body)).toEqual({ tables: 1, rows: 1, headers: ['商品', '很'.repeat(40)] });
  });
});

describe('an address', () => {
  it.each([
    [
      'https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=12345',
      '/m_apps/productManage/list-manage',
    ],
    ['https://csp.aliexpress.com/m_apps/product-publish-v2/pop#x', '/m_apps/product-publish-v2/pop'],
    ['https://csp.aliexpress.com/apps/order/AB12CD34', '/apps/order/…'],
    ['https://csp.aliexpress.com/m_apps/store/lumenhaus-official/home', '/m_apps/…/…/home'],
    [
      'https://csp.aliexpress.com/m_apps/aepop-product-publish/zhang.wei_shop/',
      '/m_apps/aepop-product-publish/…/',
    ],
    [
      'https://gsp.aliexpress.com/m_apps/ascp/aechoice.purchase_jit_order_list',
      '/m_apps/ascp/aechoice.purchase_jit_order_list',
    ],
  ])('%s is told as %s', (url, path) => {
    expect(plainAddress(new URL(url))).toBe(`${new URL(url).hostname}${path}`);
  });
});
