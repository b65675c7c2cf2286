import { readFileSync } from 'node:fs';
import type { Facts, PoolFacts } from '../../../utils/rules/facts.ts';
import { type Pack, packSchema } from '../../../utils/rules/pack.ts';

export const pack: Pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

/** A pool's month that misses the lower fee. */
export const MONTH: PoolFacts = {
  month: '2026-10',
  currency: 'USD',
  gmv: '80000',
  sellThroughPct: '80',
  returnRatePct: '15',
  crossStoreAmount: '32000',
  crossStoreOrders: '500',
};

/** A product that is sold under each programme. */
export const SALE: Facts['product'] = {
  id: '1005000000000001',
  price: { currency: 'USD', lowest: '10.00', highest: '10.00' },
  unitCost: '6.00',
  commissionPct: '8',
};
