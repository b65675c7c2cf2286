import Big from 'big.js';
import type { NumberFact } from '../rules/quantity.ts';

const HUNDRED = new Big(100);
/** A quotient with no more decimals than this is exact; any other is shown rounded, to two. */
const EXACT_DECIMALS = 12;

/**
 * What percentage one count is of another: the exact decimal, or one rounded to two places that says so.
 * @returns `undefined` where the counts are not exact, or are none of a part and its whole
 */
export function rateOf(part: unknown, whole: unknown): NumberFact | undefined {
  if (!Number.isInteger(part) || !Number.isInteger(whole)) return undefined;
  const [counted, all] = [new Big(part as number), new Big(whole as number)];
  if (all.lte(0) || counted.lt(0) || counted.gt(all)) return undefined;
  const rate = counted.times(HUNDRED).div(all).round(EXACT_DECIMALS);
  const isExact = rate.times(all).eq(counted.times(HUNDRED));
  return isExact ? rate.toFixed() : { shown: rate.toFixed(2) };
}
