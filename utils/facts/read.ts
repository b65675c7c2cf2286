import { parseCountries } from '../import/countries.ts';
import { isFact, type ProductFacts } from '../rules/facts.ts';
import { own } from '../rules/own.ts';
import type { SiteMap } from '../rules/site-map.ts';
import { whole } from '../site/expression.ts';
import type { LabelledField, Reading } from '../site/labelled.ts';
import type { Entry } from '../site/lists.ts';
import type { PageKind } from '../site/pages.ts';
import { fieldOf, isFieldPath, type ValueField } from './fields.ts';
import { type KeptFacts, winning, withKept, withoutKept } from './kept.ts';
import { type Stated, statedByLists } from './page-lists.ts';
import { parseTyped } from './typed.ts';

type Words = LabelledField['words'];

/** Figures of a product that are read as a person would type them. */
const PRODUCT_FIGURES: Record<string, ValueField> = { 'product.stock': { kind: 'count' } };

/** Of what is not among them nothing is kept: half a list would pass for the whole. */
function countriesOf(text: string): readonly string[] | undefined {
  const countries = parseCountries(text);
  return 'codes' in countries ? countries.codes : undefined;
}

/** A form names whom a product is associated with, and neither address nor e-mail; of Great Britain it says nothing. */
const euPerson = (name: string): ProductFacts['responsiblePersons'] => ({
  ...(name !== '' && { EU: { name, postalAddress: null, email: null } }),
  GB: null,
});

const wordFor = (text: string, words: Words) => words?.find((entry) => whole(entry.text).test(text));

/** A text as the site map's words have it, else as it stands. */
const said = (text: string, words: Words): string => String(wordFor(text, words)?.means ?? text);

/** Of countries of which the site map's words mark those that are not sold: the marked ones, or the others. */
function countriesMarked(text: string, words: Words, isMarked: boolean): readonly string[] | undefined {
  const pieces = text.split('、').map((piece) => {
    const word = wordFor(piece, words);
    return { name: (word && whole(word.text).exec(piece)?.[1]) ?? piece, isMarked: word !== undefined };
  });
  const codesOf = (some: typeof pieces) => countriesOf(some.map(({ name }) => name).join('、'));
  if (codesOf(pieces)?.length !== pieces.length) return undefined;
  return codesOf(pieces.filter((piece) => piece.isMarked === isMarked));
}

const PRODUCT_TEXTS: Record<string, (text: string, words: Words) => unknown> = {
  'product.blocked': (text, words) => countriesMarked(text, words, true),
  'product.destinations': (text, words) => countriesOf(said(text, words)),
  'product.joinedCountries': (text, words) => countriesMarked(text, words, false),
  'product.responsiblePersons': (text, words) => euPerson(said(text, words)),
};

/**
 * What a page's words mean by what the site map says, else as a person would have typed them.
 * @param currency that of amounts whose field has none of its own
 */
function meaningOf(fact: string, text: string, words: Words, currency?: string): unknown {
  const ofProduct = own(PRODUCT_TEXTS, fact);
  if (ofProduct) return ofProduct(text, words);
  if (words) return wordFor(text, words)?.means;
  const field = isFieldPath(fact)
    ? { ...(currency && { currency }), ...fieldOf(fact) }
    : own(PRODUCT_FIGURES, fact);
  const typed = field && parseTyped(field, text, false);
  return typed && 'value' in typed ? typed.value : undefined;
}

function statedBy(fields: readonly LabelledField[], { fact, text }: Reading, currency?: string): Stated[] {
  const field = fields.find((entry) => entry.fact === fact);
  const [all, figure = all] = (field && whole(field.value).exec(text)) ?? [];
  return figure === undefined ? [] : [{ fact, text, value: meaningOf(fact, figure, field?.words, currency) }];
}

const CURRENCY = 'pool.currency';

/** What the pool's amounts are in: one that names another currency is not the pool's. */
function poolCurrency(
  facts: KeptFacts,
  fields: readonly LabelledField[],
  readings: readonly Reading[],
): string | undefined {
  const reading = readings.find(({ fact }) => fact === CURRENCY);
  const [stated] = reading ? statedBy(fields, reading) : [];
  return (stated ?? winning(CURRENCY, facts[CURRENCY]))?.value as string | undefined;
}

/** What was read on a page, beside what was known. What now says something that can't be read says no more what it did. */
const withStated = (
  facts: KeptFacts,
  page: PageKind,
  stated: readonly Stated[],
  part: 'product' | 'store',
  at: string,
): KeptFacts =>
  stated.reduce((kept, { fact, text, value }) => {
    const isOfPart = fact.startsWith('product.') === (part === 'product');
    if (!isOfPart) return kept;
    if (value === undefined || !isFact(fact, value)) return withoutKept(kept, fact, 'read', page);
    return withKept(kept, fact, { value, text, at, origin: { kind: 'read', page } });
  }, facts);

/** The facts of a store, or of the product that a page is about, with what the page's labelled texts say. */
export function withLabelled(
  facts: KeptFacts,
  page: PageKind,
  part: 'product' | 'store',
  readings: readonly Reading[],
  { pages }: SiteMap,
  at: string,
): KeptFacts {
  const fields = pages[page]?.fields ?? [];
  const currency = poolCurrency(facts, fields, readings);
  const stated = readings.flatMap((reading) => statedBy(fields, reading, currency));
  return withStated(facts, page, stated, part, at);
}

/** The facts of the product that a page is about, with what the page's lists say of it as a whole. */
export const withPageLists = (
  facts: KeptFacts,
  page: PageKind,
  lists: Readonly<Record<string, readonly Entry[]>>,
  at: string,
): KeptFacts => withStated(facts, page, statedByLists(lists), 'product', at);

/** The facts of a product with what its row in one of a page's lists says. */
export function withListed(
  facts: KeptFacts,
  page: PageKind,
  list: string,
  { values }: Entry,
  { pages }: SiteMap,
  at: string,
): KeptFacts {
  const { about, fields = [] } = own(pages[page]?.lists, list) ?? {};
  if (about !== 'product') return facts;
  const stated = fields.flatMap(({ name, means }) => {
    const text = own(values, name);
    return text === undefined ? [] : [{ fact: name, text, value: meaningOf(name, text, means) }];
  });
  return withStated(facts, page, stated, 'product', at);
}
