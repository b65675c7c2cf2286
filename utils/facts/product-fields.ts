import { PRODUCT_CATEGORIES } from '../rules/facts.ts';
import { type FactValue, type InputProblem, parseTyped, type Typed } from './typed.ts';

/** What of a product only its seller knows: typed in a page's panel. */
export const TYPED_PRODUCT_PATHS = [
  'product.category',
  'product.marks',
  'product.unitCost',
  'product.commissionPct',
] as const;

export type TypedProductPath = (typeof TYPED_PRODUCT_PATHS)[number];

/** What a typed text is read against. */
export interface TypedAgainst {
  /** The currency that a cost without a sign is in; ISO 4217. */
  currency: string | undefined;
  /** The marks that labels ask for. */
  marks: readonly string[];
}

const NO_MARKS = /^(?:none|无|没有)$/i;

type TypedFact = { value: FactValue | string | string[] | undefined } | InputProblem;

function marksOf(text: string, known: readonly string[]): TypedFact {
  if (text.trim() === '') return { value: undefined };
  if (NO_MARKS.test(text.trim())) return { value: [] };
  const named = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[,、;\s]+/)
    .filter((mark) => mark !== '');
  return named.every((mark) => known.includes(mark))
    ? { value: [...new Set(named)] }
    : { problem: 'not-a-mark' };
}

const choice = (text: string): TypedFact =>
  PRODUCT_CATEGORIES.some((category) => category === text) || text === ''
    ? { value: text || undefined }
    : { problem: 'not-a-choice' };

function cost(text: string, currency: string | undefined): Typed {
  return parseTyped({ kind: 'money', ...(currency && { currency }) }, text, true);
}

/** A text typed for a product, to the fact it states; an empty one states none (`value: undefined`). */
export function parseTypedProduct(
  path: TypedProductPath,
  text: string,
  { currency, marks }: TypedAgainst,
): TypedFact {
  switch (path) {
    case 'product.category':
      return choice(text);
    case 'product.marks':
      return marksOf(text, marks);
    case 'product.unitCost':
      return cost(text, currency);
    case 'product.commissionPct':
      return parseTyped({ kind: 'percent' }, text, true);
  }
}
