import Big from 'big.js';
import type { ProductFacts } from '../rules/facts.ts';

export type Freight = NonNullable<ProductFacts['freightEstimates']>;

/** What sending costs in one currency, from the cheapest country to the dearest. */
export interface FreightRange {
  currency: string;
  lowest: string;
  highest: string;
  countries: number;
}

/** The estimates as one range for each currency; amounts of two currencies can't be compared. */
export const freightRanges = (fees: Freight): FreightRange[] =>
  [...new Set(fees.map(({ currency }) => currency))].map((currency) => {
    const amounts = fees
      .filter((fee) => fee.currency === currency)
      .map(({ amount }) => amount)
      .toSorted((a, b) => new Big(a).cmp(b));
    const [lowest = '', highest = lowest] = [amounts[0], amounts.at(-1)];
    return { currency, lowest, highest, countries: amounts.length };
  });
