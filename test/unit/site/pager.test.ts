// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../../utils/rules/pack.ts';
import { NO_PLACE, readPager, rowsOfPage } from '../../../utils/site/pager.ts';

const { siteMap } = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const { pager } = siteMap;
if (!pager) throw new Error('The pack knows no pagers');

function read(html: string) {
  document.body.innerHTML = html;
  return readPager(document, pager as NonNullable<typeof pager>);
}

const item = (number: number, isActive = false): string =>
  `<li title="${number}" class="ait-pagination-item ait-pagination-item-${number}${isActive ? ' ait-pagination-item-active' : ''}"><a>${number}</a></li>`;

interface Shown {
  number: number;
  size: number;
  total: number;
  texts?: { total: string; size: string };
}

/** As antd draws it: the first and last pages, and those around the one that is shown. */
function antd({ number, size, total, texts }: Shown): string {
  const last = Math.max(1, Math.ceil(total / size));
  const numbers = [...new Set([1, number - 1, number, number + 1, last])].filter(
    (each) => each >= 1 && each <= last,
  );
  const { total: totalText, size: sizeText } = texts ?? { total: `共 ${total} 条`, size: `${size} 条/页` };
  return `<ul class="ait-pagination ait-table-pagination">
    <li class="ait-pagination-total-text">${totalText}</li>
    <li class="ait-pagination-prev"><button></button></li>
    ${numbers
      .toSorted((a, b) => a - b)
      .map((each) => item(each, each === number))
      .join('')}
    <li class="ait-pagination-jump-next"><a class="ait-pagination-item-link"><span>•••</span></a></li>
    <li class="ait-pagination-options"><div class="ait-pagination-options-size-changer">
      <span class="ait-select-selection-item">${sizeText}</span></div>
      <div class="ait-pagination-options-quick-jumper">跳至<input type="text">页</div></li></ul>`;
}

const fusion = (number: number, of: number): string =>
  `<div class="next-pagination next-normal"><div class="next-pagination-pages">
    <button class="next-btn next-pagination-item next-prev"><span>上一页</span></button>
    <button class="next-btn next-pagination-item next-current"><span>${number}</span></button>
    <button class="next-btn next-pagination-item"><span>${of}</span></button>
    <button class="next-btn next-pagination-item next-next"><span>下一页</span></button>
    <span class="next-pagination-display"><em>${number}</em>/${of}</span></div></div>`;

const ANTD = { number: 3, size: 500, total: 20_000 };
const THIRD = { number: 3, of: 40, size: 500, total: 20_000 };

describe('a pager', () => {
  it('says its page, in Chinese and English', () => {
    expect(read(antd(ANTD))).toEqual(THIRD);
    for (const [total, size] of [
      ['Total 20000 items', '500 / page'],
      ['Total: 20,000', '500 / page'],
      ['1001-1500 of 20,000 items', '500 / page'],
      ['共20,000件商品', '500条/页'],
    ] as const)
      expect(read(antd({ ...ANTD, texts: { total, size } })), total).toEqual(THIRD);
  });

  it('of Fusion says page and number of pages, and nothing that is not there', () => {
    expect(read(fusion(2, 40))).toEqual({ number: 2, of: 40, size: null, total: null });
  });

  it('is told by nothing but its own words', () => {
    expect(read('<p>第 3 页 共 40 页</p><li class="active">3</li>')).toEqual(NO_PLACE);
    expect(read(antd({ ...ANTD, texts: { total: '约两万条', size: '每页五百' } }))).toEqual({
      ...THIRD,
      size: null,
      total: null,
    });
  });

  it('is in doubt where its parts or two pagers contradict each other', () => {
    const { number: _, of: __, ...counts } = THIRD;
    expect(read(antd({ ...ANTD, texts: { total: '共 300 条', size: '500 条/页' } }))).toMatchObject({
      number: 3,
      of: null,
    });
    expect(read(antd(ANTD).replace('</ul>', `${item(7, true)}</ul>`))).toEqual({ ...NO_PLACE, ...counts });
    expect(read(antd(ANTD) + antd({ ...ANTD, number: 4 }))).toEqual(NO_PLACE);
    expect(read(antd(ANTD) + antd(ANTD))).toEqual(THIRD);
    expect(read(fusion(41, 40))).toEqual({ ...NO_PLACE, number: 41 });
    expect(read('<div class="next-pagination"><p><em>41</em>/40</p></div>')).toEqual(NO_PLACE);
  });

  it('is read right for every list and every page of it', () => {
    const list = fc.record({
      size: fc.constantFrom(10, 50, 100, 200, 500),
      total: fc.integer({ min: 1, max: 99_999 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(list, ({ size, total, share }) => {
        const of = Math.ceil(total / size);
        const number = 1 + Math.floor(share * (of - 1));
        const place = { number, of, size, total };
        expect(read(antd({ number, size, total }))).toEqual(place);
        expect(rowsOfPage(place)).toBe(number < of ? size : total - (of - 1) * size);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves open how many rows a page has of which that does not follow', () => {
    expect(rowsOfPage({ ...THIRD, total: null })).toBe(500);
    expect(rowsOfPage({ ...THIRD, number: 40, total: null })).toBeNull();
    expect(rowsOfPage({ ...THIRD, size: null })).toBeNull();
    expect(rowsOfPage(NO_PLACE)).toBeNull();
  });
});
