import { HOSTILE_TITLES } from './catalogue/hostile.ts';
import { makeOrders } from './catalogue/orders.ts';
import { makeOnSale, makeProducts } from './catalogue/products.ts';
import { STORES, storeOf } from './catalogue/stores.ts';
import type { CatalogueOptions, Order, Product } from './catalogue/types.ts';

export { browse, type ListQuery, type SortKey } from './catalogue/browse.ts';
export type {
  CatalogueOptions,
  ListingStatus,
  Order,
  OrderLine,
  OrderStatus,
  Product,
  Quality,
  Store,
} from './catalogue/types.ts';
export { HOSTILE_TITLES, STORES, storeOf };

const SEED = 20_261_120;

let made: Map<string, readonly Product[]> | undefined;

/**
 * A store's listings in the list's own order, the one edited last first. Without a channelId, or with one that isn't
 * known, the first store's, as the stand-in shows them.
 */
export function products(
  channelId: string | null | undefined,
  options: CatalogueOptions = {},
): readonly Product[] {
  const store = storeOf(channelId);
  made ??= makeProducts(STORES, SEED);
  const own = options.rows ? makeOnSale(store, options.rows, SEED) : (made.get(store.channelId) ?? []);
  return options.hostile ? withHostileTitles(own) : own;
}

/** A store's orders, the newest first. With `hostile` they sell the listings with the hostile titles first. */
export function orders(
  channelId: string | null | undefined,
  options: CatalogueOptions = {},
): readonly Order[] {
  const onSelling = products(channelId, options).filter((product) => product.status === 'onSelling');
  return makeOrders(storeOf(channelId), onSelling);
}

/** The list opens on the listings that are on sale, so the first of those carry the titles. */
function withHostileTitles(own: readonly Product[]): readonly Product[] {
  const titles = HOSTILE_TITLES.values();
  return own.map((product) => {
    const title = product.status === 'onSelling' ? titles.next().value : undefined;
    return title === undefined ? product : { ...product, title };
  });
}
