import type { Store } from './types.ts';

/**
 * The stand-in's stores, all invented. Their sizes differ so that one of them fills a page of 500 and has more, one
 * has a few pages of 100, and one fits on a page of 200.
 */
export const STORES: readonly [Store, Store, Store] = [
  { channelId: '2260417', name: 'Lumora Home Store', currency: 'USD', listings: 700 },
  { channelId: '2260583', name: '晨屿数码专营店', currency: 'USD', listings: 300 },
  { channelId: '2261902', name: '青禾服饰 Qinghe Apparel', currency: 'CNY', listings: 200 },
];

/** The store that an address names; the first one where the address names none, or one that isn't known. */
export function storeOf(channelId: string | null | undefined): Store {
  return STORES.find((store) => store.channelId === channelId) ?? STORES[0];
}
