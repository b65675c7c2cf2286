// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { productFactsOf } from '../../../utils/facts/product-record.ts';
import { withLabelled, withPageLists } from '../../../utils/facts/read.ts';
import { readLabelled } from '../../../utils/site/labelled.ts';
import { readList } from '../../../utils/site/lists.ts';
import { pack } from '../rules/support.ts';

const ID = '1005006123456789';
const AT = '2026-11-22T08:00:00.000Z';
const map = pack.siteMap.pages['semi-join'];
if (!map?.lists?.countries) throw new Error('The pack says nothing of the join page');
const { lists } = map;

function read(html: string, before: KeptFacts = {}) {
  document.body.innerHTML = html;
  const entries = { countries: lists.countries ? readList(document, lists.countries) : [] };
  const readings = readLabelled(document.body, map ?? { fields: [] });
  const product = withLabelled(before, 'semi-join', 'product', readings, pack.siteMap, AT);
  const store = withLabelled({}, 'semi-join', 'store', readings, pack.siteMap, AT);
  return { product: withPageLists(product, 'semi-join', entries, AT), store, readings };
}

const learnt = (html: string) => productFactsOf({ version: 1, productId: ID, facts: read(html).product });

/** A form's item as Fusion draws it. */
const item = (label: string, control: string) =>
  `<div class="next-form-item"><div><label>${label}</label></div><div>${control}</div></div>`;

const spans = (...names: string[]) => names.map((name) => `<span>${name}</span>`).join('');

const dialog = (control: string) => item('加入国家', `<div>${control}</div>`);

const sheet = (head: readonly string[], ...rows: string[][]) =>
  `<table><thead><tr>${head.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const HEAD = ['Freight 预估运费', 'Sale 售卖状态', 'Code', 'Country 国家/地区'];

describe('the countries of the join page', () => {
  it('are sold, but for those that are marked', () => {
    expect(learnt(dialog(spans('西班牙', '新西兰（不可售）', '以色列')))).toMatchObject({
      joinedCountries: ['ES', 'IL'],
      blocked: ['NZ'],
    });
    expect(learnt(dialog(spans('西班牙', '新西兰（不可售）')))).toMatchObject({ blocked: ['NZ'] });
  });

  it('are read from a table by the words of its columns', () => {
    const html = sheet(HEAD, ['--', '可售', 'ES', '西班牙'], ['--', '不可售', 'NZ', '新西兰']);
    expect(learnt(html)).toMatchObject({ joinedCountries: ['ES'], blocked: ['NZ'] });
  });

  it('of which none is marked leave none blocked', () => {
    expect(learnt(dialog(spans('西班牙')))).toMatchObject({ joinedCountries: ['ES'], blocked: [] });
  });

  it.each([
    ['one that is no country', dialog(spans('西班牙', '亚特兰蒂斯'))],
    ['one mark that is no country’s', dialog(spans('西班牙', '全部（不可售）'))],
    ['one that stands twice', dialog(spans('西班牙', '西班牙（不可售）'))],
    ['another mark', dialog(spans('西班牙', '新西兰（审核中）'))],
    ['a table under their label', `<h2>加入国家</h2>${sheet(['A', 'B'], ['可售', '西班牙'])}`],
    [
      'a row of which the sale is not told',
      sheet(HEAD, ['--', '可售', 'ES', '西班牙'], ['--', '', 'FR', '法国']),
    ],
    ['a table without the column of sale', sheet(['国家/地区', '预估运费'], ['西班牙', 'USD 1.20'])],
    ['the column of sale under another name', sheet(['On', '国家/地区'], ['可售', '西班牙'])],
  ])('with %s say nothing: half a list would pass for the whole', (_what, html) => {
    const { joinedCountries, blocked } = learnt(html);
    expect([joinedCountries, blocked]).toEqual([undefined, undefined]);
  });
});

describe('the freight that the join page estimates', () => {
  it('is kept by country, to the letter', () => {
    const html = sheet(['国家/地区', '预估运费'], ['西班牙', 'USD 4.60'], ['法国', 'USD 1,204.05']);
    const { product } = read(html);
    expect(productFactsOf({ version: 1, productId: ID, facts: product }).freightEstimates).toEqual([
      { country: 'ES', currency: 'USD', amount: '4.60' },
      { country: 'FR', currency: 'USD', amount: '1204.05' },
    ]);
    expect(product['product.freightEstimates']?.[0]).toMatchObject({
      text: 'ES USD 4.60, FR USD 1204.05',
      origin: { kind: 'read', page: 'semi-join' },
    });
  });

  it('leaves out countries that have none, and is not there before it was asked for', () => {
    const row = (fee: string, code: string, name: string) => [fee, '可售', code, name];
    const some = sheet(HEAD, row('USD 4.60', 'ES', '西班牙'), row('--', 'FR', '法国'));
    expect(learnt(some).freightEstimates).toEqual([{ country: 'ES', currency: 'USD', amount: '4.60' }]);
    expect(learnt(sheet(HEAD, row('--', 'ES', '西班牙'))).freightEstimates).toBeUndefined();
  });

  it('is nobody’s where a country stands twice with two costs', () => {
    const html = sheet(['国家/地区', '预估运费'], ['西班牙', 'USD 4.60'], ['西班牙', 'USD 5.60']);
    expect(learnt(html).freightEstimates).toBeUndefined();
  });
});

describe('what else the join page says', () => {
  const goods = (mark: string) =>
    `<div><div><img><div><span>Mug</span><span>ID: ${ID}</span></div></div>${mark}<button>编辑半托管信息</button></div>`;

  it.each([
    [goods('<i>已加入半托管</i>'), 'semi'],
    [goods('<i>可加入半托管</i>'), 'pop'],
    [goods(''), undefined],
    ['<p>Semi-managed 半托管：可加入半托管</p>', 'pop'],
    ['<button>已加入半托管</button><button>可加入半托管</button>', undefined],
  ])('of %s the programme is %s', (html, programme) => {
    expect(learnt(html).programme).toBe(programme);
  });

  it.each([
    ['已完成', 1],
    ['未完成', 0],
  ])('设置JIT仓库 %s is %i warehouses', (state, count) => {
    const { store } = read(`<div><span>设置JIT仓库</span><span>${state}</span></div>`);
    expect(store['store.jitWarehouses']?.[0]?.value).toBe(count);
  });

  it('a warehouse that is only offered is none that was chosen', () => {
    const { store } = read(item('JIT仓', '<label><input type="radio">东莞JIT仓</label>'));
    expect(store['store.jitWarehouses']).toBeUndefined();
  });

  it('the base price is shown, and is not the price at which the product is sold now', () => {
    const { readings, product } = read(item('裸价', '<span>USD 4.21</span>'));
    expect(readings).toEqual([{ fact: 'form.basePrice', text: 'USD 4.21' }]);
    expect(product).toEqual({});
  });

  it('the weight is what stands in its field', () => {
    const { readings } = read(item('包裹重量(kg)', '<input value="0.35"><button>预估运费</button>'));
    expect(readings).toEqual([{ fact: 'form.weight', text: '0.35' }]);
    expect(read(item('包裹重量(kg)', '<input placeholder="请输入">')).readings).toEqual([]);
  });
});
