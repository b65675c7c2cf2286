import { APPAREL_GOODS } from './goods-apparel.ts';
import { DIGITAL_GOODS } from './goods-digital.ts';
import { HOME_GOODS } from './goods-home.ts';
import { STORES } from './stores.ts';
import type { Store } from './types.ts';

export type Words = readonly [string, ...string[]];

/** A kind of goods that a store sells, and the words its titles are made of. */
export interface Goods {
  /** Which drawing the thumbnail shows. */
  readonly kind: string;
  readonly groups: Words;
  /** The least and the highest price, in US cents. */
  readonly price: readonly [number, number];
  readonly chinese: { readonly nouns: Words; readonly traits: Words; readonly uses: Words };
  readonly english: { readonly nouns: Words; readonly traits: Words; readonly uses: Words };
}

const GOODS_BY_STORE: readonly (readonly [Goods, ...Goods[]])[] = [HOME_GOODS, DIGITAL_GOODS, APPAREL_GOODS];

/** The kinds of goods that a store sells. */
export function goodsOf(store: Store): readonly [Goods, ...Goods[]] {
  return GOODS_BY_STORE[STORES.indexOf(store)] ?? HOME_GOODS;
}
