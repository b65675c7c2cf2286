import type { SiteMap } from '../../utils/rules/site-map.ts';
import { whole } from '../../utils/site/expression.ts';

const LONGEST = 40;

/** A pattern that takes any text tells little of one that is longer than a prompt. */
const LONGEST_WITH_ANYTHING = 12;
const ANYTHING = /\.[*+{]/;

/** One of a few given words, and so the platform's own. */
const isClosed = (pattern: string): boolean => /^\(?[^\\.[\]*+?{}()^$]+\)?$/.test(pattern);

type Field = SiteMap['pages'][string]['fields'][number];
type ListField = NonNullable<SiteMap['pages'][string]['lists']>[string]['key'];

const ofField = ({ labels, value, words = [] }: Field): string[] => [
  ...labels,
  ...words.map(({ text }) => text),
  ...(isClosed(value) ? [value] : []),
];

const ofListField = ({ words = [], value, means = [] }: ListField): string[] => [
  ...words,
  ...means.map(({ text }) => text),
  ...(isClosed(value) ? [value] : []),
];

function patternsOf({ everyPage, productList, pages }: SiteMap): string[] {
  const ofPages = Object.values(pages).flatMap(({ titles = [], fields, guards = [], lists = {}, panel }) => [
    ...titles,
    ...fields.flatMap(ofField),
    ...guards.map(({ beside }) => beside),
    ...Object.values(lists).flatMap(({ key, fields: own }) => [key, ...own].flatMap(ofListField)),
    ...(panel?.of ?? []),
  ]);
  const everywhere = [
    everyPage.blank,
    everyPage.empty,
    productList.productIdHeader,
    productList.titleHeader,
    productList.priceHeader,
  ];
  return [...ofPages, ...everywhere.flatMap(({ strategies }) => strategies)];
}

/** The words in what a list's values look like: a row is told by them. */
function partsOf({ pages }: SiteMap): string[] {
  const fields = Object.values(pages).flatMap(({ lists = {} }) =>
    Object.values(lists).flatMap(({ key, fields: own }) => [key, ...own]),
  );
  return [...new Set(fields.flatMap(({ value }) => value.match(/\p{Script=Han}{2,}/gu) ?? []))];
}

/** Tells the platform's own words, which a map is mended by, from what is a shop's. */
export class PlatformWords {
  readonly #patterns: readonly string[];
  readonly #keep: ReadonlySet<string>;
  /** Words that are the platform's also within another text. */
  readonly parts: readonly string[];

  /** @param keep more words that are the platform's */
  constructor(siteMap: SiteMap, keep: readonly string[]) {
    this.#patterns = [...new Set(patternsOf(siteMap))];
    this.#keep = new Set(keep);
    this.parts = partsOf(siteMap);
  }

  has(text: string): boolean {
    if (this.#keep.has(text)) return true;
    if (text.length > LONGEST || /\p{Nd}{6}|@/u.test(text)) return false;
    const isPrompt = text.length <= LONGEST_WITH_ANYTHING && !/\p{Nd}/u.test(text);
    return this.#patterns.some(
      (pattern) => (isPrompt || !ANYTHING.test(pattern)) && whole(pattern).test(text),
    );
  }

  /** Whether a text is words and no more, as what heads a column or labels a field is. */
  areWords(text: string): boolean {
    return this.has(text) || (text.length <= LONGEST && !/\p{Nd}|@/u.test(text));
  }
}
