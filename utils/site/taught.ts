import { own } from '../rules/own.ts';
import type { SiteMap } from '../rules/site-map.ts';
import { z } from '../rules/zod.ts';
import { whole } from './expression.ts';
import { PAGE_KINDS } from './pages.ts';

export const LONGEST_WORDS = 60;

/** More taught words than this are nobody's. */
export const MOST_TAUGHT = 200;

/** A text with spaces and the colon of a label put aside. */
export const plainWords = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]?\s*$/, '')
    .trim();

/** A number with no more than a currency or a unit beside it. */
const isAmount = (text: string): boolean =>
  /\d/.test(text) && /^(?:[A-Z]{2,3}|\p{L})?$/u.test(text.replace(/[^\p{L}]/gu, ''));

/** Whether a text can head or label something. A value is no words: it may be a shop's own, and is another tomorrow. */
export const areWords = (text: string): boolean =>
  text.length <= LONGEST_WORDS &&
  text === plainWords(text) &&
  /\p{L}/u.test(text) &&
  !/\d{5}|@/.test(text) &&
  !isAmount(text);

/** A field of the site map by its page and path: `price`, a fact, `lists.LIST` (its key), `lists.LIST.FIELD`. */
export const fieldPlace = z.strictObject({
  page: z.enum(PAGE_KINDS),
  field: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,59}$/)),
});

/** Where a field stands, in the exact words of a header or a label: never a selector, never what a value looks like. */
export const taughtWords = z.extend(fieldPlace, {
  words: z.string().check(z.refine((text) => areWords(text))),
});

export type FieldPlace = z.infer<typeof fieldPlace>;
export type Taught = z.infer<typeof taughtWords>;

const PRODUCT_LIST = new Map([
  ['price', 'priceHeader'],
  ['productId', 'productIdHeader'],
  ['title', 'titleHeader'],
] as const);

type PageMap = SiteMap['pages'][string];
type ListMap = NonNullable<PageMap['lists']>[string];
type Patterns = readonly string[];

const headerOf = ({ page, field }: FieldPlace) =>
  page === 'product-list' ? PRODUCT_LIST.get(field as 'price') : undefined;

interface ListField {
  /** Its list by name. */
  list: string;
  map: ListMap;
  name: string;
}

/** The field of a list that a path names; a list that is lost as a whole is found again by its key. */
export function listFieldOf({ page, field }: FieldPlace, { pages }: SiteMap): ListField | undefined {
  const [, list = '', name] = /^lists\.([^.]+)(?:\.(.+))?$/.exec(field) ?? [];
  const map = own(pages[page]?.lists, list);
  return map && { list, map, name: name ?? map.key.name };
}

const allFields = ({ key, fields, around = [] }: ListMap): ListMap['fields'] => [key, ...fields, ...around];

/** The words that a field is found by; none where it is found by none, and so can't be taught. */
function patternsOf(place: FieldPlace, siteMap: SiteMap): Patterns | undefined {
  const header = headerOf(place);
  if (header) return siteMap.productList[header].strategies;
  const inList = listFieldOf(place, siteMap);
  if (inList) return allFields(inList.map).find(({ name }) => name === inList.name)?.words;
  return siteMap.pages[place.page]?.fields.find(({ fact }) => fact === place.field)?.labels;
}

/** Whether words can be taught for a field. */
export const isTeachable = (place: FieldPlace, siteMap: SiteMap): boolean =>
  patternsOf(place, siteMap) !== undefined;

/** Whether the site map finds a field by these words without being taught. */
export const isKnown = (taught: Taught, siteMap: SiteMap): boolean =>
  patternsOf(taught, siteMap)?.some((pattern) => whole(pattern).test(taught.words)) ?? false;

/** A pattern that is just these words; a page may break them over lines. */
const exactly = (words: string): string =>
  words.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&').replaceAll(' ', '\\s+');

function withWordsInList(map: ListMap, add: (patterns: Patterns) => string[]): ListMap {
  const withWords = (field: ListMap['key']): ListMap['key'] =>
    field.words ? { ...field, words: add(field.words) } : field;
  const { key, fields, around } = map;
  return {
    ...map,
    key: withWords(key),
    fields: fields.map(withWords),
    ...(around && { around: around.map(withWords) }),
  };
}

function withWordsOnPage(
  map: PageMap,
  list: string | undefined,
  add: (patterns: Patterns) => string[],
): PageMap {
  const listMap = list === undefined ? undefined : map.lists?.[list];
  if (list !== undefined && listMap) {
    return { ...map, lists: { ...map.lists, [list]: withWordsInList(listMap, add) } };
  }
  return { ...map, fields: map.fields.map((field) => ({ ...field, labels: add(field.labels) })) };
}

function withOne(siteMap: SiteMap, taught: Taught): SiteMap {
  const patterns = patternsOf(taught, siteMap);
  if (!patterns) return siteMap;
  const pattern = exactly(taught.words);
  const { productList, pages } = siteMap;
  const header = headerOf(taught);
  if (header) {
    const strategies = [...patterns, pattern];
    return { ...siteMap, productList: { ...productList, [header]: { ...productList[header], strategies } } };
  }
  const same = JSON.stringify(patterns);
  // Fields with the same words stand in the same place: the days and the hours of one time, an amount's currency.
  const add = (words: Patterns): string[] => [...words, ...(JSON.stringify(words) === same ? [pattern] : [])];
  const map = pages[taught.page];
  const list = listFieldOf(taught, siteMap)?.list;
  return map ? { ...siteMap, pages: { ...pages, [taught.page]: withWordsOnPage(map, list, add) } } : siteMap;
}

/** The site map with what was taught; what it knows by itself or has no field for is left out. */
export const withTaught = (siteMap: SiteMap, taught: readonly Taught[]): SiteMap =>
  taught.filter((one) => !isKnown(one, siteMap)).reduce(withOne, siteMap);

/** Whether two are the same words for the same field. */
export const isSameTaught = (one: Taught, other: Taught): boolean =>
  one.page === other.page && one.field === other.field && one.words === other.words;
