import { isFact } from '../rules/facts.ts';
import type { SiteMap } from '../rules/pack.ts';
import { whole } from '../site/expression.ts';
import type { LabelledField, Reading } from '../site/labelled.ts';
import type { Entry } from '../site/lists.ts';
import type { PageKind } from '../site/pages.ts';
import { fieldOf, isFieldPath, type ValueField } from './fields.ts';
import { type KeptFacts, withKept } from './kept.ts';
import { parseTyped } from './typed.ts';

type Words = LabelledField['words'];

/** A fact as a page's own text states it. */
interface Stated {
  fact: string;
  text: string;
  value: unknown;
}

/** Figures of a product that are read as a person would type them. */
const PRODUCT_FIGURES: Record<string, ValueField> = { 'product.stock': { kind: 'count' } };

/** What a page's words mean by what the site map says, else as a person would have typed them. */
function meaningOf(fact: string, text: string, words: Words): unknown {
  if (words) return words.find((word) => whole(word.text).test(text))?.means;
  const field = isFieldPath(fact) ? fieldOf(fact) : PRODUCT_FIGURES[fact];
  const typed = field && parseTyped(field, text, false);
  return typed && 'value' in typed ? typed.value : undefined;
}

function statedBy(fields: readonly LabelledField[], { fact, text }: Reading): Stated[] {
  const field = fields.find((entry) => entry.fact === fact);
  const [all, figure = all] = (field && whole(field.value).exec(text)) ?? [];
  return figure === undefined ? [] : [{ fact, text, value: meaningOf(fact, figure, field?.words) }];
}

/** What was read on a page, beside what was known; what states nothing is left out. */
const withStated = (
  facts: KeptFacts,
  page: PageKind,
  stated: readonly Stated[],
  part: 'product' | 'store',
  at: string,
): KeptFacts =>
  stated.reduce((kept, { fact, text, value }) => {
    const isOfPart = fact.startsWith('product.') === (part === 'product');
    if (!isOfPart || value === undefined || !isFact(fact, value)) return kept;
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
  const stated = readings.flatMap((reading) => statedBy(fields, reading));
  return withStated(facts, page, stated, part, at);
}

/** The facts of a product with what its row in one of a page's lists says. */
export function withListed(
  facts: KeptFacts,
  page: PageKind,
  list: string,
  { values }: Entry,
  { pages }: SiteMap,
  at: string,
): KeptFacts {
  const { about, fields = [] } = pages[page]?.lists?.[list] ?? {};
  if (about !== 'product') return facts;
  const stated = fields.flatMap(({ name, means }) => {
    const text = values[name];
    return text === undefined ? [] : [{ fact: name, text, value: meaningOf(name, text, means) }];
  });
  return withStated(facts, page, stated, 'product', at);
}
