// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { packSchema } from '../../../utils/rules/pack.ts';
import { patchFile, readPatch } from '../../../utils/site/patch.ts';
import { readProductRow } from '../../../utils/site/product-row.ts';
import { type FieldPlace, isKnown, isTeachable, withTaught } from '../../../utils/site/taught.ts';
import { lessonAt, lessonFor } from '../../../utils/site/teach.ts';

const { siteMap } = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

const PRICE: FieldPlace = { page: 'product-list', field: 'price' };
const ID: FieldPlace = { page: 'product-list', field: 'productId' };
const GMV: FieldPlace = { page: 'home', field: 'store.gmv90dUsd' };
const ORDER: FieldPlace = { page: 'orders', field: 'lists.entries.order' };

const show = (html: string): void => {
  document.body.innerHTML = html;
};

const at = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`Nothing is ${selector}`);
  return found;
};

const point = (place: FieldPlace, selector: string) => lessonAt(document.body, place, at(selector), siteMap);
const type = (place: FieldPlace, words: string) => lessonFor(document.body, place, words, siteMap);

const products = (header: string, rows: string): string => `
  <div><table><tr>${header}</tr></table></div>
  <div><table><tbody>${rows}</tbody></table></div>`;

const product = (id: number, ...cells: string[]): string =>
  `<tr data-row-key="${id}"><td><span>Toy</span><span class="id">ID: ${id}</span></td>${cells
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>`;

const LIST = products(
  '<th>商品信息</th><th class="quote"><div>报价</div></th><th>库存</th>',
  product(1005001111111111, '<b class="price">USD 3.63</b>', '<i class="stock">120</i>') +
    product(1005002222222222, 'USD 4.10', '35'),
);

beforeEach(() => show(''));

describe('a field is taught on the product list', () => {
  it('by a value, though the header stands in a table of its own', () => {
    show(LIST);
    expect(point(PRICE, '.price')).toEqual({ words: '报价', count: 2, values: ['USD 3.63', 'USD 4.10'] });
  });

  it('by the header itself, and by its words typed with a colon and spaces', () => {
    show(LIST);
    expect(point(PRICE, '.quote div')).toMatchObject({ words: '报价', count: 2 });
    expect(type(PRICE, ' 报价： ')).toMatchObject({ words: '报价', count: 2 });
  });

  it('not by a column whose values are none of the field’s', () => {
    show(LIST);
    expect(point(PRICE, '.stock')).toEqual({ problem: 'not-value', words: '库存', example: 'USD 3.63' });
  });

  it('not where nothing heads or labels what was pointed at', () => {
    show('<p>12 345</p>');
    expect(point(PRICE, 'p')).toMatchObject({ problem: 'no-words' });
  });

  it('not by words that the page does not show as a whole', () => {
    show(LIST);
    expect(type(PRICE, '报')).toMatchObject({ problem: 'not-here', words: '报' });
    expect(type(PRICE, '')).toMatchObject({ problem: 'no-words' });
    for (const value of ['1005001111111111', 'USD 3.63', '120件', 'buyer@example.com'])
      expect(type(PRICE, value), value).toMatchObject({ problem: 'not-words' });
  });

  it('not where two columns have the words: which of them is meant is not known', () => {
    show(
      products(
        '<th>商品信息</th><th>报价</th><th>报价</th>',
        product(1005001111111111, '<b class="price">USD 3.63</b>', 'USD 9.99'),
      ),
    );
    expect(point(PRICE, '.price')).toMatchObject({ problem: 'two-places', words: '报价' });
  });

  it('so that a column of the pack’s own beside a taught one leaves it unread', () => {
    show(
      products(
        '<th>商品信息</th><th>报价</th><th>零售价</th>',
        product(1005001111111111, 'USD 3.63', 'USD 9.99'),
      ),
    );
    const taught = withTaught(siteMap, [{ ...PRICE, words: '报价' }]);
    const row = at('tr[data-row-key]');
    expect(readProductRow(row, siteMap.productList)?.product.price?.text).toBe('USD 9.99');
    expect(readProductRow(row, taught.productList)?.product.price).toBeUndefined();
  });

  it('by the label before an ID, in the same text or beside it', () => {
    show(LIST.replaceAll('ID: ', '货号：'));
    expect(point(ID, '.id')).toMatchObject({
      words: '货号',
      count: 2,
      values: [expect.stringMatching(/^1005001/), expect.anything()],
    });
    show(LIST.replaceAll('ID: ', '货号</span> <span>'));
    expect(point(ID, '.id')).toMatchObject({ words: '货号', count: 2 });
  });

  it('by words with signs that mean something in a pattern, as just those words', () => {
    const words = 'Price (USD) [a|b] 1.5*';
    show(LIST.replace('报价', words));
    expect(point(PRICE, '.price')).toMatchObject({ words, count: 2 });
    show(LIST.replace('报价', 'Price (USD) [a|b] 1x5*'));
    expect(type(PRICE, words)).toMatchObject({ problem: 'not-here' });
  });
});

