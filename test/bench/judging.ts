import { readFileSync } from 'node:fs';
import { newStore } from '../../utils/facts/store-record.ts';
import { stripsFor } from '../../utils/features/strips.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { packSchema } from '../../utils/rules/pack.ts';
import { parsePrice } from '../../utils/site/product-row.ts';
import { STORE } from '../e2e/support.ts';
import { products } from '../seller-centre/catalogue.ts';
import { median } from './median.ts';

const ROUNDS = 7;

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

/** Milliseconds of processor time that the background needs to judge a list, here in Node. */
export function judgingTime(rows: number): number {
  const now = new Date().toISOString();
  const list = products(STORE, { rows }).map(({ productId, priceText }) => ({
    productId,
    price: parsePrice(priceText),
  }));
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.threadCpuUsage();
    stripsFor(pack, newStore(STORE, now), 'product-list', list, now, translator('zh_CN'));
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times);
}
