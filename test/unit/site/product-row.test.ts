// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../../utils/rules/pack.ts';
import { parsePrice, readProductRow } from '../../../utils/site/product-row.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const map = pack.siteMap.productList;

const ID = '1005006123456789';

const HEADERS = ['零售价', '库存'];

/** A cell as React writes it: every string a text node of its own. */
function cell(...blocks: string[][]): HTMLTableCellElement {
  const td = document.createElement('td');
  for (const texts of blocks) {
    const div = document.createElement('div');
    div.append(...texts);
    td.append(div);
  }
  return td;
}

function row(title: string, ...others: HTMLTableCellElement[]): HTMLTableRowElement {
  const tr = document.createElement('tr');
  tr.append(cell(['']), cell([title], ['ID: ', ID], ['共', '12', '个SKU']), ...others);
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  const prices = HEADERS.slice(0, others.length);
  for (const text of ['', '商品信息', ...prices]) {
    head.append(Object.assign(document.createElement('th'), { textContent: text }));
  }
  table.createTBody().append(tr);
  return tr;
}

const read = (tr: Element) => readProductRow(tr, map);

describe('a row of the product list', () => {
  it('gives its ID, name, price and the cell for the strip', () => {
    const tr = row('Kids toy 儿童玩具', cell(['USD 3.63']), cell(['120']));
    expect(read(tr)).toEqual({
      product: {
        productId: ID,
        price: { text: 'USD 3.63', currency: 'USD', lowest: '3.63', highest: '3.63' },
      },
      title: 'Kids toy 儿童玩具',
      cell: tr.children[1],
    });
  });

  it('reads the ID where name and ID share one text only where its key says the same', () => {
    const tr = document.createElement('tr');
    tr.append(cell([`Kids toyID: ${ID}`]));
    expect(read(tr)).toBeUndefined();
    tr.setAttribute('data-row-key', 'row-7');
    expect(read(tr)).toBeUndefined();
    tr.setAttribute('data-row-key', ID);
    expect(read(tr)?.product.productId).toBe(ID);
  });

  it.each(['类目ID: 200000343', '竞品ID：1005009999999999', 'Category ID: 200000343', '同款 ID: 200000343'])(
    'takes no %s for its own',
    (other) => {
      const tr = document.createElement('tr');
      tr.append(cell(['toy'], [`商品编号: ${ID}`], [other]), cell(['USD 3.63']));
      expect(read(tr)).toBeUndefined();
    },
  );

  it('has no price by the header of another table that has rows of its own', () => {
    const tr = document.createElement('tr');
    tr.append(cell(['toy'], [`ID: ${ID}`]), cell(['USD 2.00']));
    const page = document.createElement('div');
    page.innerHTML = `<table><thead><tr><th>商品信息</th><th>价格</th></tr></thead>
      <tbody><tr><td>Lamp</td><td>USD 1.00</td></tr></tbody></table><table><tbody></tbody></table>`;
    page.querySelectorAll('tbody')[1]?.append(tr);
    expect(read(tr)?.product).toEqual({ productId: ID });
  });

  it.each([
    'a toy ID: 999',
    '<img src=x onerror="alert(1)">',
    'USD 0.01',
    '\u202EID: 1005000000000999\u202C',
    'x'.repeat(5000),
  ])('is not misled by the name %j', (title) => {
    const reading = read(row(title, cell(['USD 3.63'])));
    expect(reading?.product).toMatchObject({ productId: ID, price: { lowest: '3.63' } });
    expect(reading?.title).toBe(title.trim());
  });

  it('reads its own ID whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (title) => {
        expect(read(row(title))?.product.productId).toBe(ID);
      }),
    );
  });

  it.each(['ID: 1005000000000999', 'ID: 1005000000000999 '])(
    'with the name %j is told by its key, and without one is left alone rather than guessed',
    (title) => {
      const tr = row(title, cell(['USD 3.63']));
      expect(read(tr)).toBeUndefined();
      tr.setAttribute('data-row-key', ID);
      expect(read(tr)).toMatchObject({ product: { productId: ID }, title: title.trim() });
    },
  );

  it('has no price where its column holds two, or none', () => {
    expect(read(row('toy', cell(['USD 3.63'], ['USD 4.00'])))?.product.price).toBeUndefined();
    expect(read(row('toy', cell(['3.63'])))?.product.price).toBeUndefined();
    expect(read(row('toy', cell(['USD 3.63'], ['USD 3.63'])))?.product.price?.text).toBe('USD 3.63');
  });

  it('takes no other column’s amount for its price, and no amount without a name', () => {
    expect(read(row('toy', cell(['--']), cell(['USD 4.00'])))?.product.price).toBeUndefined();
    const alone = document.createElement('tr');
    alone.append(cell(['toy'], [`ID: ${ID}`]), cell(['USD 3.63']));
    expect(read(alone)?.product).toEqual({ productId: ID });
    const card = document.createElement('article');
    card.append(cell(['toy'], [`ID: ${ID}`]), cell(['零售价：USD 3.63']), cell(['原价：USD 9.00']));
    expect(read(card)?.product.price?.lowest).toBe('3.63');
  });

  it('takes no other ID for its own', () => {
    const alone = document.createElement('tr');
    alone.append(cell(['SKU ID: 12000012345678901']), cell(['toy'], [`ID: ${ID}`]));
    expect(read(alone)?.product.productId).toBe(ID);
    alone.append(cell(['ID: 1005000000000999']));
    expect(read(alone)).toBeUndefined();
  });

  it('is left alone where its own key is the ID of another product', () => {
    const tr = row('toy');
    tr.setAttribute('data-row-key', '1005006999999999');
    expect(read(tr)).toBeUndefined();
    tr.setAttribute('data-row-key', ID);
    expect(read(tr)?.product.productId).toBe(ID);
    tr.setAttribute('data-row-key', 'row-7');
    expect(read(tr)?.product.productId).toBe(ID);
  });

  it('is nothing where there is no ID: a header, a measuring row, an order', () => {
    const tr = document.createElement('tr');
    tr.append(cell(['商品']), cell(['USD 3.63']));
    expect(read(tr)).toBeUndefined();
    expect(read(document.createElement('tr'))).toBeUndefined();
  });
});

