import Big from 'big.js';

/** A number as facts carry it: exact (`"96.49"`, `3`), or read off a page that may have rounded it. */
export type NumberFact = string | number | { shown: string; place?: string | undefined };

/** Three-valued: `unknown` where the values a fact can stand for do not agree. */
export type Outcome = 'pass' | 'fail' | 'unknown';

export type Comparison = '>=' | '<=' | '<' | '=';

/** A known fail beats an unknown, an unknown beats a pass. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unknown') ? 'unknown' : 'pass';
}

/**
 * Every number a fact can stand for: from `lo` (included) to `hi`.
 * `hi` is included only where `closed`; `null` means no upper bound is known.
 */
export interface Quantity {
  lo: Big;
  hi: Big | null;
  closed: boolean;
}

export const exactly = (value: Big | string | number): Quantity => {
  const number = new Big(value);
  return { lo: number, hi: number, closed: true };
};

export const isExact = (quantity: Quantity): boolean =>
  quantity.closed && quantity.hi !== null && quantity.lo.eq(quantity.hi);

const lastPlace = (shown: string): Big => {
  const decimals = shown.split('.')[1]?.length ?? 0;
  return new Big(10).pow(-decimals);
};

/**
 * The numbers a fact stands for. A shown value stands for half a unit of its last place to either side,
 * the lower end included, the upper not; money shown with all of its currency's decimals is exact.
 * @param decimals the currency's own decimals, for money only
 */
export function quantityOf(fact: NumberFact, decimals?: number): Quantity {
  if (typeof fact !== 'object') return exactly(fact);
  const value = new Big(fact.shown);
  const place = fact.place === undefined ? lastPlace(fact.shown) : new Big(fact.place);
  if (decimals !== undefined && place.lte(new Big(10).pow(-decimals))) return exactly(value);
  const half = place.times('0.5');
  // No fact of ours can be negative, so what is shown as 0 stands for nothing below it.
  const lo = value.gt(half) ? value.minus(half) : new Big(0);
  return { lo, hi: value.plus(half), closed: false };
}

const isBelow = ({ hi, closed }: Quantity, bar: Big): boolean =>
  hi !== null && (hi.lt(bar) || (hi.eq(bar) && !closed));

/** Whether the comparison holds for all of the quantity's values (`pass`), for none (`fail`), or for some. */
export function compare(quantity: Quantity, comparison: Comparison, bar: Big): Outcome {
  const { lo, hi } = quantity;
  switch (comparison) {
    case '>=':
      return lo.gte(bar) ? 'pass' : isBelow(quantity, bar) ? 'fail' : 'unknown';
    case '<':
      return isBelow(quantity, bar) ? 'pass' : lo.gte(bar) ? 'fail' : 'unknown';
    case '<=':
      return hi?.lte(bar) ? 'pass' : lo.gt(bar) ? 'fail' : 'unknown';
    case '=':
      if (isExact(quantity) && lo.eq(bar)) return 'pass';
      return lo.gt(bar) || isBelow(quantity, bar) ? 'fail' : 'unknown';
  }
}

const higher = (a: Quantity, b: Quantity): Quantity => {
  if (a.hi === null || b.hi === null) return a.hi === null ? a : b;
  if (a.hi.eq(b.hi)) return a.closed ? a : b;
  return a.hi.gt(b.hi) ? a : b;
};

const ANY_COUNT: Quantity = { lo: new Big(0), hi: null, closed: false };

/** The largest of several counts of which some may be unknown (`undefined`: anything from 0); of none it is 0. */
export function largest(counts: readonly (Quantity | undefined)[]): Quantity {
  return counts
    .map((count) => count ?? ANY_COUNT)
    .reduce((most, count) => {
      const { hi, closed } = higher(most, count);
      return { lo: most.lo.gt(count.lo) ? most.lo : count.lo, hi, closed };
    }, exactly(0));
}

/** The sum of several counts of which some may be unknown (`undefined`: anything from 0). */
export function sum(counts: readonly (Quantity | undefined)[]): Quantity {
  return counts
    .map((count) => count ?? ANY_COUNT)
    .reduce(
      (total, count) => ({
        lo: total.lo.plus(count.lo),
        hi: total.hi && count.hi ? total.hi.plus(count.hi) : null,
        closed: total.closed && count.closed,
      }),
      exactly(0),
    );
}

/** A product of exact decimals and a percentage, unrounded: `percentOf(50000, 4.2)` is 2100. */
export const percentOf = (amount: Big, ratePct: Big): Big => amount.times(ratePct).times('0.01');

/** A decimal written out without exponent or trailing zeros. */
export const plain = (value: Big): string => value.toFixed();

/** A decimal rounded once, half up, to the cent; nothing is ever "-0.00". */
export const toCents = (value: Big): string => value.toFixed(2, Big.roundHalfUp).replace(/^-(0\.00)$/, '$1');
