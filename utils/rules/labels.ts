import { type Facts, PRODUCT_CATEGORIES, type ProductFacts, type ResponsiblePerson } from './facts.ts';
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
      return found.some(({ number }) => number === null || number === undefined) ? 'unknown' : 'fail';
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
  pack.labels.filter((label) => isAskedIn(pack, label, country) && isAskedOf(label, category));

/** What else is known of a market for the category, by id: to be shown with its confidence; it decides nothing. */
export const notesFor = (pack: Pack, category: string | null | undefined, country: string): string[] =>
  pack.notes
    .filter((note) => isAskedIn(pack, note, country) && isAskedOf(note, category))
    .map(({ id }) => id);

const isKnownCategory = (category: string | null | undefined): boolean =>
  PRODUCT_CATEGORIES.some((known) => known === category);

/** The state of a product's labels for one country; the table of the pack alone decides. */
export function labelsFor(pack: Pack, product: ProductFacts, country: string): LabelResult {
  if (product.blocked?.includes(country)) return { status: 'blocked' };
  if (product.programme === 'semi' && !semiCountries(pack).includes(country))
    return { status: 'not-reachable' };
  if (!pack.labels.some((label) => isAskedIn(pack, label, country))) return { status: 'not-covered' };
  const asked = labelsAsked(pack, product.category, country);
  const ids = (outcome: Outcome): string[] =>
    asked
      .filter((label) => isSatisfied(pack, label, product) === outcome)
      .map(({ id }) => id)
      .sort();
  const missing = ids('fail');
  const unknowns = ids('unknown');
  // What else the product's category asks for is not known, so no other status can be claimed.
  if (!isKnownCategory(product.category)) return { status: 'unknown', missing, unknowns };
  if (missing.length > 0) return { status: 'missing', missing, unknowns };
  return { status: unknowns.length > 0 ? 'unknown' : 'complete', missing, unknowns };
}

/**
 * The worst of a product's labels over the destinations that semi-managed reaches; a blocked one asks for nothing.
 * @returns `undefined` where a market is not known or not covered, or none is left to be judged
 */
export function labelsOf(pack: Pack, product: Facts['product']): 'complete' | 'missing' | undefined {
  const statuses = (product?.destinations ?? [])
    .map((country) => labelsFor(pack, { ...product, programme: 'semi' } as ProductFacts, country).status)
    .filter((status) => status !== 'blocked' && status !== 'not-reachable');
  if (statuses.includes('missing')) return 'missing';
  return statuses.length > 0 && statuses.every((status) => status === 'complete') ? 'complete' : undefined;
}
