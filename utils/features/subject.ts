import { type ProductRecord, productFactsOf } from '../facts/product-record.ts';
import { factsOf, type StoreRecord } from '../facts/store-record.ts';
import type { PageRow } from '../messaging/protocol.ts';
import type { Facts } from '../rules/facts.ts';
import type { Pack } from '../rules/pack.ts';
import { situationOf } from '../rules/situation.ts';
import type { PageKind } from '../site/pages.ts';
import type { ProductRow } from '../site/product-row.ts';
import { chineseDay } from './clock.ts';
import type { Subject } from './judgement.ts';

/** What the row shows now is newer than anything that is kept. */
function productOf(row: ProductRow, record: ProductRecord | undefined): NonNullable<Facts['product']> {
  const { productId, price } = row;
  const kept = record && productFactsOf(record);
  if (!price) return { ...kept, id: productId };
  const { currency, lowest, highest } = price;
  return { ...kept, id: productId, price: { currency, lowest, highest } };
}

const isProductRow = (row: PageRow): row is ProductRow => 'productId' in row;

/** The product's ID, or what else tells a row from the others of its page. */
export const idOf = (row: PageRow): string => (isProductRow(row) ? row.productId : row.key);

/** Facts of a store and of one row of a page's list, put together for the features. */
export function subjectOf(
  pack: Pack,
  store: StoreRecord | undefined,
  seen: PageRow | undefined,
  readAt: string,
  product?: ProductRecord,
  page: PageKind = 'product-list',
): Subject {
  const row = seen && isProductRow(seen) ? seen : undefined;
  const entry = seen && !isProductRow(seen) ? { ...seen, page } : undefined;
  const facts = {
    ...(store ? factsOf(store) : { store: {}, pool: {} }),
    asOf: chineseDay(Date.parse(readAt)),
    ...(row && { product: productOf(row, product) }),
  };
  return { ...situationOf(pack, facts), store, product, row, entry, readAt };
}
