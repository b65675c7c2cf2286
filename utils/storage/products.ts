import { expiriesOf, newProduct, type ProductRecord, parseProductRecord } from '../facts/product-record.ts';
import { CERTIFICATES } from './alerts.ts';
import { type Records, setAside } from './records.ts';

const PREFIX = 'product:';

const keyOf = (channelId: string, productId: string): string => `${PREFIX}${channelId}:${productId}`;

const channelOf = (key: string): string => key.slice(PREFIX.length, key.lastIndexOf(':'));

function parsed(kept: unknown): ProductRecord | undefined {
  try {
    return parseProductRecord(kept);
  } catch {
    return undefined;
  }
}

/** The products of which something was read or imported, store by store. */
export class Products {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The records of several products, those that there are, by product ID. */
  async get(channelId: string, productIds: readonly string[]): Promise<Map<string, ProductRecord>> {
    const kept = await this.#records.getMany(productIds.map((id) => keyOf(channelId, id)));
    const records = kept.map(parsed).filter((record) => record !== undefined);
    return new Map(records.map((record) => [record.productId, record]));
  }

  /** Every product of every store that can be read; there may be many thousands. */
  async *all(): AsyncGenerator<{ channelId: string; product: ProductRecord }> {
    for await (const [key, kept] of this.#records.entries(PREFIX)) {
      const product = parsed(kept);
      if (product) yield { channelId: channelOf(key), product };
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
      if (kept !== undefined && !parsed(kept)) await setAside(this.#records, keys[index] ?? '', kept);
    }
    let areSame = true;
    await this.#records.updateMany([...keys, CERTIFICATES], (now, key) => {
      if (key === CERTIFICATES) return areSame ? now : undefined;
      const product = parsed(now) ?? newProduct(ids.get(key) ?? '');
      const changed = next(product);
      areSame &&= JSON.stringify(expiriesOf(changed)) === JSON.stringify(expiriesOf(product));
      return changed;
    });
  }
}
