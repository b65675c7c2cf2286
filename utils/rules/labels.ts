import {
  type Facts,
  isKnown,
  PRODUCT_CATEGORIES,
  type ProductFacts,
  type ResponsiblePerson,
} from './facts.ts';
import { matchesFormat } from './formats.ts';
import type { Label, Note, Pack } from './pack.ts';
import type { Outcome } from './quantity.ts';
import { semiCountries } from './reach.ts';

export type LabelStatus = 'blocked' | 'not-reachable' | 'not-covered' | 'missing' | 'unknown' | 'complete';

/** What a product's labels are worth in one country; the lists hold ids of labels, sorted. */
export interface LabelResult {
  status: LabelStatus;
  missing?: string[];
  unknowns?: string[];
}

const isAskedIn = (pack: Pack, { countries }: Label | Note, country: string): boolean =>
  countries.some((entry) => entry === country || pack.groups[entry]?.includes(country));

const isAskedOf = ({ categories }: Label | Note, category: string | null | undefined): boolean =>
  categories === 'any' || categories.some((entry) => entry === category);

/** What the table says of a country: the same of every product, and so found once a pack. */
interface Market {
  isSemi: boolean;
  /** Every item that is asked for in it; none where the table does not cover it. */
  labels: Label[];
  byCategory: Map<string, Label[]>;
  /** What else is known of it, whatever the category is. */
  notes: Note[];
}

const markets = new WeakMap<Pack, Map<string, Market>>();

function marketOf(pack: Pack, country: string): Market {
  const known = markets.get(pack) ?? new Map<string, Market>();
  markets.set(pack, known);
  const market = known.get(country) ?? {
    isSemi: semiCountries(pack).includes(country),
    labels: pack.labels.filter((label) => isAskedIn(pack, label, country)),
    byCategory: new Map(),
    notes: pack.notes.filter((note) => isAskedIn(pack, note, country)),
  };
  known.set(country, market);
  return market;
}

function askedIn({ labels, byCategory }: Market, category: string): Label[] {
  const asked = byCategory.get(category) ?? labels.filter((label) => isAskedOf(label, category));
  byCategory.set(category, asked);
  return asked;
}

const KNOWN_CATEGORIES: ReadonlySet<string> = new Set(PRODUCT_CATEGORIES);
const NO_CATEGORY = '';

const knownCategory = (category: string | null | undefined): string =>
  category && KNOWN_CATEGORIES.has(category) ? category : NO_CATEGORY;

function responsiblePersonStands(pack: Pack, person: ResponsiblePerson | null | undefined): Outcome {
  if (person === null) return 'unknown';
  if (person === undefined) return 'fail';
  const { name, postalAddress, email } = person;
  const parts = [name, postalAddress, email];
  if (parts.some((part) => typeof part === 'string' && part.trim() === '')) return 'fail';
  if (typeof email === 'string' && !matchesFormat(pack, 'EMAIL', email)) return 'fail';
  return parts.every((part) => typeof part === 'string') ? 'pass' : 'unknown';
}

function isSatisfied(pack: Pack, { satisfiedBy }: Label, product: ProductFacts): Outcome {
  switch (satisfiedBy.kind) {
    case 'mark': {
      const { marks } = product;
      if (!marks) return 'unknown';
      return satisfiedBy.anyOf.some((mark) => marks.includes(mark)) ? 'pass' : 'fail';
    }
    case 'registration': {
      const { registrations } = product;
      if (!registrations) return 'unknown';
      const found = registrations.filter(({ scheme }) => scheme === satisfiedBy.scheme);
      if (found.some(({ number }) => number?.trim())) return 'pass';
      return found.some(({ number }) => !isKnown(number)) ? 'unknown' : 'fail';
    }
    case 'responsible-person': {
      const { responsiblePersons } = product;
      if (!responsiblePersons) return 'unknown';
      return responsiblePersonStands(pack, responsiblePersons[satisfiedBy.region]);
    }
  }
}

/**
 * The label items a product is asked for in a country.
 * With an unknown category: only those that are asked whatever the category is.
 */
export const labelsAsked = (pack: Pack, category: string | null | undefined, country: string): Label[] =>
  askedIn(marketOf(pack, country), knownCategory(category));

/** What else is known of a market for the category, by id: to be shown with its confidence; it decides nothing. */
export const notesFor = (pack: Pack, category: string | null | undefined, country: string): string[] =>
  marketOf(pack, country)
    .notes.filter((note) => isAskedOf(note, category))
    .map(({ id }) => id);

/** What the table of the pack says of a product that is sold in a country. */
function tableResult(pack: Pack, product: ProductFacts, market: Market): LabelResult {
  if (market.labels.length === 0) return { status: 'not-covered' };
  const category = knownCategory(product.category);
  const missing: string[] = [];
  const unknowns: string[] = [];
  for (const label of askedIn(market, category)) {
    const outcome = isSatisfied(pack, label, product);
    if (outcome === 'fail') missing.push(label.id);
    if (outcome === 'unknown') unknowns.push(label.id);
  }
  missing.sort();
  unknowns.sort();
  // What else the product's category asks for is not known, so no other status can be claimed.
  if (category === NO_CATEGORY) return { status: 'unknown', missing, unknowns };
  if (missing.length > 0) return { status: 'missing', missing, unknowns };
  return { status: unknowns.length > 0 ? 'unknown' : 'complete', missing, unknowns };
}

/** The state of a product's labels for one country; the table of the pack alone decides. */
export function labelsFor(pack: Pack, product: ProductFacts, country: string): LabelResult {
  if (product.blocked?.includes(country)) return { status: 'blocked' };
  const market = marketOf(pack, country);
  if (product.programme === 'semi' && !market.isSemi) return { status: 'not-reachable' };
  return tableResult(pack, product, market);
}

/**
 * The worst of a product's labels over the destinations that semi-managed reaches; a blocked one asks for nothing.
 * @returns `undefined` where it is not known which countries are blocked, a market is not known or not covered, or
 * none is left to be judged
 */
export function labelsOf(pack: Pack, product: Facts['product']): 'complete' | 'missing' | undefined {
  if (!product?.blocked) return undefined;
  let worst: 'complete' | undefined;
  let isOpen = false;
  for (const country of product.destinations ?? []) {
    const market = marketOf(pack, country);
    if (!market.isSemi || product.blocked.includes(country)) continue;
    const { status } = tableResult(pack, product, market);
    if (status === 'missing') return status;
    if (status === 'complete') worst = status;
    else isOpen = true;
  }
  return isOpen ? undefined : worst;
}
