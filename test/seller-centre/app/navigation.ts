import { useMemo, useSyncExternalStore } from 'react';

export const PATHS = {
  home: '/m_apps/home',
  products: '/m_apps/productManage/list-manage',
  orders: '/m_apps/order-manage/orderList',
  publish: '/ait/cn_pop/item_product/product_publish',
  semiManaged: '/m_apps/aepop-product-publish/prePopToChoice/choice-edit',
  shipping: '/m_apps/logistic/ship_cn',
  campaigns: '/m_apps/campaigns/home-page',
  rank: '/m_apps/csp-sycm-new/productRank',
  assessment: '/m_apps/store-assessment-new/assessment',
  disputes: '/m_apps/dispute-management/list',
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

/** An address of this site that keeps the store and the stand-in's own parameters; null takes a parameter away. */
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
  return text ? `${path}?${text}` : path;
}

/** Goes to an address without a load of the document, as the real site's shell does. */
export function navigate(address: string): void {
  window.history.pushState(null, '', address);
  for (const listener of [...listeners]) listener();
}
