import type { SiteMap } from '../rules/pack.ts';
import { whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { formRuns } from './text-runs.ts';

type PageMap = NonNullable<SiteMap['pages'][string]>;
export type LabelledField = PageMap['fields'][number];

/** A fact as a page shows it, word for word; what it means is for the background to say. */
export interface Reading {
  fact: string;
  text: string;
}

/** Between a label and its value there are at most so many levels of wrapping. */
const LEVELS = 4;

/** A figure's bar is no figure. */
const BAR = /^[≥≤<>＜＞]/;

const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What stands after a label: the next sibling with text, of the label itself or of what wraps it. */
function* textsAfter(label: Text, root: Element): Generator<string> {
  let node: Node = label;
  for (let level = 0; level < LEVELS && node !== root; level += 1) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      const text = textOf(next);
      if (text !== '') yield text;
    }
    if (!node.parentNode) return;
    node = node.parentNode;
  }
}

const FIELDS = 'input, textarea, select, [role="combobox"]';

/** What stands in the field that a label is of: the next element with texts or with something to fill in. */
function fieldAfter(label: Text, root: Element): string[] {
  let node: Node = label;
  for (let level = 0; level < LEVELS && node !== root; level += 1) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (!(next instanceof Element)) continue;
      const runs = formRuns(next);
      if (runs.length > 0 || next.matches(FIELDS) || next.querySelector(FIELDS)) return runs;
    }
    if (!node.parentNode) return [];
    node = node.parentNode;
  }
  return [];
}

/** The first text of a form's field that is a value, or all of them. */
function takenFrom(runs: readonly string[], take: 'all' | 'first', value: RegExp): string | undefined {
  const values = runs.filter((run) => value.test(run));
  return take === 'first' ? values[0] : values.join('、') || undefined;
}

/** The first text after the label that is not a bar, where it is a value; anything else is none. */
function valueAfter(label: Text, root: Element, value: RegExp): string | undefined {
  for (const text of textsAfter(label, root)) {
    if (!BAR.test(text)) return value.test(text) ? text : undefined;
  }
  return undefined;
}

/** The cell of the table's column of values, in the row that a label alone in its cell names. */
function valueCell(label: Text, text: string, words: readonly string[]): Element | undefined {
  const cell = label.parentElement?.closest('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row || textOf(cell) !== text) return undefined;
  const place = columnsOf(row).findIndex((column) => words.some((word) => whole(word).test(column)));
  return row.children[place];
}

/** What labels a value, and what a value looks like. */
export type Labelled = Pick<LabelledField, 'labels' | 'take' | 'value'>;

/** The value that a text node labels: in the same text, behind a colon, or in what comes after it. */
function labelledBy(
  node: Text,
  text: string,
  field: Labelled,
  root: Element,
  columnWords: readonly string[] = [],
): string | undefined {
  const value = whole(field.value);
  for (const label of field.labels) {
    const [, own] = whole(`${label}(?:\\s*[:：]\\s*(.*))?`).exec(text) ?? [undefined, null];
    if (own === null) continue;
    if (own) return value.test(own) ? own : undefined;
    if (field.take) return takenFrom(fieldAfter(node, root), field.take, value);
    const cell = valueCell(node, text, columnWords);
    if (!cell) return valueAfter(node, root, value);
    return value.test(textOf(cell)) ? textOf(cell) : undefined;
  }
  return undefined;
}

function* textNodes(root: Element): Generator<{ node: Text; text: string }> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = textOf(node);
    if (text !== '') yield { node: node as Text, text };
  }
}

/** Every value that stands beside one of the labels. */
export function* valuesLabelled(root: Element, field: Labelled): Generator<string> {
  for (const { node, text } of textNodes(root)) {
    const value = labelledBy(node, text, field, root);
    if (value !== undefined) yield value;
  }
}

/**
 * Reads fields by the words that label them: the value stands after its label, or in the table's column of values,
 * wherever that stands. A field whose label stands beside different values is not read: which of
 * them is the store's own is not known.
 */
export function readLabelled(
  root: Element,
  { fields, valueColumn }: Pick<PageMap, 'fields' | 'valueColumn'>,
): Reading[] {
  if (fields.length === 0) return [];
  const found = new Map<string, Set<string>>();
  for (const { node, text } of textNodes(root)) {
    for (const field of fields) {
      const value = labelledBy(node, text, field, root, valueColumn?.words);
      if (value !== undefined) found.set(field.fact, (found.get(field.fact) ?? new Set()).add(value));
    }
  }
  return [...found].flatMap(([fact, [text, ...others]]) =>
    text !== undefined && others.length === 0 ? [{ fact, text }] : [],
  );
}