describe('a field is taught on a page of labels', () => {
  const CARDS = `
    <div><span class="label">季度成交额</span><div><b class="value">USD 5,000.00</b></div></div>
    <div><span class="other">访客</span><b>1,204</b></div>`;

  it('by its label and by its value', () => {
    show(CARDS);
    const read = { words: '季度成交额', count: 1, values: ['USD 5,000.00'] };
    expect(point(GMV, '.label')).toEqual(read);
    expect(point(GMV, '.value')).toEqual(read);
  });

  it('by a label in the same text', () => {
    show('<p>季度成交额：USD 5,000.00</p>');
    expect(point(GMV, 'p')).toMatchObject({ words: '季度成交额', values: ['USD 5,000.00'] });
  });

  it('not by the label of something else, and says how a value looks', () => {
    show(CARDS);
    expect(point(GMV, '.other')).toEqual({ problem: 'not-value', words: '访客', example: 'USD 3.63' });
  });

  it('not where its label stands beside different values', () => {
    show(CARDS + CARDS.replace('5,000', '6,000'));
    expect(point(GMV, '.label')).toMatchObject({ problem: 'two-places', words: '季度成交额' });
  });

  it('by the label of a form’s field, from what is filled in', () => {
    show('<div><label>牌子</label><div><input class="field" value="Lego"></div></div>');
    const brand: FieldPlace = { page: 'publish', field: 'form.brand' };
    expect(point(brand, '.field')).toEqual({ words: '牌子', count: 1, values: ['Lego'] });
    expect(point(brand, 'label')).toMatchObject({ words: '牌子' });
  });

  it('not by a value, as a label of the value after it', () => {
    show('<ul><li>纠纷状态</li><li class="value">可退还</li><li>原因</li><li>冻结中</li></ul>');
    const deposit: FieldPlace = { page: 'deposit', field: 'store.depositRefundable' };
    expect(type(deposit, '可退还')).toMatchObject({ problem: 'not-words' });
    expect(point(deposit, '.value')).toMatchObject({ words: '纠纷状态', values: ['可退还'] });
  });

  it('by the label in a table of labels and values', () => {
    show('<table><tr><td class="label">季度成交额</td><td class="value">USD 5,000.00</td></tr></table>');
    expect(point(GMV, '.value')).toMatchObject({ words: '季度成交额', count: 1 });
  });
});

describe('a field is taught on a page with a list', () => {
  const ORDERS = `<table><thead><tr><th class="head">单据编码</th><th>买家</th></tr></thead>
    <tbody><tr data-row-key="1"><td class="key">8190000000000001</td><td>x</td></tr>
    <tr data-row-key="2"><td>8190000000000002</td><td>y</td></tr></tbody></table>`;

  it('by what heads its column, also where no row can be read without it', () => {
    show(ORDERS);
    const read = { words: '单据编码', count: 2, values: ['8190000000000001', '8190000000000002'] };
    expect(point(ORDER, '.key')).toEqual(read);
    expect(point({ ...ORDER, field: 'lists.entries' }, '.head')).toEqual(read);
  });
});

