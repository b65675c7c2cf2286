import { STORES, storeOf } from './stores.ts';
import type { Product } from './types.ts';

/** How far a store has got: ready for everything, with gaps, or with hardly anything known. */
export type Standing = 'ready' | 'gaps' | 'bare';

const STANDINGS: readonly Standing[] = ['ready', 'gaps', 'bare'];

export function standingOf(channelId: string | null | undefined): Standing {
  return STANDINGS[STORES.indexOf(storeOf(channelId))] ?? 'ready';
}

export type SemiManagedMark = '已加入半托管' | '可加入半托管';

/** Of a hundred listings of a store, how many have joined, and how many have joined or could. */
const SHARES: Record<Standing, readonly [joined: number, marked: number]> = {
  ready: [60, 95],
  gaps: [35, 90],
  bare: [0, 70],
};

/** Whether a listing has joined 半托管 or could; the rest carry no mark. */
export function semiManagedMarkOf(product: Product): SemiManagedMark | undefined {
  const [joined, marked] = SHARES[standingOf(product.channelId)];
  const place = Number(product.productId.slice(-6)) % 100;
  if (place < joined) return '已加入半托管';
  return place < marked ? '可加入半托管' : undefined;
}
