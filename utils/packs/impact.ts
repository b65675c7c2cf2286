import type { Facts, ProductFacts } from '../rules/facts.ts';
import { labelsFor } from '../rules/labels.ts';
import type { Pack, Programme } from '../rules/pack.ts';
import { programmeResults } from '../rules/programmes.ts';
import { reachOf, semiCountries } from '../rules/reach.ts';
import { situationOf } from '../rules/situation.ts';
import type { EntryChange } from './difference.ts';
import type { Part } from './entries.ts';

/** A verdict that another pack turns: of a programme, or of a country's labels or reach. */
export interface Flip {
  what: 'labels' | 'programme' | 'reach';
  of: string;
  before: string;
  after: string;
}

/** The parts that a product's own verdicts rest on. */
const OF_PRODUCTS: readonly Part[] = ['formats', 'groups', 'labels'];

/** Whether a product can flip at all; there are many thousands of them. */
export const touchesProducts = (changes: readonly EntryChange[]): boolean =>
  changes.some(({ part }) => OF_PRODUCTS.includes(part));

/** The programmes in which a store stands otherwise under another pack. */
export function storeFlips(before: Pack, after: Pack, facts: Facts): Flip[] {
  const old = programmeResults(situationOf(before, facts));
  const now = programmeResults(situationOf(after, facts));
  return Object.entries(old).flatMap(([programme, { verdict }]): Flip[] => {
    const next = now[programme as Programme].verdict;
    return next === verdict ? [] : [{ what: 'programme', of: programme, before: verdict, after: next }];
  });
}

function labelFlips(before: Pack, after: Pack, product: ProductFacts): Flip[] {
  return [...new Set(product.destinations ?? [])].flatMap((of): Flip[] => {
    const [old, now] = [labelsFor(before, product, of), labelsFor(after, product, of)];
    return old.status === now.status ? [] : [{ what: 'labels', of, before: old.status, after: now.status }];
  });
}

function reachFlips(before: Pack, after: Pack, product: ProductFacts): Flip[] {
  const [old, now] = [reachOf(before, product).countries, reachOf(after, product).countries];
  const lost = old.filter((country) => !now.includes(country));
  const won = now.filter((country) => !old.includes(country));
  return [
    ...lost.map((of): Flip => ({ what: 'reach', of, before: 'pass', after: 'fail' })),
    ...won.map((of): Flip => ({ what: 'reach', of, before: 'fail', after: 'pass' })),
  ];
}

/** Says of a product in which countries its labels or its reach are otherwise under another pack. */
export function productFlips(before: Pack, after: Pack): (product: ProductFacts) => Flip[] {
  // Reach rests on the programme's countries alone, and there are many products.
  const isSameReach = semiCountries(before).join() === semiCountries(after).join();
  return (product) => [
    ...labelFlips(before, after, product),
    ...(isSameReach ? [] : reachFlips(before, after, product)),
  ];
}
