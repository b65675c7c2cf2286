import type { LinkedPage } from '../rules/pack.ts';

/** The kinds of page that the overlay knows. */
export const PAGE_KINDS = [
  'assessment',
  'deposit',
  'disputes',
  'full-centre',
  'home',
  'merge-apply',
  'merge-monitor',
  'order-detail',
  'orders',
  'product-list',
  'product-rank',
  'publish',
  'purchase-orders',
  'purchase-stock',
  'semi-join',
  'shipping',
  'store-exit',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

const CSP = 'csp.aliexpress.com';
const GSP = 'gsp.aliexpress.com';

/** Every address that public code names for a kind of page; `/m_apps`, `/apps` and `/ait` are shells of one site. */
const ADDRESSES: Partial<Record<PageKind, { hosts: readonly string[]; path: RegExp }>> = {
  assessment: { hosts: [CSP], path: /^\/store-assessment-new\/assessment/ },
  disputes: { hosts: [CSP], path: /^\/dispute-management\/list/ },
  home: { hosts: [CSP], path: /^\/home$/ },
  'order-detail': { hosts: [CSP, GSP], path: /^\/(?:order-manage\/orderDetail|order\/detail)$/ },
  orders: { hosts: [CSP], path: /^\/(?:order-manage\/orderList|order\/index)$/ },
  'product-list': { hosts: [CSP], path: /^\/productManage\/list-manage$/ },
  'product-rank': { hosts: [CSP], path: /^\/csp-sycm-new\/productRank$/ },
  publish: {
    hosts: [CSP, GSP],
    path: /^\/(?:cn_pop\/item_product\/product_publish|cn_ams\/item_choice\/product_publish|product-publish-v2\/pop|product-publish\/publish)$/,
  },
  'purchase-orders': { hosts: [GSP], path: /^\/ascp\/aechoice\.purchase_jit_order_list$/ },
  'purchase-stock': { hosts: [GSP], path: /^\/ascp\/aechoice\.purchase_stockup_for_aechoice$/ },
  'semi-join': { hosts: [CSP], path: /^\/aepop-product-publish\// },
  shipping: { hosts: [CSP], path: /^\/logistic\/(?:ship_cn|create_ship_cn)/ },
};

const SHELL = /^\/(?:m_apps|apps|ait)(?=\/)/;

/** The words of all known paths. */
const PATH_WORDS = new Set(
  [SHELL, ...Object.values(ADDRESSES).map(({ path }) => path)].flatMap(
    ({ source }) => source.replaceAll('\\', '').match(/[A-Za-z][\w.-]*/g) ?? [],
  ),
);

/** Whether a part of a path is one of the platform's own. */
export const isInKnownPath = (segment: string): boolean => PATH_WORDS.has(segment);

/**
 * The kind of page at an address. Only host and path are looked at: a login page carries the address of the page it
 * will return to in its query. Of some kinds nobody has named an address: those are told by their titles.
 */
export function pageKindOf({ hostname, pathname }: URL): PageKind | undefined {
  if (!SHELL.test(pathname)) return undefined;
  const path = pathname.replace(SHELL, '').replace(/\/$/, '');
  return PAGE_KINDS.find((kind) => {
    const address = ADDRESSES[kind];
    return address?.hosts.includes(hostname) && address.path.test(path);
  });
}

/** The pages of which public code gives a whole address, nothing of it left open. */
const LINKS: Record<LinkedPage, string> = {
  home: '/apps/home',
  'product-list': '/m_apps/productManage/list-manage',
};

/** Where a store's page is. */
export function addressOf(page: LinkedPage, channelId: string): string {
  const url = new URL(LINKS[page], `https://${CSP}`);
  url.searchParams.set('channelId', channelId);
  return url.href;
}

/** The shape of a `channelId`. */
export const CHANNEL_ID = /^\d{1,20}$/;

/** The shape of a product's ID. */
export const PRODUCT_ID = /^\d{8,20}$/;

/** The store that an address names (`channelId`), where it names one. */
export function channelOf(url: URL): string | undefined {
  const channelId = url.searchParams.get('channelId') ?? '';
  return CHANNEL_ID.test(channelId) ? channelId : undefined;
}

/** The product that an address names (`productId`), where it names one. */
export function productOf(url: URL): string | undefined {
  const productId = url.searchParams.get('productId') ?? '';
  return PRODUCT_ID.test(productId) ? productId : undefined;
}
