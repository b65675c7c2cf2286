import { factsOf, type StoreRecord } from '../facts/store-record.ts';
import type { Pack } from '../rules/pack.ts';
import { situationOf } from '../rules/situation.ts';
import type { ProductRow } from '../site/product-row.ts';
import type { Subject } from './judgement.ts';

/** Facts of a store and of one row of its product list, put together for the features. */
export function subjectOf(
  pack: Pack,
  record: StoreRecord | undefined,
  row: ProductRow | undefined,
  readAt: string,
): Subject {
  const { store, pool } = record ? factsOf(record) : {};
  const price = row?.price && {
    currency: row.price.currency,
    lowest: row.price.lowest,
    highest: row.price.highest,
  };
  const facts = {
    store: store ?? {},
    pool: pool ?? {},
    ...(row && { product: { id: row.productId, ...(price && { price }) } }),
  };
  return {
    ...situationOf(pack, facts),
    store: record,
    row,
    readAt,
  };
}
