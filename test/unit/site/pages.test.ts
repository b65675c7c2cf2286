import { describe, expect, it } from 'vitest';
import { channelOf, pageKindOf } from '../../../utils/site/pages.ts';

const LIST = 'https://csp.aliexpress.com/m_apps/productManage/list-manage';

describe('the kind of a page', () => {
  it.each([LIST, `${LIST}?channelId=21900`, `${LIST}/`, LIST.replace('m_apps', 'apps')])(
    '%s is a product list',
    (url) => {
      expect(pageKindOf(new URL(url))).toBe('product-list');
    },
  );

  it.each([
    `https://login.aliexpress.com/user/seller/login?return_url=${encodeURIComponent(LIST)}`,
    `https://csp.aliexpress.com/m_apps/order-manage/orderList?from=${LIST}`,
    'https://csp.aliexpress.com/m_apps/productManage/list-manage-archive',
    'https://csp.aliexpress.com/#/m_apps/productManage/list-manage',
  ])('%s is none that the overlay knows', (url) => {
    expect(pageKindOf(new URL(url))).toBeUndefined();
  });
});

describe('the store of a page', () => {
  it.each([
    [`${LIST}?channelId=21900123`, '21900123'],
    [LIST, undefined],
    [`${LIST}?channelId=`, undefined],
    [`${LIST}?channelId=__proto__`, undefined],
    [`${LIST}?channelId=${'9'.repeat(40)}`, undefined],
  ])('%s', (url, expected) => {
    expect(channelOf(new URL(url))).toBe(expected);
  });
});
