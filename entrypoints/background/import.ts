import { canBeKept, hasImported, withImported } from '../../utils/facts/imported.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';

/** Keeps what a file says of some products, all in one step. A row that can't be kept is named, and nothing of it kept. */
export async function keepImported({
  channelId,
  products,
  file,
  at,
}: Payload<'products.import'>): Promise<Answer<'products.import'>> {
  const { taken = [], refused = [] } = Object.groupBy(products, (product) =>
    canBeKept(product) ? 'taken' : 'refused',
  );
  const byId = new Map(taken.map((product) => [product.productId, product]));
  await new Products(await openRecords()).changeMany(channelId, [...byId.keys()], (record) => {
    const product = byId.get(record.productId);
    return product ? { ...record, facts: withImported(record.facts, product, { file, at }) } : record;
  });
  return { refused: refused.map(({ productId }) => productId) };
}

/** Of how many products something was imported before. */
export async function countImported({
  channelId,
  productIds,
}: Payload<'products.imported'>): Promise<Answer<'products.imported'>> {
  const records = await new Products(await openRecords()).get(channelId, productIds);
  return { count: [...records.values()].filter(({ facts }) => hasImported(facts)).length };
}
