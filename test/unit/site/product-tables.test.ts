// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteMap } from '../../../utils/rules/site-map.ts';
import { readProductRow } from '../../../utils/site/product-row.ts';
import { hasProductHeader, isUnderOtherHeader } from '../../../utils/site/product-tables.ts';

const { siteMap } = JSON.parse(readFileSync('public/rules/pack.json', 'utf8')) as { siteMap: SiteMap };
const map = siteMap.productList;

const table = (headers: string[], ...cells: string[]): string =>
  `<table><thead><tr>${headers.map((text) => `<th>${text}</th>`).join('')}</tr></thead>
  <tbody><tr data-row-key="x">${cells.map((text) => `<td>${text}</td>`).join('')}</tr></tbody></table>`;

const put = (...tables: string[]): Element[] => {
  document.body.innerHTML = tables.map((html) => `<div>${html}</div>`).join('');
  return [...document.querySelectorAll('tbody tr')];
};

beforeEach(() => document.body.replaceChildren());

describe('a table beside the product list', () => {
  it('is told by its header, where that of the products names them', () => {
    const [campaign, product] = put(
      table(['活动', '编号', '预算'], '满立减', 'ID: 20261110', 'USD 5.00'),
      table(['商品信息', '零售价', '库存'], 'Cup<b>ID: 1005000000000001</b>', 'USD 3.63', '2'),
    );
    expect(hasProductHeader(document, map)).toBe(true);
    expect(campaign && isUnderOtherHeader(campaign, map)).toBe(true);
    expect(product && isUnderOtherHeader(product, map)).toBe(false);
  });

  it('can’t be told where no header names products', () => {
    put(table(['A', 'B'], 'Cup<b>ID: 1005000000000001</b>', 'USD 3.63'));
    expect(hasProductHeader(document, map)).toBe(false);
  });

  it('takes no strips from a table without a header of its own', () => {
    const [bare] = put(
      '<table><tbody><tr data-row-key="x"><td>Cup</td><td>ID: 1005000000000001</td></tr></tbody></table>',
      table(['商品信息', '零售价', '库存'], 'Cup', 'USD 3.63', '2'),
    );
    expect(bare && isUnderOtherHeader(bare, map)).toBe(false);
  });

  it.each(['SKU ID: 12000031234567890', '活动ID: 20261110', '订单 ID：8123456789'])(
    'is no product’s by an ID of something else: %s',
    (text) => {
      const [row] = put(table(['A', 'B'], `Red ${text}`, 'USD 3.63'));
      expect(row && readProductRow(row, map)).toBeUndefined();
    },
  );
});
