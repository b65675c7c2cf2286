import { isFact, isKnown, type ProductFacts } from '../rules/facts.ts';
import { type Expiry, expiryName } from './expiry.ts';
import type { ProductPath } from './fields.ts';
import { type KeptFacts, withKept, withoutKept } from './kept.ts';

/** The columns of an imported file that are facts of the rules as they stand, in its order. */
export const IMPORTED_FIELDS = [
  'category',
  'destinations',
  'blocked',
  'marks',
  'responsiblePersons',
  'registrations',
] as const;

/** What a row of a file says of its product; what it doesn't say is not there. Plain JSON, not yet checked. */
export interface StatedProduct {
  productId: string;
  facts: Partial<Record<(typeof IMPORTED_FIELDS)[number], unknown>>;
  stock?: unknown;
  /** Of registrations and certificates that the row names with a day; an empty list says nothing. */
  expiries: readonly unknown[];
  /** The row says that there is no certificate that ends. */
  hasNoCertificates?: true | undefined;
}

/** Which file, and when it was imported. */
export interface ImportedFrom {
  file: string;
  at: string;
}

const EXPIRIES: ProductPath = 'product.expiries';

type Stated = readonly [path: ProductPath, value: unknown];

/** The facts that a row states, by their paths. */
export function statedFacts({ facts, stock, expiries, hasNoCertificates }: StatedProduct): Stated[] {
  const all: Stated[] = [
    ...IMPORTED_FIELDS.map((field) => [`product.${field}`, facts[field]] as const),
    ['product.stock', stock],
    [EXPIRIES, expiries.length > 0 || hasNoCertificates ? expiries : undefined],
  ];
  return all.filter(([, value]) => isKnown(value));
}

const LONGEST_PRODUCT = 20_000;

/** Whether all that a row states can be kept: the rules take each fact, and none is endless. */
export const canBeKept = (product: StatedProduct): boolean =>
  JSON.stringify(product).length <= LONGEST_PRODUCT &&
  statedFacts(product).every(([path, value]) => isFact(path, value));

const LONGEST_TEXT = 200;

/** A value in a few words of no language, much as its cell had it. */
function shortText(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortText).join(', ') || '-';
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.values(value).filter((part) => part !== null);
  return parts.map(shortText).join(' ') || '-';
}

/** What an earlier file stated for a fact, if the rules still take it. */
function importedBefore<T extends 'expiries' | 'registrations'>(facts: KeptFacts, field: T): ProductFacts[T] {
  const path = `product.${field}`;
  const value = facts[path]?.find(({ origin }) => origin.kind === 'imported')?.value;
  return isFact(path, value) ? (value as ProductFacts[T]) : undefined;
}

const namesOf = (registrations: ProductFacts['registrations']): Set<string> =>
  new Set(registrations?.map(({ scheme, number }) => expiryName(scheme, number)));

/**
 * Of what ends by earlier files that which a row leaves standing. What goes is what it names anew, a registration that
 * its list leaves out, and every certificate where it says that there is none.
 */
function stillEnding(
  earlier: readonly Expiry[],
  facts: KeptFacts,
  { facts: stated, expiries, hasNoCertificates }: StatedProduct,
): Expiry[] {
  const before = importedBefore(facts, 'registrations');
  const registered = namesOf(before);
  const listed = namesOf((stated.registrations as ProductFacts['registrations']) ?? before);
  const named = new Set((expiries as readonly Expiry[]).map(({ what }) => what));
  return earlier.filter(({ what }) => {
    if (named.has(what)) return false;
    return registered.has(what) ? listed.has(what) : !hasNoCertificates;
  });
}

/**
 * The facts with those that a file states in the place of what was imported before; the others stay as they were.
 * @param product of which it is known that it can be kept
 */
export function withImported(
  facts: KeptFacts,
  product: StatedProduct,
  { file, at }: ImportedFrom,
): KeptFacts {
  const keep = (kept: KeptFacts, [path, value]: Stated): KeptFacts => {
    const text = shortText(value).slice(0, LONGEST_TEXT);
    return withKept(kept, path, { value, text, at, origin: { kind: 'imported', file } });
  };
  const { expiries } = product;
  const before = importedBefore(facts, 'expiries') ?? [];
  const standing = stillEnding(before, facts, product);
  const ending = [...standing, ...expiries];
  const others = statedFacts(product)
    .filter(([path]) => path !== EXPIRIES)
    .reduce(keep, facts);
  if (expiries.length === 0 && standing.length === before.length) return others;
  return ending.length > 0 ? keep(others, [EXPIRIES, ending]) : withoutKept(others, EXPIRIES, 'imported');
}

/** Whether anything of a product was imported. */
export const hasImported = (facts: KeptFacts): boolean =>
  Object.values(facts).some((kept) => kept.some(({ origin }) => origin.kind === 'imported'));
