import { expiriesOf, newProduct, type ProductRecord, productRecordIn } from '../facts/product-record.ts';
import { CERTIFICATES } from './alerts.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const PREFIX = 'product:';

const keyOf = (channelId: string, productId: string): string => `${PREFIX}${channelId}:${productId}`;

const channelOf = (key: string): string => key.slice(PREFIX.length, key.lastIndexOf(':'));

const isProduct = (kept: unknown): boolean => productRecordIn(kept) !== undefined;

/** The products of which something was read or imported, store by store. */
export class Products {
  static readonly prefix = PREFIX;
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The records of several products, those that there are, by product ID. */
  async get(channelId: string, productIds: readonly string[]): Promise<Map<string, ProductRecord>> {
    const kept = await this.#records.getMany(productIds.map((id) => keyOf(channelId, id)));
    const records = kept.map(productRecordIn).filter((record) => record !== undefined);
    return new Map(records.map((record) => [record.productId, record]));
  }

  /** Every product of every store, of which there may be many thousands. What can't be read is set aside. */
  async *all(): AsyncGenerator<{ channelId: string; product: ProductRecord }> {
    for await (const [key, kept] of this.#records.entries(PREFIX)) {
      const product = productRecordIn(kept);
      if (!product) await clearAway(this.#records, key, isProduct);
      else yield { channelId: channelOf(key), product };
    }
  }

  /**
   * Changes the records of several products, each ID once, in one step: all of them, or none. A record is made where
   * there is none; one that can't be read is set aside. Where certificates change, the list of their alerts goes with
   * the same step.
   */
  async changeMany(
    channelId: string,
    productIds: readonly string[],
    next: (record: ProductRecord) => ProductRecord,
  ): Promise<void> {
    const ids = new Map(productIds.map((id) => [keyOf(channelId, id), id]));
    const keys = [...ids.keys()];
    for (const [index, kept] of (await this.#records.getMany(keys)).entries()) {
      if (kept !== undefined && !isProduct(kept))
        await clearAway(this.#records, keys[index] ?? '', isProduct);
    }
    let areSame = true;
    await this.#records.updateMany([...keys, CERTIFICATES], (now, key) => {
      if (key === CERTIFICATES) return areSame ? now : undefined;
      const product = productRecordIn(now) ?? newProduct(ids.get(key) ?? '');
      const changed = next(product);
      areSame &&= JSON.stringify(expiriesOf(changed)) === JSON.stringify(expiriesOf(product));
      return changed;
    });
  }
}
