import { isFact } from '../rules/facts.ts';
import type { SiteMap } from '../rules/pack.ts';
import { whole } from '../site/expression.ts';
import type { Reading } from '../site/labelled.ts';
import type { PageKind } from '../site/pages.ts';
import { fieldOf, isFieldPath } from './fields.ts';
import { type KeptFacts, withKept } from './kept.ts';
import { parseTyped } from './typed.ts';

type Page = SiteMap['pages'][string];
type Field = Pick<Page['fields'][number], 'fact' | 'value' | 'words'>;

/** The value that a page's words state: by what the site map says they mean, else as a person would type it. */
function statedBy({ fact, value, words }: Field, text: string): unknown {
  const [all, figure = all] = whole(value).exec(text) ?? [];
  if (figure === undefined) return undefined;
  if (words) return words.find((word) => whole(word.text).test(figure))?.means;
  if (!isFieldPath(fact)) return undefined;
  const typed = parseTyped(fieldOf(fact), figure, false);
  return 'value' in typed ? typed.value : undefined;
}

/** What was read on a page, beside what was known; a reading that states nothing is left out. */
function withReadings(
  facts: KeptFacts,
  page: PageKind,
  fields: readonly Field[],
  readings: readonly Reading[],
  at: string,
): KeptFacts {
  return readings.reduce((kept, { fact, text }) => {
    const field = fields.find((entry) => entry.fact === fact);
    const value = field && statedBy(field, text);
    if (value === undefined || !isFact(fact, value)) return kept;
    return withKept(kept, fact, { value, text, at, origin: { kind: 'read', page } });
  }, facts);
}

/** The facts of a store with what a page's labelled figures say of it. */
export const withLabelled = (
  facts: KeptFacts,
  page: PageKind,
  readings: readonly Reading[],
  { pages }: SiteMap,
  at: string,
): KeptFacts => withReadings(facts, page, pages[page]?.fields ?? [], readings, at);

/** The facts of a product with what its row in a page's list says of it. */
export const withListed = (
  facts: KeptFacts,
  page: PageKind,
  readings: readonly Reading[],
  { pages }: SiteMap,
  at: string,
): KeptFacts => withReadings(facts, page, pages[page]?.rows?.fields ?? [], readings, at);
