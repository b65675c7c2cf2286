import { type ListedPool, PRODUCT_CATEGORIES, type ProductFacts, type ResponsiblePerson } from './facts.ts';
import type { Label, Pack } from './pack.ts';
import type { Outcome } from './quantity.ts';

export type LabelStatus = 'blocked' | 'not-reachable' | 'not-covered' | 'missing' | 'unknown' | 'complete';

/** What a product's labels are worth in one country; the lists hold ids of labels, sorted. */
export interface LabelResult {
  status: LabelStatus;
  missing?: string[];
  unknowns?: string[];
}

/** The countries that a product sold semi-managed can reach at all. */
export const semiCountries = (pack: Pack): readonly string[] => pack.groups.SEMI ?? [];

const isAskedIn = (pack: Pack, label: Label, country: string): boolean =>
  label.countries.some((entry) => entry === country || pack.groups[entry]?.includes(country));

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

const matches = (pack: Pack, format: string, value: string): boolean => {
  const found = pack.formats.find(({ id }) => id === format);
  return found !== undefined && new RegExp(found.pattern, 'iu').test(halfWidth(value));
};

function responsiblePersonStands(pack: Pack, person: ResponsiblePerson | null | undefined): Outcome {
  if (person === null) return 'unknown';
  if (person === undefined) return 'fail';
  const { name, postalAddress, email } = person;
  const parts = [name, postalAddress, email];
  if (parts.some((part) => typeof part === 'string' && part.trim() === '')) return 'fail';
  if (typeof email === 'string' && !matches(pack, 'EMAIL', email)) return 'fail';
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
  pack.labels.filter(
    (label) =>
      isAskedIn(pack, label, country) &&
      (label.categories === 'any' || label.categories.some((entry) => entry === category)),
  );

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

export type EprStatus = 'missing' | 'malformed' | 'shared' | 'bound';

/** The EPR number of a pool in a country where the merge service asks for one. */
export interface EprResult {
  pool: string;
  country: string;
  status: EprStatus;
}

const EPR_COUNTRIES = ['DE', 'FR'];

/**
 * A number as it is told from others, however it was written: `WEEE-Reg.-Nr. DE 12345678` is `DE12345678`.
 * Whether LUCID's `-V` makes another number no source says; taken as the same, nothing is called unique that is not.
 */
function canonical(scheme: string, number: string): string {
  const plain = halfWidth(number).toUpperCase().replace(/\s/g, '');
  if (scheme === 'DE_WEEE') return plain.slice(Math.max(0, plain.lastIndexOf('DE')));
  return scheme === 'DE_LUCID' ? plain.replace(/-V$/, '') : plain;
}

/** The EPR bindings of all pools, in the pools' order; a number may belong to one pool only. */
export function eprBindings(pack: Pack, pools: readonly ListedPool[]): EprResult[] {
  const bindings = pools.flatMap((pool) =>
    (pool.epr ?? []).flatMap(({ country, scheme, number }) =>
      number?.trim() ? [{ pool: pool.id, country, scheme, number, identity: canonical(scheme, number) }] : [],
    ),
  );
  const isMalformed = ({ scheme, number }: (typeof bindings)[number]): boolean => {
    const format = pack.formats.find(({ id }) => id === scheme);
    return format?.level === 'error' && !matches(pack, scheme, number);
  };
  const status = (pool: ListedPool, country: string): EprStatus => {
    const own = bindings.filter((entry) => entry.pool === pool.id && entry.country === country);
    if (own.length === 0) return 'missing';
    if (own.some(isMalformed)) return 'malformed';
    const isShared = own.some((entry) =>
      bindings.some((other) => other.pool !== pool.id && other.identity === entry.identity),
    );
    return isShared ? 'shared' : 'bound';
  };
  return pools.flatMap((pool) =>
    EPR_COUNTRIES.filter((country) => pool.destinations?.includes(country)).map((country) => ({
      pool: pool.id,
      country,
      status: status(pool, country),
    })),
  );
}
