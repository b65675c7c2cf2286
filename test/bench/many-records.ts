import type { Page } from 'puppeteer-core';
import type { FieldPath, ProductPath } from '../../utils/facts/fields.ts';
import type { KeptFact, KeptFacts } from '../../utils/facts/kept.ts';
import { newProduct } from '../../utils/facts/product-record.ts';
import { newStore } from '../../utils/facts/store-record.ts';

export const STORES = 200;
export const PRODUCTS = 10_000;

/** Of each store, and of each product: together over 50,000. */
const STORE_FACTS: Partial<Record<FieldPath, unknown>> = {
  'store.registeredIn': 'CN',
  'store.fullManagedStores': 2,
  'store.gmv90dUsd': '61250.00',
  'store.positiveRatingPct': { shown: '97.2' },
  'store.disputeRatePct': { shown: '0.31' },
  'pool.currency': 'USD',
  'pool.gmv': '10000.00',
  'pool.crossStoreAmount': '2000.00',
};
const PRODUCT_FACTS: Partial<Record<ProductPath, unknown>> = {
  'product.category': 'toys',
  'product.destinations': ['DE', 'FR'],
  'product.marks': ['CE'],
  'product.price': { currency: 'USD', lowest: '3.63', highest: '4.10' },
  'product.registrations': [{ scheme: 'DE_LUCID', number: 'DE3050219647799' }],
  'product.expiries': [{ what: 'CE', on: '2031-05-01' }],
};

const kept = (value: unknown, at: string, origin: KeptFact['origin']): KeptFact[] => [
  { value, text: String(value), at, origin },
];

const factsFrom = (values: Record<string, unknown>, at: string, origin: KeptFact['origin']): KeptFacts =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, kept(value, at, origin)]));

/** Records of as many stores and products, by key, as the extension keeps them. */
export function manyRecords(at: string): [key: string, value: unknown][] {
  const channels = Array.from({ length: STORES }, (_, index) => String(2_260_000 + index));
  const stores = channels.map((channelId): [string, unknown] => [
    `store:${channelId}`,
    { ...newStore(channelId, at), facts: factsFrom(STORE_FACTS, at, { kind: 'typed' }) },
  ]);
  const products = Array.from({ length: PRODUCTS }, (_, index): [string, unknown] => {
    const productId = String(1_005_000_000_000_000 + index);
    const facts = factsFrom(PRODUCT_FACTS, at, { kind: 'imported', file: 'products.csv' });
    return [`product:${channels[index % STORES]}:${productId}`, { ...newProduct(productId), facts }];
  });
  return [...stores, ...products];
}

const AT_ONCE = 1000;

/** Puts the records where the extension keeps them. */
export async function fill(page: Page): Promise<void> {
  const records = manyRecords(new Date().toISOString());
  for (let start = 0; start < records.length; start += AT_ONCE) {
    await page.evaluate(
      (some) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('managedlens');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('records', 'readwrite');
            for (const [key, value] of some) writing.objectStore('records').put(value, key);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            writing.onabort = () => reject(writing.error);
          };
        }),
      records.slice(start, start + AT_ONCE),
    );
  }
}
