import type { Cost } from './cost.ts';
import { median } from './median.ts';

/** A browser without an extension, with the floor, and with the extension. */
export const CONTENDERS = ['none', 'floor', 'overlay'] as const;
export type Contender = (typeof CONTENDERS)[number];
export type Each<T> = Record<Contender, T>;

/** The same of every contender, one after the other. */
export async function ofEach<T>(measure: (contender: Contender) => Promise<T>): Promise<Each<T>> {
  return { none: await measure('none'), floor: await measure('floor'), overlay: await measure('overlay') };
}

const COSTS = [
  'script',
  'style',
  'layout',
  'sum',
  'all',
  'longestTask',
  'longestScript',
  'lastStrip',
  'heap',
] as const satisfies (keyof Cost)[];

/** Each cost's own median over all rounds. */
export const medianCost = (rounds: readonly Cost[]): Cost =>
  Object.fromEntries(COSTS.map((cost) => [cost, median(rounds.map((round) => round[cost]))])) as Record<
    (typeof COSTS)[number],
    number
  >;

/** What a contender costs beyond the page itself. */
export const added = (costs: Each<Cost>, contender: Contender, cost: keyof Cost): number =>
  costs[contender][cost] - costs.none[cost];
