import Big from 'big.js';
import { type Range, share } from '../rules/amount.ts';
import { type Facts, isKnown, type ProductFacts } from '../rules/facts.ts';
import { billOf, type Charge, chargeFor } from '../rules/merge-fee.ts';
import type { Pack } from '../rules/pack.ts';
import { plain, toCents } from '../rules/quantity.ts';
import { situationOf } from '../rules/situation.ts';

/** The least and the most that something can be, as decimals. */
type Bounds = readonly [low: string, high: string];

/** What another pack makes of the merge service's rate in percent, of the month's bill, or of the base fee of a sale. */
export interface FeeFlip {
  what: 'month' | 'rate' | 'sale';
  /** `null`: not known, and of a rate. */
  currency: string | null;
  before: Bounds;
  after: Bounds;
}

/** What a store is charged under either pack. */
export interface Charges {
  before: Charge;
  after: Charge;
}

export const chargesUnder = (before: Pack, after: Pack, facts: Facts): Charges => ({
  before: chargeFor(situationOf(before, facts)),
  after: chargeFor(situationOf(after, facts)),
});

const rateOf = ({ fees }: Charge): Range => ({
  lo: new Big(fees[0].ratePct),
  hi: new Big((fees.at(-1) ?? fees[0]).ratePct),
});

const bounds = ({ lo, hi }: Range, text: (value: Big) => string): Bounds => [text(lo), text(hi)];

const flipOf = (what: FeeFlip['what'], currency: string | null, before: Bounds, after: Bounds): FeeFlip[] =>
  before.join() === after.join() ? [] : [{ what, currency, before, after }];

const rateFlips = ({ before, after }: Charges): FeeFlip[] =>
  flipOf('rate', null, bounds(rateOf(before), plain), bounds(rateOf(after), plain));

/** Whether one sale is charged at another rate, whatever is sold. */
export const isOtherRate = (charges: Charges): boolean => rateFlips(charges).length > 0;

function monthFlips({ before, after }: Charges, facts: Facts): FeeFlip[] {
  const [old, now] = [billOf(facts, before)?.total, billOf(facts, after)?.total];
  const currency = facts.pool?.currency ?? null;
  return old && now ? flipOf('month', currency, bounds(old, toCents), bounds(now, toCents)) : [];
}

/** What a store with a merge pool is charged otherwise; of others nothing is known that is charged. */
export const storeFeeFlips = (charges: Charges, facts: Facts): FeeFlip[] =>
  Object.values(facts.pool ?? {}).some(isKnown) ? [...rateFlips(charges), ...monthFlips(charges, facts)] : [];

/** What one sale of a product costs otherwise, where its price is known. */
export function saleFlips({ before, after }: Charges, { price }: ProductFacts): FeeFlip[] {
  if (!price) return [];
  const sold: Range = { lo: new Big(price.lowest), hi: new Big(price.highest) };
  const fee = (charge: Charge): Bounds => bounds(share(sold, rateOf(charge)), toCents);
  return flipOf('sale', price.currency, fee(before), fee(after));
}
