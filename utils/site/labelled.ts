import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { formRuns, shownText } from './text-runs.ts';
import { strategy, type Trace } from './trace.ts';

type PageMap = NonNullable<SiteMap['pages'][string]>;
export type LabelledField = PageMap['fields'][number];

/** A fact as a page shows it, word for word; what it means is for the background to say. */
export interface Reading {
  fact: string;
  text: string;
}

/** Between a label and its value there are at most so many levels of wrapping. */
const LEVELS = 4;

/** What heads a column labels no one value; a component may repeat its headings in a row that it only measures by. */
const HEADS = 'thead, tr[aria-hidden="true"]';

/** A share, a count or an amount as pages write them. */
const FIGURE = /^(?:[A-Z]{3}|US\$|[$¥])?\s?[\d,]+(?:\.\d+)?(?:\s?\/\s?\d+)?\s?(?:%|\p{L}{1,2})?$/u;

/** A figure's bar is no figure. */
const BAR = /^[≥≤<>＜＞]/;

/** What stands where there is no figure. */
const NONE = /^(?:[-–—/]{1,4}|N\/A|暂无(?:数据)?)$/u;

/** Whether a text stands in the place of a value: that itself, or that there is none. */
const isInPlace = (text: string, value: RegExp): boolean => value.test(text) || NONE.test(text);

/**
 * Whether the parts around a label begin with a value: then each value stands before its label, and what comes after
 * this label is the next one's.
 */
function isValueFirst(label: Node): boolean {
  const parts = [...(label.parentNode?.childNodes ?? [])];
  const first = parts.find((part) => shownText(part) !== '');
  return first !== undefined && first !== label && isInPlace(shownText(first), FIGURE);
}

/** What stands after a label: the next sibling with text, of the label itself or of what wraps it. */
function* textsAfter(label: Text, root: Element): Generator<string> {
  let node: Node = label;
  for (let level = 0; level < LEVELS && node !== root; level += 1) {
    if (isValueFirst(node)) return;
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      const text = shownText(next);
      if (text !== '') yield text;
    }
    if (!node.parentNode) return;
    node = node.parentNode;
  }
}

const FIELDS = 'input, textarea, select, [role="combobox"]';

/** What stands in the field that a label is of: the next element with texts or with something to fill in. */
function fieldAfter(label: Text, root: Element): string[] | undefined {
  let node: Node = label;
  for (let level = 0; level < LEVELS && node !== root; level += 1) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (!(next instanceof Element)) continue;
      const runs = formRuns(next);
      if (runs.length > 0 || next.matches(FIELDS) || next.querySelector(FIELDS)) return runs;
    }
    if (!node.parentNode) return undefined;
    node = node.parentNode;
  }
  return undefined;
}

/** The first text of a form's field that is a value, or all of them. */
function takenFrom(runs: readonly string[], take: 'all' | 'first', value: RegExp): string | undefined {
  const values = runs.filter((run) => value.test(run));
  return take === 'first' ? values[0] : values.join('、') || undefined;
}

/**
 * The first text after the label that is no bar; of two values in a row, either may be the bar or an average, also
 * where the other is none.
 */
function textAfter(label: Text, root: Element, value: RegExp): string | undefined {
  let first: string | undefined;
  for (const text of textsAfter(label, root)) {
    if (BAR.test(text)) continue;
    if (first !== undefined) return isInPlace(first, value) && isInPlace(text, value) ? undefined : first;
    first = text;
  }
  return first;
}

/** What labels a value, and what a value looks like. */
export type Labelled = Pick<LabelledField, 'labels' | 'take' | 'value'>;

type Standing = Pick<Trace, 'instead' | 'value'>;

/** A text that is a value as a whole, or none. */
const asValue = (text: string | undefined, value: RegExp): Standing =>
  text !== undefined && value.test(text)
    ? { value: text, instead: undefined }
    : { value: undefined, instead: text };

/**
 * The text that a label alone in its cell names under a table's header: that in the column of values, where the page
 * has one. Of several values in a row, each may be the bar, also where the store has none.
 * @returns undefined where the label heads no such row
 */
function inTable(label: Text, text: string, words: readonly string[], value: RegExp): Standing | undefined {
  const cell = label.parentElement?.closest('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row || shownText(cell) !== text) return undefined;
  const columns = columnsOf(row);
  if (columns.length === 0) return undefined;
  if (words.length > 0) {
    const place = columns.findIndex((column) => words.some((word) => whole(word).test(column)));
    const own = row.children[place];
    return asValue(own && shownText(own), value);
  }
  const values = [...row.children].filter((each) => isInPlace(shownText(each), value));
  return values.length > 1 ? asValue(undefined, value) : undefined;
}

/** What stands in a form's field; texts that are no value are its prompts. */
function inField(runs: readonly string[] | undefined, take: 'all' | 'first', value: RegExp): Standing {
  return { value: runs && takenFrom(runs, take, value), instead: runs && '' };
}

/** What a text node labels: in the same text, behind a colon, or in what comes after it. */
function labelledBy(
  node: Text,
  text: string,
  field: Labelled,
  root: Element,
  columnWords: readonly string[] = [],
): Trace | undefined {
  const value = whole(field.value);
  for (const [place, label] of field.labels.entries()) {
    const [, own] = whole(`${label}(?:\\s*[:：]\\s*(.*))?`).exec(text) ?? [undefined, null];
    if (own === null) continue;
    if (node.parentElement?.closest(HEADS)) return undefined;
    const by = strategy('label', place);
    if (own) return { by, ...asValue(own, value) };
    if (field.take) return { by, ...inField(fieldAfter(node, root), field.take, value) };
    const standing = inTable(node, text, columnWords, value) ?? asValue(textAfter(node, root, value), value);
    return { by, ...standing };
  }
  return undefined;
}

function* textNodes(root: Element): Generator<{ node: Text; text: string }> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = shownText(node);
    if (text !== '') yield { node: node as Text, text };
  }
}

/** What stands beside each label of a field. */
export function* tracesOf(root: Element, field: Labelled): Generator<Trace> {
  for (const { node, text } of textNodes(root)) {
    const trace = labelledBy(node, text, field, root);
    if (trace) yield trace;
  }
}

type LabelledMap = Pick<PageMap, 'fields' | 'valueColumn'>;

/** What stands beside the labels of several fields, by fact; one whose label is not on the page is absent. */
export function traceLabelled(root: Element, { fields, valueColumn }: LabelledMap): Map<string, Trace[]> {
  const traces = new Map<string, Trace[]>();
  if (fields.length === 0) return traces;
  for (const { node, text } of textNodes(root)) {
    for (const field of fields) {
      const trace = labelledBy(node, text, field, root, valueColumn?.words);
      if (trace) traces.set(field.fact, [...(traces.get(field.fact) ?? []), trace]);
    }
  }
  return traces;
}

/** The one value of a field. Where its labels stand beside different ones, which is meant is not known. */
export function agreedValue(traces: readonly Trace[]): string | undefined {
  const values = new Set(traces.flatMap(({ value }) => value ?? []));
  return values.size === 1 ? [...values][0] : undefined;
}

/**
 * Reads fields by the words that label them: the value stands after its label, or in the table's column of values,
 * wherever that stands.
 */
export function readLabelled(root: Element, map: LabelledMap): Reading[] {
  return [...traceLabelled(root, map)].flatMap(([fact, traces]) => {
    const text = agreedValue(traces);
    return text === undefined ? [] : [{ fact, text }];
  });
}
