import { fee } from './fee.ts';
import { full } from './full.ts';
import type { Feature } from './judgement.ts';
import { labels } from './labels.ts';
import { merge } from './merge.ts';
import { reach } from './reach.ts';
import { semi } from './semi.ts';

/** Everything the strip of a product shows, in its order. */
export const FEATURES: readonly Feature[] = [semi, full, merge, labels, reach, fee];
