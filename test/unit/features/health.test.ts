// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fieldName, lossOf, noticeView, reportOf } from '../../../utils/features/health.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { type PageHealth, pageHealthOf } from '../../../utils/site/health.ts';
import type { PageKind } from '../../../utils/site/pages.ts';
import { browse, products, STORES } from '../../seller-centre/catalogue.ts';
import { pack } from '../rules/support.ts';

const en = translator('en');
const zh = translator('zh_CN');
const origin = { extension: '0.1.0', pack: '2026.11.22', browser: 'Chrome 143', language: 'en' };

const healthFor = (page: PageKind, html: string, address = '/m_apps/x'): PageHealth => {
  document.body.innerHTML = html;
  const url = new URL(address, 'https://csp.aliexpress.com');
  return pageHealthOf(document.body, page, url, pack.siteMap) as PageHealth;
};

const lostPrice = healthFor(
  'product-list',
  '<table><thead><tr><th>商品信息</th><th>零售价</th></tr></thead><tr data-row-key="1"><td><p>Toy</p><p>ID: 1005006123456789</p></td><td>3.63</td></tr></table>',
);

describe('a notice', () => {
  it('says in one line what was not found, in both languages', () => {
    expect(noticeView(lostPrice, '{}', pack.siteMap, en)?.teach).toEqual([
      { field: 'price', words: 'Teach “Price”' },
    ]);
    expect(noticeView(lostPrice, '{}', pack.siteMap, en)?.line).toBe('Not found on this page: Price');
    expect(noticeView(lostPrice, '{}', pack.siteMap, zh)?.line).toBe('本页未找到：售价');
  });

  it('says what follows from it: without its pager, an audit has no pages', () => {
    const means = ({ findings, ...health }: PageHealth, ...lost: string[]) => {
      const left = findings.map((finding) => ({
        ...finding,
        ...(lost.includes(finding.field) && { state: 'lost' as const }),
      }));
      return noticeView({ ...health, findings: left }, '{}', pack.siteMap, en);
    };
    const needed = en('noticeMeans');
    const pages = en('noticeMeansPager');
    expect(means(lostPrice)?.means).toEqual([needed]);
    expect(means(lostPrice, 'pager')?.means).toEqual([needed, pages]);
    const list = { ...lostPrice, findings: lostPrice.findings.filter(({ field }) => field !== 'price') };
    const { line, means: alone, teach } = means(list, 'pager') ?? {};
    expect([line, alone, teach]).toEqual(['Not found on this page: Pager of the list', [pages], []]);
  });

  it('names a few of many', () => {
    const { line } = noticeView(healthFor('merge-apply', '<h1>合并服务</h1>'), '{}', pack.siteMap, en) ?? {};
    expect(line).toBe(
      'Not found on this page: Dispute rate, Logistics fulfilment rate, Full-managed stores and 3 more',
    );
  });

  it('is none where nothing was lost', () => {
    expect(noticeView(healthFor('disputes', '<p>纠纷率</p><p>0.31%</p>'), '{}', pack.siteMap, en)).toBeNull();
  });

  it('is about another loss when the loss or the rules change', () => {
    const both = {
      findings: [...lostPrice.findings, { field: 'x', state: 'lost', by: null, seen: '2026-11-22' }],
    };
    const losses = [lossOf(lostPrice, '1'), lossOf(lostPrice, '2'), lossOf(both as PageHealth, '1')];
    expect(new Set(losses).size).toBe(3);
    expect(lossOf({ findings: [...lostPrice.findings] }, '1')).toBe(losses[0]);
  });
});

describe('the name of a field', () => {
  it.each([
    ['store.positiveRatingPct', 'Positive rating'],
    ['form.brand', 'Brand'],
    ['productId', 'Product ID'],
    ['guards.2', 'A step that can’t be undone'],
    ['lists.regional-prices', 'Regional prices'],
    ['lists.skus.price', 'Price in SKUs'],
    ['lists.newer.thing', 'thing in newer'],
    ['newer.fact', 'newer.fact'],
  ])('%s is %s', (field, name) => {
    expect(fieldName(field, en)).toBe(name);
  });

  it('is there for every field of the site map, in both languages', () => {
    const kinds = ['product-list', ...Object.keys(pack.siteMap.pages)] as PageKind[];
    for (const kind of kinds) {
      for (const { field } of healthFor(kind, '').findings) {
        if (/^lists\.[^.]+\./.test(field)) continue;
        expect([fieldName(field, en), fieldName(field, zh)], field).not.toContain(field);
      }
    }
  });
});

describe('a report', () => {
  it('says what was found by which strategy, and what was lost since when', () => {
    expect(JSON.parse(reportOf(lostPrice, origin))).toEqual({
      managedLens: origin,
      page: 'product-list',
      address: 'csp.aliexpress.com/m_apps/…',
      fields: {
        row: 'selector 1',
        cell: 'selector 1',
        productId: 'pattern 1',
        title: 'column 1',
        pager: 'nothing to read it from',
        price: 'lost at column 1, last seen 2026-05-31',
      },
      layout: { tables: 1, rows: 1, headers: ['商品信息', '零售价'] },
    });
  });

  it.each(STORES.map(({ channelId, name }) => [name, channelId] as const))(
    'holds no title, ID, price, number or name of %s',
    (name, channelId) => {
      const { rows } = browse(products(channelId), { status: 'onSelling', page: 1, pageSize: 100 });
      expect(rows.length).toBeGreaterThan(50);
      const html = rows
        .map(
          ({ productId, title, priceText }) =>
            `<tr data-row-key="${productId}"><td><p>${title}</p><p>ID: ${productId}</p></td><td>${priceText}</td></tr>`,
        )
        .join('');
      const address = `/m_apps/productManage/list-manage/${channelId}?channelId=${channelId}&q=${name}`;
      const health = healthFor(
        'product-list',
        `<h1>${name}</h1><table><thead><tr><th>商品</th><th>Price 1</th></tr></thead>${html}</table>`,
        address,
      );
      const report = reportOf(health, origin);
      expect(JSON.parse(report).layout).toEqual({ tables: 1, rows: rows.length, headers: ['商品'] });
      for (const secret of rows.flatMap(({ title, productId, minPrice }) => [title, productId, minPrice]))
        expect(report).not.toContain(secret);
      expect(report).not.toContain(channelId);
      expect(report).not.toContain(name);
    },
  );
});