describe('taught words', () => {
  it('are for fields that are found by words, and for no others', () => {
    for (const place of [PRICE, ID, GMV, ORDER]) expect(isTeachable(place, siteMap), place.field).toBe(true);
    for (const field of ['row', 'cell', 'guards.1', 'panel', 'constructor', 'lists.entries'])
      expect(isTeachable({ page: 'product-list', field }, siteMap), field).toBe(false);
    expect(isTeachable({ page: 'product-rank', field: 'lists.products.id' }, siteMap)).toBe(false);
  });

  it('leave every other field as it is, and share a place with those that stand in it', () => {
    const { pages, productList } = withTaught(siteMap, [
      { page: 'orders', field: 'lists.entries.remaining', words: '倒计时' },
    ]);
    expect(productList).toEqual(siteMap.productList);
    const changed = pages.orders?.lists?.entries?.fields.filter(({ words }) => words?.includes('倒计时'));
    expect(changed?.map(({ name }) => name)).toEqual(['remaining', 'days', 'hours', 'minutes']);
    expect({ ...pages, orders: siteMap.pages.orders }).toEqual(siteMap.pages);
  });

  it('that the pack knows change nothing', () => {
    const known = { ...PRICE, words: '零售价' };
    expect(isKnown(known, siteMap)).toBe(true);
    expect(withTaught(siteMap, [known])).toEqual(siteMap);
    expect(isKnown({ ...PRICE, words: '报价' }, siteMap)).toBe(false);
  });
});

describe('a site-map patch', () => {
  const quote = { ...PRICE, words: '报价' };
  const article = { ...ID, words: '货号' };

  it('has the same bytes whenever and in whatever order it was taught, and nothing but pages, fields and words', () => {
    const dated = { ...quote, at: '2026-11-22T08:00:00.000Z' };
    expect(patchFile([dated, article])).toBe(patchFile([article, quote]));
    expect(JSON.parse(patchFile([dated]))).toEqual({
      managedLens: 'site-map-patch',
      version: 1,
      taught: [quote],
    });
  });

  it('adds what is new, once, and says what is there already', () => {
    const read = readPatch(patchFile([quote, article]), [article], siteMap);
    expect(read).toEqual({ added: [quote], already: 1, bad: [] });
  });

  it('names each entry that can’t be used, and takes the others', () => {
    const file = {
      managedLens: 'site-map-patch',
      version: 1,
      taught: [
        quote,
        'quote',
        { ...quote, page: 'moon' },
        { ...quote, field: '../x' },
        { ...quote, words: '1005001111111111' },
        { ...quote, field: 'row' },
        { ...quote, selector: 'td' },
        // Names that every object has.
        { ...quote, page: 'orders', field: 'lists.constructor' },
        { ...quote, page: 'orders', field: 'lists.toString.x' },
        { ...quote, page: 'orders', field: 'lists.__proto__' },
      ],
    };
    expect(readPatch(JSON.stringify(file), [], siteMap)).toEqual({
      added: [quote],
      already: 0,
      bad: [
        { place: 2, problem: 'not-entry' },
        { place: 3, problem: 'not-page' },
        { place: 4, problem: 'not-field' },
        { place: 5, problem: 'not-words' },
        { place: 6, problem: 'unknown-field' },
        { place: 7, problem: 'not-entry' },
        { place: 8, problem: 'unknown-field' },
        { place: 9, problem: 'unknown-field' },
        { place: 10, problem: 'not-field' },
      ],
    });
  });

  it.each([
    ['{"managedLens":', 'not-json'],
    ['{}', 'not-patch'],
    [JSON.stringify({ managedLens: 'site-map-patch', version: 2, taught: [quote] }), 'not-patch'],
    [' '.repeat(200_001), 'too-large'],
  ])('is refused as a whole where it is none: %.20s', (text, refused) => {
    expect(readPatch(text, [], siteMap)).toEqual({ refused });
  });
});
