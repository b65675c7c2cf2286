import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../utils/features/index.ts';
import type { PageKind } from '../../../utils/site/pages.ts';
import { cardOfRow, chipOfRow } from './rows-support.ts';
import { pack } from './support.ts';

const ORDER = { mark: '半托管', status: '等待发货' };
const LOCKED = { type: '库存锁定失败' };

describe('a card of a row', () => {
  it.each([
    ['orders', 'dispatch', { mark: '半托管' }, ['Status']],
    ['orders', 'dispatch', ORDER, ['Time left to dispatch, as the page shows it', 'Time of ordering']],
    ['purchase-orders', 'dispatch', {}, ['Status']],
    ['purchase-orders', 'dispatch', { status: '待揽收' }, ['Latest pick-up']],
    ['purchase-stock', 'stock', {}, ['Stock for sale', 'Stock status']],
    ['merge-monitor', 'merge', {}, ['Type of failure']],
    [
      'merge-monitor',
      'merge',
      LOCKED,
      ['Whether the WMS pushed the stock change in time', 'Token valid until', 'API calls a minute'],
    ],
    [
      'merge-monitor',
      'merge',
      { ...LOCKED, tokenUntil: '2029-01-01 10:00', callRate: '1' },
      ['Whether the WMS pushed the stock change in time', 'Age of the token'],
    ],
  ] as const)(
    'of %s, chip %s, names of %j what is missing and where it is found',
    (page, chip, values, names) => {
      const english = cardOfRow(page, chip, values).missing;
      const chinese = cardOfRow(page, chip, values, 'zh_CN').missing;
      expect(english.map(({ name }) => name)).toEqual(names);
      expect(chinese.map(({ where }) => where).join()).toMatch(/\p{Script=Han}/u);
      expect(chinese).toHaveLength(english.length);
    },
  );
});

describe('a page whose rows have chips of their own', () => {
  const pages = Object.keys(FEATURES).filter((kind) => kind !== 'product-list') as PageKind[];

  it.each(pages)('%s has a list in the site map, and a name for its key', (page) => {
    const { key, fields = [] } = pack.siteMap.pages[page]?.lists?.entries ?? {};
    expect(key?.name).toBeDefined();
    const [chip] = FEATURES[page] ?? [];
    const { subject, title } = cardOfRow(page, chip?.id ?? 'fee', ORDER, 'zh_CN');
    expect(subject?.name).toMatch(/^(订单号|采购单号|商品ID|SKU)$/);
    expect(title).toMatch(/\p{Script=Han}/u);
    // Every word that the site map takes for a value with a meaning has one.
    for (const { name, value, means } of fields) {
      for (const { text } of name === 'remaining' ? [] : (means ?? [])) expect(value, name).toContain(text);
    }
  });

  it('says nothing green of a row of which nothing was read', () => {
    for (const page of pages) {
      for (const values of [{}, { mark: '半托管' }]) {
        expect(['unknown', undefined], page).toContain(chipOfRow(page, values)?.verdict);
      }
    }
  });
});
