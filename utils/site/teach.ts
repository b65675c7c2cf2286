import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { agreedValue, readLabelled, traceLabelled } from './labelled.ts';
import { readAround, readList, rowSelectorOf } from './lists.ts';
import { PRODUCT_ID } from './pages.ts';
import { readProductRow } from './product-row.ts';
import { areWords, type FieldPlace, LONGEST_WORDS, listFieldOf, plainWords, withTaught } from './taught.ts';
import { formRuns, textRuns } from './text-runs.ts';

/** Why nothing can be read: each is a sentence that says what to do. */
export const LESSON_PROBLEMS = ['no-words', 'not-words', 'not-here', 'not-value', 'two-places'] as const;

/** What a field would be read as with some words, or why it can't be. */
export type Lesson =
  | { words: string; count: number; values: string[] }
  | {
      problem: (typeof LESSON_PROBLEMS)[number];
      /** The words it is about; empty where there are none. */
      words: string;
      /** How a value of the field looks, where that can be shown. */
      example: string;
    };

/** So many of the values are shown, and no more of each. */
export const MOST_VALUES_SHOWN = 3;

/** Between a label and its value there are at most so many levels of wrapping. */
const LEVELS = 4;

/** What stands before a value and has more texts than this is no label. */
const MOST_RUNS = 3;
const MOST_BEFORE = 12;

const EXAMPLES = [
  ...['USD 3.63', '3.63', '96.50%', '12', '2026-11-22', '2026-11-22 08:00', '1005006123456789'],
  ...['2天 3小时', '3小时', '20分钟', 'LP00123456', 'SKU-0001'],
];

/** No field but one that takes any text has this as its value. */
const ANY_WORDS = '标签';

const collapsed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

function productRows(root: ParentNode, { row }: SiteMap['productList']): Element[] {
  const selector = row.strategies.find((strategy) => root.querySelector(strategy));
  return selector ? [...root.querySelectorAll(selector)] : [];
}

function productValue(row: Element, field: string, { productList }: SiteMap): string | undefined {
  const reading = readProductRow(row, productList);
  if (field === 'price') return reading?.product.price?.text;
  return (field === 'title' ? reading?.title : reading?.product.productId) || undefined;
}

/** Every value of a field on a page, row by row. */
function valuesOf(root: Element, place: FieldPlace, siteMap: SiteMap): string[] {
  const { page, field } = place;
  const { pages, productList } = siteMap;
  if (page === 'product-list')
    return productRows(root, productList).flatMap((row) => productValue(row, field, siteMap) ?? []);
  const inList = listFieldOf(place, siteMap);
  if (inList) {
    const { map, name } = inList;
    if (map.around?.some((own) => own.name === name)) return [readAround(root, map)[name] ?? []].flat();
    return readList(root, map).flatMap(({ key, values }) =>
      name === map.key.name ? key : (values[name] ?? []),
    );
  }
  const map = pages[page];
  if (!map) return [];
  const fields = map.fields.filter(({ fact }) => fact === field);
  return readLabelled(root, { fields, valueColumn: map.valueColumn }).map(({ text }) => text);
}

/** What a value of the field looks like, as patterns on a whole text. */
function valuePatterns(place: FieldPlace, siteMap: SiteMap): readonly string[] {
  if (place.page === 'product-list') {
    if (place.field === 'price') return siteMap.productList.price.strategies;
    return place.field === 'productId' ? [PRODUCT_ID.source] : [];
  }
  const inList = listFieldOf(place, siteMap);
  const { key, fields, around = [] } = inList?.map ?? { key: undefined, fields: [] };
  const own = inList
    ? [key, ...fields, ...around].find((field) => field?.name === inList.name)
    : siteMap.pages[place.page]?.fields.find(({ fact }) => fact === place.field);
  return own ? [own.value] : [];
}

/** Whether a text is a value of the field itself; of a field that any text can be the value of, none is told so. */
function isValue(text: string, place: FieldPlace, siteMap: SiteMap): boolean {
  const patterns = valuePatterns(place, siteMap).filter((pattern) => !whole(pattern).test(ANY_WORDS));
  return patterns.some((pattern) => whole(pattern).test(text));
}

function exampleFor(place: FieldPlace, siteMap: SiteMap): string {
  const patterns = valuePatterns(place, siteMap);
  return EXAMPLES.find((example) => patterns.some((pattern) => whole(pattern).test(example))) ?? '';
}

function* textsOf(root: Element): Generator<string> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = collapsed(node.nodeValue);
    if (text !== '') yield text;
  }
}

const labels = (words: string, text: string): boolean =>
  text === words || /^\s*[:：]/.test(text.startsWith(words) ? text.slice(words.length) : '');

/** Whether a page says just these words as a header or a label. */
function isSaid(root: Element, words: string): boolean {
  for (const text of textsOf(root)) if (labels(words, text)) return true;
  return [...root.querySelectorAll('th')].some(({ textContent }) => collapsed(textContent) === words);
}

