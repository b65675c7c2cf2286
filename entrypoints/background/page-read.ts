import { sayTheSame } from '../../utils/facts/kept.ts';
import { withLabelled, withListed } from '../../utils/facts/read.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import { bundledPack } from '../../utils/packs/bundled.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { Stores } from '../../utils/storage/stores.ts';

/**
 * Keeps what a page said of a store and its products.
 * @returns whether it said anything that was not known
 */
export async function keepPage(seen: Payload<'page.read'>): Promise<boolean> {
  const { page, channelId, readAt } = seen;
  const [{ siteMap }, records] = await Promise.all([bundledPack(), openRecords()]);
  let isNew = false;
  await new Stores(records).change(channelId, readAt, (store) => {
    const facts = withLabelled(store.facts, page, seen.readings, siteMap, readAt);
    isNew = !sayTheSame(facts, store.facts);
    return { ...store, facts, lastSeen: readAt };
  });
  const shown = new Map(seen.products.map(({ productId, readings }) => [productId, readings]));
  await new Products(records).changeMany(channelId, [...shown.keys()], (product) => {
    const facts = withListed(product.facts, page, shown.get(product.productId) ?? [], siteMap, readAt);
    isNew ||= !sayTheSame(facts, product.facts);
    return { ...product, facts };
  });
  return isNew;
}
