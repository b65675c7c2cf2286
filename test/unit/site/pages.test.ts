import { describe, expect, it } from 'vitest';
import {
  addressOf,
  channelOf,
  PAGE_KINDS,
  type PageKind,
  pageKindOf,
  productOf,
} from '../../../utils/site/pages.ts';

const CSP = 'https://csp.aliexpress.com';
const GSP = 'https://gsp.aliexpress.com';
const LIST = `${CSP}/m_apps/productManage/list-manage`;

/** Addresses that public code names, by the kind of page they are. */
const ADDRESSES: Partial<Record<PageKind, string[]>> = {
  assessment: [`${CSP}/m_apps/store-assessment-new/assessment?channelId=1`],
  disputes: [`${CSP}/m_apps/dispute-management/list?channelId=1`],
  home: [`${CSP}/apps/home?channelId=1`, `${CSP}/m_apps/home`],
  'order-detail': [
    `${CSP}/m_apps/order-manage/orderDetail?orderId=1`,
    `${CSP}/apps/order/detail?orderId=1`,
    `${GSP}/m_apps/order-manage/orderDetail?orderId=1`,
  ],
  orders: [`${CSP}/m_apps/order-manage/orderList?channelId=1`, `${CSP}/apps/order/index`],
  'product-list': [LIST, `${LIST}?channelId=21900`, `${LIST}/`, LIST.replace('m_apps', 'apps')],
  'product-rank': [`${CSP}/m_apps/csp-sycm-new/productRank`],
  publish: [
    `${CSP}/ait/cn_pop/item_product/product_publish?productId=1005000000000001&channelId=1`,
    `${CSP}/ait/cn_ams/item_choice/product_publish?switchId=1&channelId=1`,
    `${CSP}/m_apps/product-publish-v2/pop?channelId=1`,
    `${GSP}/m_apps/product-publish/publish?productId=1005000000000001`,
  ],
  'purchase-orders': [`${GSP}/m_apps/ascp/aechoice.purchase_jit_order_list`],
  'purchase-stock': [`${GSP}/m_apps/ascp/aechoice.purchase_stockup_for_aechoice`],
  'semi-join': [
    `${CSP}/m_apps/aepop-product-publish/prePopToChoice/choice-edit?productId=1005000000000001`,
    `${CSP}/m_apps/aepop-product-publish/index`,
  ],
  shipping: [
    `${CSP}/m_apps/logistic/ship_cn?tab=WAIT_TO_PACKAGE`,
    `${CSP}/m_apps/logistic/create_ship_cn?trade_order_id=1`,
  ],
};

const WITHOUT_ADDRESS: readonly PageKind[] = [
  'deposit',
  'full-centre',
  'merge-apply',
  'merge-monitor',
  'store-exit',
];

describe('the kind of a page', () => {
  const named = Object.entries(ADDRESSES).flatMap(([kind, urls]) => urls.map((url) => [url, kind] as const));

  it.each(named)('%s is %s and no other', (url, kind) => {
    expect(pageKindOf(new URL(url))).toBe(kind);
  });

  it('has an address, or is told by its title', () => {
    expect([...Object.keys(ADDRESSES), ...WITHOUT_ADDRESS].sort()).toEqual([...PAGE_KINDS]);
  });

  it.each([
    `https://login.aliexpress.com/user/seller/login?return_url=${encodeURIComponent(LIST)}`,
    `${CSP}/m_apps/campaigns/home-page?from=${LIST}`,
    `${CSP}/m_apps/productManage/list-manage-archive`,
    `${CSP}/#/m_apps/productManage/list-manage`,
    `${CSP}/productManage/list-manage`,
    `${CSP}/other/m_apps/productManage/list-manage`,
    `${GSP}/m_apps/productManage/list-manage`,
    `${CSP}/m_apps/ascp/aechoice.purchase_jit_order_list`,
    `${GSP}/m_apps/ascp/aechoiceXpurchase_jit_order_list`,
    `${CSP}/m_apps/home/other`,
    `${CSP}/m_apps/sycm/HomeNew`,
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

describe('the address of a page', () => {
  it.each(['home', 'product-list'] as const)('%s leads to that page of the store', (page) => {
    const url = new URL(addressOf(page, '21900123'));
    expect([url.origin, pageKindOf(url), channelOf(url)]).toEqual([CSP, page, '21900123']);
  });
});

describe('the product of a page', () => {
  it.each([
    [`${CSP}/ait/cn_pop/item_product/product_publish?productId=1005000000000001`, '1005000000000001'],
    [`${CSP}/ait/cn_pop/item_product/product_publish`, undefined],
    [`${CSP}/ait/cn_pop/item_product/product_publish?productId=12`, undefined],
    [`${CSP}/ait/cn_pop/item_product/product_publish?productId=1005<b>`, undefined],
  ])('%s', (url, expected) => {
    expect(productOf(new URL(url))).toBe(expected);
  });
});
