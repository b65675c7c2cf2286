import { expect, it } from 'vitest';
import type { Found } from '../../../utils/audit/audit.ts';
import { judgeRows } from '../../../utils/audit/collect.ts';
import { kindOf } from '../../../utils/storage/kinds.ts';
import { STORES } from '../../seller-centre/catalogue.ts';
import { FOUND_OF_STORE, planted, plantedStore } from '../../seller-centre/planted.ts';
import { pack, START } from './support.ts';

const nameOf = ({ rule, chip, verdict, countries }: Found): string =>
  [rule ?? chip, verdict, ...countries].join(' ');

it('what is planted in a store is found by the rules, and nothing else', () => {
  const { channelId } = STORES[0];
  const all = planted(channelId, 3300);
  const wrong = all.filter(({ found, record }) => found.length > 0 || record?.facts['product.blocked']);
  expect(new Set(wrong.map(({ found }) => found.join())).size).toBe(8);
  for (const { record, productId } of all) {
    const key = `product:${channelId}:${productId}`;
    if (record) expect(kindOf(key)?.parse(record, key)).toBeDefined();
  }
  const batch = judgeRows(
    pack,
    {
      channelId,
      readAt: START,
      place: { number: 1, of: 1, size: null, total: null },
      rows: all.map(({ productId }) => ({
        row: { productId, price: { text: 'USD 3.63', currency: 'USD', lowest: '3.63', highest: '3.63' } },
        title: productId,
        position: null,
      })),
      read: all.length,
      unread: 0,
    },
    plantedStore(channelId),
    new Map(all.flatMap(({ productId, record }) => (record ? [[productId, record]] : []))),
  );
  expect(batch.store.found.map(nameOf)).toEqual(FOUND_OF_STORE);
  const found = batch.products.map((product) => [product.productId, ...product.found.map(nameOf)]);
  expect(found.filter(([, ...names]) => names.length > 0)).toEqual(
    all.filter((one) => one.found.length > 0).map((one) => [one.productId, ...one.found]),
  );
});
