import type { ProductRecord } from '../facts/product-record.ts';
import type { StoreRecord } from '../facts/store-record.ts';
import { subjectOf } from '../features/subject.ts';
import type { Pack } from '../rules/pack.ts';
import type { ListPlace } from '../site/pager.ts';
import type { ProductRow } from '../site/product-row.ts';
import type { Audit, AuditedProduct, Judged, SeenPage } from './audit.ts';
import { cite, mergedQuotes } from './cite.ts';
import { judgedProduct, judgedStore } from './judged.ts';

/** Rows of one page of the product list, as the reader saw them at one time. */
export interface SeenRows {
  channelId: string;
  /** ISO 8601. */
  readAt: string;
  place: ListPlace;
  /** Those that are new or changed since the page was last looked at. */
  rows: readonly { row: ProductRow; title: string; position: number | null }[];
  /** Of all rows that the page shows: those that were read, and those of which it is in doubt whose product they show. */
  read: number;
  unread: number;
}

/** Seen rows once they are judged. */
export interface Batch extends Pick<Audit, 'rules' | 'sources'> {
  channelId: string;
  page: SeenPage;
  store: Judged;
  products: readonly AuditedProduct[];
}

/** Judges rows by what is kept of their store and products. */
export function judgeRows(
  pack: Pack,
  { channelId, readAt, place, rows, read, unread }: SeenRows,
  record: StoreRecord | undefined,
  kept: ReadonlyMap<string, ProductRecord> = new Map(),
): Batch {
  const store = judgedStore(subjectOf(pack, record, undefined, readAt));
  const products = rows.map(({ row, title, position }): AuditedProduct => {
    const subject = subjectOf(pack, record, row, readAt, kept.get(row.productId));
    return {
      ...judgedProduct(subject),
      productId: row.productId,
      title,
      page: place.number,
      position,
    };
  });
  const all = [store, ...products].flatMap(({ found }) => found.flatMap(({ rule }) => rule ?? []));
  const labels = products.flatMap((product) => Object.keys(product.labels.outcomes));
  return {
    channelId,
    page: { ...place, seenAt: readAt, rows: read, unread },
    store,
    products,
    ...cite(pack, [...all, ...labels]),
  };
}

interface Seen {
  seenAt: string;
}

/** The one that was seen last; of two seen at one time the same whichever comes first. */
export function later<T extends Seen>(one: T | null | undefined, other: T): T {
  if (!one || other.seenAt > one.seenAt) return other;
  if (other.seenAt < one.seenAt) return one;
  return JSON.stringify(other) > JSON.stringify(one) ? other : one;
}

/** A tab, a search and the whole list may have as many pages: each is kept for itself. */
const pageKey = ({ number, of, size, total }: SeenPage): string =>
  [number, of, size, total].map((each) => each ?? '?').join('/');

/**
 * The audit with what a batch saw: of a product, a page and the store what was seen last. The same batch twice changes
 * nothing, and the order in which batches come changes nothing.
 * @throws where the batch is another store's
 */
export function collect(audit: Audit, batch: Batch): Audit {
  if (batch.channelId !== audit.channelId) {
    throw new Error(`The audit is of store ${audit.channelId}, the rows are of ${batch.channelId}`);
  }
  const products = { ...audit.products };
  for (const product of batch.products) {
    products[product.productId] = later(products[product.productId], product);
  }
  const key = pageKey(batch.page);
  return {
    ...audit,
    store: later(audit.store, batch.store),
    pages: { ...audit.pages, [key]: later(audit.pages[key], batch.page) },
    products,
    ...mergedQuotes(audit, batch),
  };
}

/** The audit once its user says it is over, or goes on with it (`null`). */
export const ended = (audit: Audit, endedAt: string | null): Audit => ({ ...audit, endedAt });