describe('a price', () => {
  it.each([
    ['USD 3.63', 'USD', '3.63', '3.63'],
    ['USD 3.63 - 5.20', 'USD', '3.63', '5.20'],
    ['USD 3.63 - USD 5.20', 'USD', '3.63', '5.20'],
    ['CNY 1,234.50', 'CNY', '1234.50', '1234.50'],
  ])('%s', (text, currency, lowest, highest) => {
    expect(parsePrice(text)).toEqual({ text, currency, lowest, highest });
  });

  it.each([
    '3.63',
    'USD',
    'USD ,',
    'USD 3,63',
    'USD 1,2,3',
    'USD 3.63 +',
    'USD -3.63',
    'USD 3.63 - CNY 5',
    `USD ${'9'.repeat(20)}`,
  ])('%s is none', (text) => {
    expect(parsePrice(text)).toBeUndefined();
  });
});

describe('a list whose IDs have a column of their own', () => {
  const HEADERS = ['Sales 30d 销量', 'Product ID 商品ID', 'Price 零售价', 'Name 商品名称'];

  function table(headers: string[], cells: string[], split = false): Element {
    const holder = document.createElement('div');
    const cellsOf = (texts: string[], tag: string) =>
      texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
    const head = `<thead><tr>${cellsOf(headers, 'th')}</tr></thead>`;
    const body = `<tbody><tr>${cellsOf(cells, 'td')}</tr></tbody>`;
    holder.innerHTML = split
      ? `<div><div><table>${head}</table></div><div><table>${body}</table></div></div>`
      : `<table>${head}${body}</table>`;
    const row = holder.querySelector('tbody tr');
    if (!row) throw new Error('no row');
    return row;
  }

  const CELLS = ['12', ID, 'USD 3.63', 'Kids toy'];

  it.each([true, false])('is read by the words of its header, the header apart: %s', (split) => {
    const row = table(HEADERS, CELLS, split);
    expect(read(row)).toMatchObject({
      product: { productId: ID, price: { text: 'USD 3.63' } },
      title: 'Kids toy',
    });
    expect(read(row)?.cell.textContent).toBe('Kids toy');
  });

  it('is read anew when its columns change places', () => {
    const row = table(HEADERS, CELLS);
    expect(read(row)?.product.productId).toBe(ID);
    const header = row.closest('table')?.querySelector('thead tr');
    const other = '1005009999999999';
    if (header)
      header.innerHTML = ['Product ID', '商品编号', 'Price', 'Name']
        .map((text) => `<th>${text}</th>`)
        .join('');
    row.replaceChildren(cell([other]), cell([ID]), cell(['USD 1.00']), cell(['Lamp']));
    expect(read(row)).toMatchObject({ product: { productId: other }, title: 'Lamp' });
  });

  it('takes no name for an ID that says it is one', () => {
    const row = table(HEADERS, ['12', ID, 'USD 3.63', 'ID: 1005009999999999']);
    expect(read(row)?.product.productId).toBe(ID);
  });

  it.each([
    [['Sales', 'Order No. 订单号', 'Price', 'Name 商品名称'], CELLS, 'no column of IDs'],
    [HEADERS, ['12', `${ID} 1`, 'USD 3.63', 'Kids toy'], 'more than an ID in it'],
    [HEADERS, ['12', '1005', 'USD 3.63', 'Kids toy'], 'no ID in it'],
    [HEADERS, ['12', '<p>10050061</p><p>23456789</p>', 'USD 3.63', 'Kids toy'], 'two numbers in it'],
    [['Product ID 商品ID', 'Name 商品名称'], CELLS, 'a header of other columns'],
  ])('with %j over %j is none (%s)', (headers, cells) => {
    expect(read(table(headers, cells))).toBeUndefined();
  });

  it('has its strip beside the ID where no column is known to hold names', () => {
    const tr = table(['Sales', 'Product ID 商品ID', 'Price', 'Group 分组'], CELLS);
    expect(read(tr)).toMatchObject({ product: { productId: ID }, title: '', cell: tr.children[1] });
  });
});
