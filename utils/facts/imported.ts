import { isFact, isKnown } from '../rules/facts.ts';
import type { ProductPath } from './fields.ts';
import { type KeptFacts, withKept } from './kept.ts';

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
  /** A file can't say that nothing expires: an empty list says nothing. */
  expiries: readonly unknown[];
}

/** Which file, and when it was imported. */
export interface ImportedFrom {
  file: string;
  at: string;
}

type Stated = readonly [path: ProductPath, value: unknown];

/** The facts that a row states, by their paths. */
export function statedFacts({ facts, stock, expiries }: StatedProduct): Stated[] {
  const all: Stated[] = [
    ...IMPORTED_FIELDS.map((field) => [`product.${field}`, facts[field]] as const),
    ['product.stock', stock],
    ['product.expiries', expiries.length > 0 ? expiries : undefined],
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

/** The facts with those that a file states in the place of what was imported before; the others stay as they were. */
export const withImported = (
  facts: KeptFacts,
  product: StatedProduct,
  { file, at }: ImportedFrom,
): KeptFacts =>
  statedFacts(product).reduce((kept, [path, value]) => {
    const text = shortText(value).slice(0, LONGEST_TEXT);
    return withKept(kept, path, { value, text, at, origin: { kind: 'imported', file } });
  }, facts);

/** Whether anything of a product was imported. */
export const hasImported = (facts: KeptFacts): boolean =>
  Object.values(facts).some((kept) => kept.some(({ origin }) => origin.kind === 'imported'));