/** Whether the words lead to more than one place: two columns of one table, or values that differ. */
function isInTwoPlaces(root: Element, place: FieldPlace, words: string, siteMap: SiteMap): boolean {
  const taught = withTaught(siteMap, [{ ...place, words }]);
  const inList = listFieldOf(place, taught);
  const heads = (column: string): boolean => collapsed(column) === words;
  const selector = inList && rowSelectorOf(root, inList.map);
  const rows =
    place.page === 'product-list'
      ? productRows(root, taught.productList)
      : [...(selector ? root.querySelectorAll(selector) : [])];
  if (rows.length > 0) return rows.some((row) => columnsOf(row).filter(heads).length > 1);
  const map = taught.pages[place.page];
  const traces = (map && traceLabelled(root, map).get(place.field)) ?? [];
  return agreedValue(traces) === undefined && traces.some(({ value }) => value !== undefined);
}

/** What a field is read as on a page with these words, every value of it. */
function lessonOf(root: Element, place: FieldPlace, words: string, siteMap: SiteMap): Lesson {
  const example = exampleFor(place, siteMap);
  if (words === '') return { problem: 'no-words', words, example };
  if (!areWords(words) || isValue(words, place, siteMap))
    return { problem: 'not-words', words: words.slice(0, LONGEST_WORDS), example };
  if (!isSaid(root, words)) return { problem: 'not-here', words, example };
  const values = valuesOf(root, place, withTaught(siteMap, [{ ...place, words }]));
  if (values.length > 0) return { words, count: values.length, values };
  const problem = isInTwoPlaces(root, place, words, siteMap) ? 'two-places' : 'not-value';
  return { problem, words, example };
}

/** The lesson with as many of its values as a person is shown. */
const inShort = (lesson: Lesson): Lesson =>
  'values' in lesson
    ? {
        ...lesson,
        values: [...new Set(lesson.values)]
          .slice(0, MOST_VALUES_SHOWN)
          .map((text) => text.slice(0, LONGEST_WORDS)),
      }
    : lesson;

/** What a field would be read as on a page with these words. */
export const lessonFor = (root: Element, place: FieldPlace, text: string, siteMap: SiteMap): Lesson =>
  inShort(lessonOf(root, place, plainWords(text), siteMap));

const beforeColon = (text: string): string => text.replace(/\s*[:：].*$/s, '');

/** What the element says itself: it may be the label, or hold label and value. */
function ownWords(target: Element): string[] {
  const [first = ''] = textRuns(target);
  return [collapsed(target.textContent), collapsed(first)].map(beforeColon);
}

/** The words over the cell that an element stands in, and those of a header itself. */
function columnWords(target: Element): string[] {
  const cell = target.closest('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row) return [];
  if (cell.localName === 'th') return [collapsed(cell.textContent)];
  return [collapsed(columnsOf(row)[[...row.children].indexOf(cell)] ?? '')];
}

/** The short texts before an element in its row or around it, the nearest first. */
function wordsBefore(target: Element, root: Element): string[] {
  const around = target.closest('tr') ?? root;
  const found: string[] = [];
  let node: Node = target;
  for (let level = 0; level <= LEVELS && node !== around; level += 1) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      const runs = before instanceof Element ? textRuns(before) : [before.nodeValue ?? ''];
      if (runs.length <= MOST_RUNS) found.push(...runs.toReversed().map(collapsed).map(beforeColon));
    }
    if (!node.parentNode) break;
    node = node.parentNode;
  }
  return found.slice(0, MOST_BEFORE);
}

/** Whether what was pointed at shows one of the values, or a part of it. */
function shows(target: Element, values: readonly string[]): boolean {
  const shown = [collapsed(target.textContent), ...formRuns(target)].filter((text) => text !== '');
  return values.some((value) => shown.some((text) => text.includes(value) || value.includes(text)));
}

/** The words that may lead to what was pointed at, the likeliest first. */
function candidatesAt(root: Element, place: FieldPlace, target: Element, siteMap: SiteMap): Set<string> {
  const words = [...columnWords(target), ...ownWords(target), ...wordsBefore(target, root)];
  return new Set(words.filter((text) => areWords(text) && !isValue(text, place, siteMap)));
}

/**
 * What a field would be read as where a person points: at a header, a label, or a value under or behind one. The
 * first words count with which something is read there; where there are none, the first are told why.
 */
export function lessonAt(root: Element, place: FieldPlace, target: Element, siteMap: SiteMap): Lesson {
  const own = new Set([...ownWords(target), ...(target.closest('th') ? columnWords(target) : [])]);
  let told: Lesson | undefined;
  for (const words of candidatesAt(root, place, target, siteMap)) {
    const lesson = lessonOf(root, place, words, siteMap);
    if ('values' in lesson && (own.has(words) || shows(target, lesson.values))) return inShort(lesson);
    if ('problem' in lesson && lesson.problem !== 'not-here') told ??= lesson;
  }
  return told ?? { problem: 'no-words', words: '', example: exampleFor(place, siteMap) };
}
