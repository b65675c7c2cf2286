import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { columnUnder } from './headers.ts';
import { tracesOf } from './labelled.ts';
import { formRuns, shownText, textRuns } from './text-runs.ts';
import { NOTHING, strategy, type Trace } from './trace.ts';

type PageMap = NonNullable<SiteMap['pages'][string]>;
export type ListMap = NonNullable<PageMap['lists']>[string];
export type ListField = ListMap['key'];

/** What one row of a page's list shows, word for word: what tells it from the others, and its other values by name. */
export interface Entry {
  key: string;
  values: Record<string, string>;
}

/** The part of a text that is the value: the pattern's group, where it has one. */
function partOf(text: string, pattern: string): string | undefined {
  const [all, part = all] = whole(pattern).exec(text) ?? [];
  return part;
}

/** The one value among texts; where two differ, which of them is meant is not known. */
function only(texts: readonly string[], pattern: string): string | undefined {
  const found = new Set(texts.flatMap((text) => partOf(text, pattern) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

const isSaid = (words: readonly string[], text: string): boolean =>
  words.some((word) => whole(word).test(text));

interface UnderWords {
  cell: Element;
  /** The place of its words among the field's. */
  place: number;
}

/** The cell under the one column that a field's words head; rows that are no table's have none. */
function cellOf(row: Element, words: readonly string[]): UnderWords | undefined {
  if (row.localName !== 'tr' || words.length === 0) return undefined;
  const column = columnUnder(row, words);
  const cell = column && row.children[column.index];
  return cell && { cell, place: column.place };
}

/** Looks for a field in a row: under the column with its words, else behind its words in the row, else alone in it. */
export function traceIn(row: Element, { words = [], value, take, alone }: ListField): Trace {
  const under = cellOf(row, words);
  if (under) {
    const text = shownText(under.cell);
    // The header is itself a row of its table.
    if (isSaid(words, text)) return NOTHING;
    const found = partOf(text, value) ?? only(formRuns(under.cell), value);
    return { by: strategy('column', under.place), value: found, instead: text };
  }
  const [first, ...others] = tracesOf(row, { labels: words, value, take });
  if (first) {
    const texts = [first, ...others].flatMap((trace) => trace.value ?? []);
    // What its own words name is not what stands elsewhere.
    const isNamed = texts.length > 0 || first.instead !== undefined;
    if (isNamed || !alone) return { ...first, value: only(texts, value) };
  }
  return alone ? { by: 'alone', value: only(textRuns(row), value), instead: undefined } : NOTHING;
}

const valueIn = (row: Element, field: ListField): string | undefined => traceIn(row, field).value;

/** The first selector that finds something in the page: each of its elements may be a row. */
export const rowSelectorOf = (root: ParentNode, { rows }: ListMap): string | undefined =>
  rows.find((selector) => root.querySelector(selector));

function valuesIn(element: Element, fields: readonly ListField[]): Record<string, string> {
  const values = fields.flatMap((field) => {
    const value = valueIn(element, field);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(values);
}

/** Reads one row. @returns undefined where the row is in doubt about its key: then it is nobody's */
export function readEntry(row: Element, { key, fields }: ListMap): Entry | undefined {
  const own = valueIn(row, key);
  return own === undefined ? undefined : { key: own, values: valuesIn(row, fields) };
}

/** What a page says once for all rows of a list. */
export const readAround = (root: Element, { around = [] }: ListMap): Record<string, string> =>
  valuesIn(root, around);

/** Every row of a list that can be read, in the order of the page; of a whole one also those of which nothing can. */
export function readList(root: ParentNode, list: ListMap): Entry[] {
  const selector = rowSelectorOf(root, list);
  if (!selector) return [];
  const nobodys = (row: Element): Entry[] =>
    list.isWhole && Object.keys(valuesIn(row, list.fields)).length > 0 ? [{ key: '', values: {} }] : [];
  return [...root.querySelectorAll(selector)].flatMap((row) => readEntry(row, list) ?? nobodys(row));
}

/** The entries of a list, one for each key; a value in which rows of one key differ is nobody's. */
export function agreedEntries(entries: readonly Entry[]): Entry[] {
  const agreed = new Map<string, Entry>();
  for (const { key, values } of entries) {
    const known = agreed.get(key);
    const same = Object.entries(values).filter(([name, text]) => !known || known.values[name] === text);
    agreed.set(key, { key, values: Object.fromEntries(same) });
  }
  return [...agreed.values()];
}

const HOLDS_PARTS = 'td, th, header, li';

/**
 * Where in a row something of ours can stand: the cell that names its key, or what holds the key among other parts.
 * A text alone in its element takes with it what is put beside it, when it changes.
 */
export function placeIn(row: Element, key: string): Element {
  const walker = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue?.includes(key)) continue;
    let place = node.parentElement ?? row;
    while (place !== row && place.childElementCount < 2 && !place.matches(HOLDS_PARTS)) {
      place = place.parentElement ?? row;
    }
    return place;
  }
  return row;
}
