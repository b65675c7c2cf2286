// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { agreedEntries, type ListMap, placeIn, readList } from '../../../utils/site/lists.ts';

const ORDERS: ListMap = {
  rows: ['table.group', 'tr[data-key]', 'article'],
  key: { name: 'order', words: ['(?:[A-Za-z .]+ )?订单号'], value: String.raw`\d{16}` },
  fields: [
    { name: 'placed', words: ['(?:[A-Za-z ]+ )?下单时间'], value: String.raw`\d{4}-\d\d-\d\d \d\d:\d\d` },
    { name: 'tag', words: ['Tag'], value: '半托管', alone: true },
  ],
  seen: '2026-11-22',
};

const ID = '8117000123456789';
const OTHER = '8117000987654321';

function read(html: string) {
  document.body.innerHTML = html;
  return readList(document, ORDERS);
}

const table = (rows: string, head = '<th>Tag</th><th>Order No. 订单号</th><th>Order time 下单时间</th>') =>
  `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;

const ROW = { key: ID, values: { placed: '2026-11-20 10:00', tag: '半托管' } };

describe('a list', () => {
  it.each([
    [
      'a table with a header',
      table(`<tr data-key="1"><td>半托管</td><td>${ID}</td><td>2026-11-20 10:00</td></tr>`),
    ],
    [
      'groups with labels',
      `<table class="group"><tbody><tr><td><span>订单号：<b>${ID}</b></span><span>下单时间：2026-11-20 10:00</span>
        <i>半托管</i></td></tr></tbody></table>`,
    ],
    [
      'cards',
      `<article><header>订单号：${ID}</header><dl><dt>Order time 下单时间</dt><dd>2026-11-20 10:00</dd></dl>
        <em>半托管</em></article>`,
    ],
  ])('is read from %s', (_layout, html) => {
    expect(read(html)).toEqual([ROW]);
  });

  it('of which columns stand otherwise, is read by their words', () => {
    const head = '<th>下单时间</th><th>Tag</th><th>X</th><th>订单号</th>';
    const rows = `<tr data-key="1"><td>2026-11-20 10:00</td><td>半托管</td><td>1</td><td>${ID}</td></tr>`;
    expect(read(table(rows, head))).toEqual([ROW]);
  });

  it('takes nothing from another column that looks the same', () => {
    const head = '<th>Paid</th><th>订单号</th><th>Note</th>';
    const rows = `<tr data-key="1"><td>2026-11-20 10:00</td><td>${ID}</td><td>x</td></tr>`;
    expect(read(table(rows, head))).toEqual([{ key: ID, values: {} }]);
  });

  it.each(['<p>81170001</p><p>23456789</p>', '<b>81170001234567</b><sup>89</sup>'])(
    'makes no one number of two that stand in one cell: %s',
    (cell) => {
      expect(read(table(`<tr data-key="1"><td>-</td><td>${cell}</td><td>-</td></tr>`))).toEqual([]);
    },
  );

  it('takes a mark that has a column of its own from nowhere else', () => {
    const head = '<th>Tag</th><th>订单号</th><th>商品</th>';
    const rows = `<tr data-key="1"><td>-</td><td>${ID}</td><td>半托管</td></tr>`;
    expect(read(table(rows, head))).toEqual([{ key: ID, values: {} }]);
  });

  it('takes a mark whose words name something else from nowhere else', () => {
    const row = (said: string) =>
      `<article><p>订单号：${ID}</p><p>Tag：${said}</p><ol><li>半托管</li></ol></article>`;
    expect(read(row('全托管'))).toEqual([{ key: ID, values: {} }]);
    expect(read(row('半托管'))).toEqual([{ key: ID, values: { tag: '半托管' } }]);
  });

  it('leaves out a row that names two', () => {
    const row = (text: string) => `<article><p>订单号：${ID}</p><p>${text}</p></article>`;
    expect(read(row(`订单号：${OTHER}`))).toEqual([]);
    expect(read(row('Toy'))).toEqual([{ key: ID, values: {} }]);
  });

  it('leaves out a row that names none, and values that are not alone', () => {
    expect(read('<article>下单时间：2026-11-20 10:00 半托管</article>')).toEqual([]);
    expect(
      read(
        `<article><p>订单号：${ID}</p><p>下单时间：2026-11-20 10:00</p><p>下单时间：2026-11-21 10:00</p></article>`,
      ),
    ).toEqual([{ key: ID, values: {} }]);
  });
});

describe('rows of one key', () => {
  it('are one entry, of what they agree on', () => {
    const entry = (stock: string) => ({ key: '1', values: { stock, name: 'a' } });
    expect(agreedEntries([entry('5'), { key: '2', values: {} }, entry('6')])).toEqual([
      { key: '1', values: { name: 'a' } },
      { key: '2', values: {} },
    ]);
  });
});

describe('the place of a strip', () => {
  it.each([
    [`<tr><td id="here">${ID}</td><td>x</td></tr>`],
    [`<tr><td><div id="here"><span>订单号：<b>${ID}</b></span><span>x</span></div></td></tr>`],
    [`<tr><td><header id="here"><b>${ID}</b></header></td></tr>`],
  ])('is where the key is named: %s', (html) => {
    document.body.innerHTML = `<table><tbody>${html}</tbody></table>`;
    const row = document.querySelector('tr') as Element;
    expect(placeIn(row, ID).id).toBe('here');
  });
});
