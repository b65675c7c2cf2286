import Big from 'big.js';
import { percentOf, plain, type Quantity, toCents } from './quantity.ts';

/** Money: the exact decimal and the same rounded once, half up, to the cent; or the bounds of what is not exact. */
export type Amount = { exact: string; rounded: string } | { low: string; high: string };

/** A quantity that has an upper bound: money, or a rate. */
export interface Range {
  lo: Big;
  hi: Big;
}

/** @returns `undefined` where the quantity is not known or has no upper bound */
export const rangeOf = (quantity: Quantity | undefined): Range | undefined =>
  quantity?.hi ? { lo: quantity.lo, hi: quantity.hi } : undefined;

export const exactRange = (value: Big | string): Range => {
  const number = new Big(value);
  return { lo: number, hi: number };
};

/** A percentage of an amount, both of which may be ranges. */
export const share = (amount: Range, ratePct: Range): Range => ({
  lo: percentOf(amount.lo, ratePct.lo),
  hi: percentOf(amount.hi, ratePct.hi),
});

export const added = (ranges: readonly Range[]): Range =>
  ranges.reduce((total, { lo, hi }) => ({ lo: total.lo.plus(lo), hi: total.hi.plus(hi) }), exactRange('0'));

/** What is left of an amount when another is taken away. */
export const less = (amount: Range, taken: Range): Range => ({
  lo: amount.lo.minus(taken.hi),
  hi: amount.hi.minus(taken.lo),
});

/** The smallest range that holds all of the given ones. */
export const around = (ranges: readonly [Range, ...Range[]]): Range =>
  ranges.reduce((all, { lo, hi }) => ({ lo: lo.lt(all.lo) ? lo : all.lo, hi: hi.gt(all.hi) ? hi : all.hi }));

export const amountOf = ({ lo, hi }: Range): Amount =>
  lo.eq(hi) ? { exact: plain(lo), rounded: toCents(lo) } : { low: toCents(lo), high: toCents(hi) };
