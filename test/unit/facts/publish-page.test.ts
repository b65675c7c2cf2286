// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf } from '../../../utils/facts/product-record.ts';
import { withLabelled, withPageLists } from '../../../utils/facts/read.ts';
import { readLabelled } from '../../../utils/site/labelled.ts';
import { readList } from '../../../utils/site/lists.ts';
import { pack } from '../rules/support.ts';

const EARLIER = '2026-11-21T08:00:00.000Z';
const AT = '2026-11-22T08:00:00.000Z';
const { publish } = pack.siteMap.pages;
if (!publish?.lists) throw new Error('The pack says nothing of the publish page');
const { lists } = publish;

/** The facts of a product after a look at its form. */
function learnt(html: string, before: KeptFacts = {}, at = AT): KeptFacts {
  document.body.innerHTML = html;
  const entries = Object.entries(lists).map(([name, list]) => [name, readList(document, list)]);
  const readings = readLabelled(document.body, publish ?? { fields: [] });
  const facts = withLabelled(before, 'publish', 'product', readings, pack.siteMap, at);
  return withPageLists(facts, 'publish', Object.fromEntries(entries), at);
}

const known = (facts: KeptFacts) => productFactsOf({ ...newProduct('1005006123456789'), facts });

const destinations = (...tags: string[]) =>
  `<div><div><label>运达国家/地区</label></div><div>${tags.map((tag) => `<span>${tag}</span>`).join('')}</div></div>`;

describe('the destinations of the form', () => {
  it('are those that it names', () => {
    expect(known(learnt(destinations('法国', '德国'))).destinations).toEqual(['FR', 'DE']);
  });

  it.each([['+ 12 ...'], ['+12'], ['等 14 个国家']])('are not known where others are folded: %s', (rest) => {
    expect(known(learnt(destinations('法国', '德国', rest)))).not.toHaveProperty('destinations');
  });
});

const sheet = (head: string, ...rows: string[]) =>
  `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const input = (value: string) => `<input type="text" value="${value}">`;

const skus = (...own: [code: string, price: string][]) =>
  sheet(
    '<th>商家编码</th><th>零售价(CNY)</th>',
    ...own.map(([code, price]) => row(input(code), input(price))),
  );

const certificate = (state: string) =>
  sheet('<th>资质名称</th><th>状态</th><th>有效期至</th>', row('CE 证书', '已上传', state));

describe('what the form said before', () => {
  it.each([
    ['destinations', destinations('法国'), destinations('法国', '刚果', '英国')],
    ['price', skus(['A-1', '10']), skus(['A-1', '80'], ['A-2', '--'])],
    ['price', skus(['A-1', '10']), skus(['A-1', ''])],
    ['price', skus(['A-1', '10']), skus(['A-1', '10'], ['', '99'])],
    ['expiries', certificate('2026-11-25'), certificate('')],
  ] as const)('is no more known where it says something else: %s', (name, before, now) => {
    const facts = learnt(before, {}, EARLIER);
    expect(known(facts)[name]).toBeDefined();
    expect(known(learnt(now, facts))).not.toHaveProperty(name);
  });

  it('stays known while the page is loading, and beside it what was typed', () => {
    const facts = learnt(destinations('法国') + skus(['A-1', '10']) + certificate('2026-11-25'), {}, EARLIER);
    const empty = destinations('<input role="combobox">') + skus();
    for (const loading of ['<main>加载中…</main>', empty, destinations('请选择')]) {
      expect(learnt(loading, facts)).toEqual(facts);
    }
    const path = 'product.destinations';
    const typed = { value: ['JP'], text: 'JP', at: EARLIER, origin: { kind: 'typed' as const } };
    const both = { ...facts, [path]: [typed, ...(facts[path] ?? [])] };
    expect(learnt(destinations('法国', '刚果'), both)[path]).toEqual([typed]);
  });
});

describe('the price of the form', () => {
  const price = (...rows: [code: string, price: string][]) => {
    const { lowest, highest } = known(learnt(skus(...rows))).price ?? {};
    return lowest && `${lowest}–${highest}`;
  };

  it('is of every SKU, whatever its code is', () => {
    expect(price(['A-1', '10.00'], ['A-2', '1,250.50'])).toBe('10–1250.5');
    expect(price(['A-1', '10.00'], ['红色-XL', '99.00'])).toBe('10–99');
    expect(price(['A-1', '10.00'], ['B.2', '99.00'])).toBe('10–99');
    expect(price(['1', '10.00'], ['A/2 红', '99.00'])).toBe('10–99');
  });

  it('is not known where one SKU has no code', () => {
    expect(price(['A-1', '10.00'], ['', '99.00'])).toBeUndefined();
  });

  it.each(['12,50', ',', '1,2,3', '1,25.00', '1.'])('is not known where one is no amount: %s', (text) => {
    expect(price(['A-1', text])).toBeUndefined();
    expect(price(['A-1', '10'], ['A-2', text])).toBeUndefined();
  });
});
