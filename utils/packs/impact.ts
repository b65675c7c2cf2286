import type { Facts, ProductFacts } from '../rules/facts.ts';
import { labelsFor } from '../rules/labels.ts';
import type { Pack, Programme } from '../rules/pack.ts';
import { programmeResults } from '../rules/programmes.ts';
import type { Outcome } from '../rules/quantity.ts';
import { reachOf, semiCountries } from '../rules/reach.ts';
import { situationOf } from '../rules/situation.ts';
import type { EntryChange } from './difference.ts';
import type { Part } from './entries.ts';
import type { FeeFlip } from './fee-impact.ts';

/** A verdict that another pack turns: of a programme, or of a country's labels or reach. */
export interface VerdictFlip {
  what: 'labels' | 'programme' | 'reach';
  of: string;
  before: string;
  after: string;
}

export type Flip = FeeFlip | VerdictFlip;

/** The parts that a product's own verdicts rest on. */
const OF_PRODUCTS: readonly Part[] = ['formats', 'groups', 'labels'];

/** Whether a product can flip at all; there are many thousands of them. */
export const touchesProducts = (changes: readonly EntryChange[]): boolean =>
  changes.some(({ part }) => OF_PRODUCTS.includes(part));

/** The programmes in which a store stands otherwise under another pack. */
export function storeFlips(before: Pack, after: Pack, facts: Facts): VerdictFlip[] {
  const old = programmeResults(situationOf(before, facts));
  const now = programmeResults(situationOf(after, facts));
  return Object.entries(old).flatMap(([programme, { verdict }]): VerdictFlip[] => {
    const next = now[programme as Programme].verdict;
    return next === verdict ? [] : [{ what: 'programme', of: programme, before: verdict, after: next }];
  });
}

function labelFlips(before: Pack, after: Pack, product: ProductFacts): VerdictFlip[] {
  return [...new Set(product.destinations ?? [])].flatMap((of): VerdictFlip[] => {
    const [old, now] = [labelsFor(before, product, of), labelsFor(after, product, of)];
    return old.status === now.status ? [] : [{ what: 'labels', of, before: old.status, after: now.status }];
  });
}

/** A pack whose programme has none but the countries that another's has not. */
const withOwnCountries = (pack: Pack, other: Pack): Pack => {
  const others = semiCountries(other);
  const SEMI = semiCountries(pack).filter((country) => !others.includes(country));
  return { ...pack, groups: { ...pack.groups, SEMI } };
};

const reachTurned = (pack: Pack, product: ProductFacts, before: Outcome, after: Outcome): VerdictFlip[] =>
  reachOf(pack, product).countries.map((of) => ({ what: 'reach', of, before, after }));

/** Says of a product in which countries its labels or its reach are otherwise under another pack. */
export function productFlips(before: Pack, after: Pack): (product: ProductFacts) => VerdictFlip[] {
  // Only these can turn, and there are many products.
  const lost = withOwnCountries(before, after);
  const won = withOwnCountries(after, before);
  return (product) => [
    ...labelFlips(before, after, product),
    ...reachTurned(lost, product, 'pass', 'fail'),
    ...reachTurned(won, product, 'fail', 'pass'),
  ];
}
