import type { StatedProduct } from '../../utils/facts/imported.ts';
import type { BadRow, ImportedProduct } from '../../utils/import/product-rows.ts';
import { batchesOf } from '../../utils/messaging/batches.ts';
import { LONGEST_FILE_NAME, MOST_PRODUCTS_AT_ONCE } from '../../utils/messaging/limits.ts';
import { send } from '../../utils/messaging/send.ts';
import { announceChange } from '../../utils/storage/edition.ts';

const stated = ({ line: _line, ...product }: ImportedProduct): StatedProduct => product;

export interface Kept {
  kept: number;
  /** Rows with a value that the rules don't take. */
  bad: BadRow[];
  /** Why the rest could not be kept. */
  fault?: unknown;
}

const notTaken = ({ line, productId }: ImportedProduct): BadRow => ({
  line,
  productId,
  problems: [{ problem: 'not-taken' }],
});

/**
 * Hands a file's products to the background, piece by piece; each piece is kept as a whole or not at all. What was
 * kept when it is cancelled, or when a piece fails, stays kept.
 * @param onProgress called after each piece with how many products have been handed over
 */
export async function keepProducts(
  channelId: string,
  fileName: string,
  products: readonly ImportedProduct[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Kept> {
  const from = { file: fileName.slice(0, LONGEST_FILE_NAME), at: new Date().toISOString() };
  const bad: BadRow[] = [];
  let done = 0;
  let fault: unknown;
  try {
    for (const batch of batchesOf(products, MOST_PRODUCTS_AT_ONCE)) {
      if (signal.aborted) break;
      const { refused } = await send('products.import', { ...from, channelId, products: batch.map(stated) });
      bad.push(...batch.filter(({ productId }) => refused.includes(productId)).map(notTaken));
      done += batch.length;
      onProgress(done);
    }
  } catch (error) {
    fault = error;
  }
  await announceChange();
  return { kept: done - bad.length, bad, fault };
}

/** Of how many of the products something was imported before. */
export async function countImported(
  channelId: string,
  products: readonly ImportedProduct[],
  signal: AbortSignal,
): Promise<number> {
  let found = 0;
  for (let start = 0; start < products.length; start += MOST_PRODUCTS_AT_ONCE) {
    signal.throwIfAborted();
    const some = products.slice(start, start + MOST_PRODUCTS_AT_ONCE);
    const productIds = some.map(({ productId }) => productId);
    found += (await send('products.imported', { channelId, productIds })).count;
  }
  return found;
}
