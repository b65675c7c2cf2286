import { useMemo, useSyncExternalStore } from 'react';

export const PATHS = {
  home: '/apps/home',
  products: '/m_apps/productManage/list-manage',
  publish: '/ait/cn_pop/item_product/product_publish',
  semiManaged: '/m_apps/aepop-product-publish/prePopToChoice/choice-edit',
  orders: '/m_apps/order-manage/orderList',
  orderDetail: '/m_apps/order-manage/orderDetail',
  dadaOrders: '/apps/order/index',
  dadaDetail: '/apps/order/detail',
  shipping: '/m_apps/logistic/ship_cn',
  createShipment: '/m_apps/logistic/create_ship_cn',
  campaigns: '/m_apps/campaigns/home-page',
  rank: '/m_apps/csp-sycm-new/productRank',
  assessment: '/m_apps/store-assessment-new/assessment',
  disputes: '/m_apps/dispute-management/list',
  jitOrders: '/m_apps/ascp/aechoice.purchase_jit_order_list',
  stock: '/m_apps/ascp/aechoice.purchase_stockup_for_aechoice',
  // Nobody has named the addresses of these five: they are made up.
  fullCentre: '/m_apps/choice-center/index',
  mergeApply: '/m_apps/choice-center/merge/apply',
  mergeMonitor: '/m_apps/choice-center/merge/monitor',
  deposit: '/m_apps/choice-center/deposit',
  storeExit: '/m_apps/store/close',
} as const;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The address as it is now, also after a client-side navigation. */
export function useAddress(): URL {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  return useMemo(() => new URL(href), [href]);
}

/** The pages of the supply chain are on a host of their own. */
function hostOf(path: string): string {
  return path.startsWith('/m_apps/ascp/') ? 'gsp.aliexpress.com' : 'csp.aliexpress.com';
}

/** The address of a page that keeps the store and the stand-in's own parameters; null takes a parameter away. */
export function linkTo(path: string, changes: Record<string, string | null> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(window.location.search)) {
    if (name === 'channelId' || name.startsWith('standin-')) query.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  const address = text ? `${path}?${text}` : path;
  const host = hostOf(path);
  return host === window.location.hostname ? address : `https://${host}${address}`;
}

/** Goes to an address: within the host without a load of the document, as the real site's shell does. */
export function navigate(address: string): void {
  if (!address.startsWith('/')) {
    window.location.assign(address);
    return;
  }
  window.history.pushState(null, '', address);
  for (const listener of [...listeners]) listener();
}
