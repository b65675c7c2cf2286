import type { Product } from '../../catalogue.ts';

const PHASES = 4;
/** One in so many rows also changes its class when its figures move. */
const MARKED = 4;

/** A listing with the figures that the time on the page has added. */
export interface LiveProduct extends Product {
  /** Whether the row is marked because its figures moved at the latest tick. */
  readonly marked: boolean;
}

/** Views and sales move every few ticks, not in all rows at once. Nothing else of a row ever changes. */
export function liveAt(product: Product, tick: number): LiveProduct {
  const phase = Number(product.productId.slice(-2)) % PHASES;
  const moves = Math.floor((tick + phase) / PHASES);
  const pace = 1 + (Number(product.productId.slice(-1)) % 5);
  return {
    ...product,
    views: product.views + moves * pace,
    sales: product.sales + Math.floor((moves * pace) / 6),
    marked: tick > 0 && (tick + phase) % PHASES === 0 && pace === 1 + (moves % MARKED),
  };
}
