import { orders, products } from '../../catalogue.ts';
import type { CatalogueOptions, Order, Product } from '../types.ts';

/** A store's listing by its ID; the first one that is on sale where the ID is missing or another store's. */
export function listingOf(
  channelId: string | null,
  productId: string | null,
  options: CatalogueOptions = {},
): Product {
  const own = products(channelId, options);
  const found =
    own.find((product) => product.productId === productId) ??
    own.find((product) => product.status === 'onSelling');
  if (!found) throw new Error(`Store ${channelId} has no listing on sale`);
  return found;
}

/** A store's order by its number; the newest one that waits to be sent where the number is missing or unknown. */
export function orderOf(
  channelId: string | null,
  orderNumber: string | null,
  options: CatalogueOptions = {},
): Order {
  const own = orders(channelId, options);
  const found =
    own.find((order) => order.orderNumber === orderNumber) ??
    own.find((order) => order.status === '等待发货');
  if (!found) throw new Error(`Store ${channelId} has no order to send`);
  return found;
}
