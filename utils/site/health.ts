import type { SiteMap } from '../rules/site-map.ts';
import { elementSaying } from './anchors.ts';
import { whole } from './expression.ts';
import { agreedValue, traceLabelled } from './labelled.ts';
import { type ListField, type ListMap, rowSelectorOf, traceIn } from './lists.ts';
import { readPager, speaksOfPages } from './pager.ts';
import { isInKnownPath, type PageKind } from './pages.ts';
import { cellStrategy, type ProductRowTrace, traceProductRow } from './product-row.ts';
import { textRuns } from './text-runs.ts';
import { type Strategy, strategy, type Trace } from './trace.ts';

/** `empty`: there was nothing to read, as in a list without rows or behind a label with a dash. */
export type FieldState = 'empty' | 'found' | 'lost';

/** What became of one field of the site map on a page. */
export interface Finding {
  /** Its path: `row`, a fact, `lists.LIST.FIELD`, `guards.N`, `panel`, `pager`. */
  field: string;
  state: FieldState;
  /** The strategy that found it; of a lost one, that which still leads to its place. */
  by: Strategy | null;
  /** The day on which the site map's strategies were last seen to hold. */
  seen: string;
}

type PageMap = SiteMap['pages'][string];
type PagerMap = NonNullable<SiteMap['pager']>;
type Patterns = { readonly strategies: readonly string[] };

const isBlank = (text: string, { strategies }: Patterns): boolean =>
  text === '' || strategies.some((pattern) => whole(pattern).test(text));

interface Judged {
  state: FieldState;
  by: Strategy | null;
}

/** A field is found where one of its places holds its value, and lost only where what stands there is something else. */
function judgeTraces(traces: readonly Trace[], blank: Patterns, isOptional: boolean): Judged {
  const found = traces.find(({ value }) => value !== undefined);
  if (found) return { state: 'found', by: found.by ?? null };
  const led = traces.filter(({ by }) => by !== undefined);
  const by = led[0]?.by ?? null;
  const isEmpty = led.some(({ instead }) => instead !== undefined && isBlank(instead, blank));
  // A mark that some rows bear need not stand in any.
  const isAbsent = isOptional && led.every(({ instead }) => instead === undefined);
  return { state: isEmpty || isAbsent ? 'empty' : 'lost', by };
}

const hasText = ({ textContent }: Element): boolean => (textContent ?? '').trim() !== '';

/** A row with contents: no header, and none that only measures or says that there are no others. */
export const isFilled = (row: Element): boolean => {
  const cells = [...row.children];
  const first = cells.findIndex(hasText);
  return (
    cells.some(({ localName }) => localName !== 'th') && first >= 0 && cells.slice(first + 1).some(hasText)
  );
};

/** Whether the page says that a list of it is empty. */
export const saysEmpty = (root: Element, { strategies }: Patterns): boolean =>
  strategies.some((words) => elementSaying(root, words) !== undefined);

const NO_ROWS: Judged = { state: 'empty', by: null };

interface TracedRow {
  row: Element;
  trace: ProductRowTrace;
}

/** Rows with contents, and no more of them than it takes to find each field once: a list may have thousands. */
function tracedRows(candidates: Iterable<Element>, map: SiteMap['productList']): TracedRow[] {
  const sought = new Set(['price', 'productId', 'title'] as const);
  const traced: TracedRow[] = [];
  for (const row of candidates) {
    if (!isFilled(row)) continue;
    const trace = traceProductRow(row, map);
    traced.push({ row, trace });
    for (const field of sought) if (trace[field].value !== undefined) sought.delete(field);
    if (sought.size === 0) break;
  }
  return traced;
}

/**
 * A list of one page may have no pager: it is lost where one stands that does not say its page, and where the page
 * speaks of pages outside its rows.
 */
function judgePager(root: Element, rows: string, map: PagerMap): Judged {
  const place = map.bar.strategies.findIndex((selector) => root.querySelector(selector));
  const by = place < 0 ? null : strategy('selector', place);
  if (readPager(root, map).number !== null) return { state: 'found', by };
  return { state: by !== null || speaksOfPages(textRuns(root, rows), map) ? 'lost' : 'empty', by };
}

function productListHealth(root: Element, { productList, everyPage, pager }: SiteMap): Finding[] {
  const { row, cell, productId, titleHeader, price } = productList;
  const place = row.strategies.findIndex((selector) => root.querySelector(selector));
  const selector = row.strategies[place] ?? 'tr';
  const rows = tracedRows(root.querySelectorAll(selector), productList);
  const of = (pick: (trace: ProductRowTrace) => Trace): Judged =>
    rows.length === 0
      ? NO_ROWS
      : judgeTraces(
          rows.map(({ trace }) => pick(trace)),
          everyPage.blank,
          false,
        );
  const byCell = rows.map(({ row: own }) => cellStrategy(own, productList)).find((by) => by !== undefined);
  const noRows = (): FieldState => (saysEmpty(root, everyPage.empty) ? 'empty' : 'lost');
  return [
    {
      field: 'row',
      state: rows.length > 0 ? 'found' : noRows(),
      by: place < 0 ? null : strategy('selector', place),
      seen: row.seen,
    },
    {
      field: 'cell',
      ...(rows.length === 0 ? NO_ROWS : { state: byCell ? 'found' : 'lost', by: byCell ?? null }),
      seen: cell.seen,
    },
    { field: 'productId', ...of((trace) => trace.productId), seen: productId.seen },
    { field: 'title', ...of((trace) => trace.title), seen: titleHeader.seen },
    { field: 'price', ...of((trace) => trace.price), seen: price.seen },
    ...(pager
      ? [
          {
            field: 'pager',
            ...(rows.length === 0 ? NO_ROWS : judgePager(root, selector, pager)),
            seen: pager.bar.seen,
          },
        ]
      : []),
  ];
}

function labelledHealth(root: Element, map: PageMap, blank: Patterns): Finding[] {
  const traces = traceLabelled(root, map);
  return map.fields.map(({ fact, seen, optional = false }) => {
    const own = traces.get(fact) ?? [];
    const judged = judgeTraces(own, blank, optional);
    const isInDoubt = judged.state === 'found' && agreedValue(own) === undefined;
    return { field: fact, ...judged, ...(isInDoubt && { state: 'lost' }), seen };
  });
}

/** Fields by what they are found as: of those that stand for each other, one is enough. */
const fieldGroups = (fields: readonly ListField[]): Map<string, ListField[]> =>
  Map.groupBy(fields, ({ name, oneOf = name }) => oneOf);

/** By field what was looked at until it was found: no more rows of a list than it takes to find each field once. */
function tracedFields(
  candidates: Iterable<Element>,
  key: ListField,
  groups: ReadonlyMap<string, readonly ListField[]>,
): Map<string, Trace[]> | undefined {
  const sought = new Set(groups.keys());
  const traces = new Map([...sought].map((field): [string, Trace[]] => [field, []]));
  let hasRows = false;
  for (const row of candidates) {
    if (traceIn(row, key).value === undefined) continue;
    hasRows = true;
    for (const field of sought) {
      const own = (groups.get(field) ?? []).map((each) => traceIn(row, each));
      traces.get(field)?.push(...own);
      if (own.some(({ value }) => value !== undefined)) sought.delete(field);
    }
    if (sought.size === 0) break;
  }
  return hasRows ? traces : undefined;
}

function listHealth(root: Element, name: string, list: ListMap, everyPage: SiteMap['everyPage']): Finding[] {
  const { key, fields, seen, optional = false } = list;
  const selector = rowSelectorOf(root, list);
  const candidates = selector === undefined ? [] : [...root.querySelectorAll(selector)];
  const path = `lists.${name}`;
  const by = selector === undefined ? null : strategy('selector', list.rows.indexOf(selector));
  const groups = fieldGroups([key, ...fields]);
  const traced = tracedFields(candidates, key, groups);
  if (!traced) {
    const isEmpty = optional || (!candidates.some(isFilled) && saysEmpty(root, everyPage.empty));
    return [{ field: path, state: isEmpty ? 'empty' : 'lost', by, seen }];
  }
  return [
    { field: path, state: 'found', by, seen },
    ...[...groups].map(([field, own]) => {
      const isOptional = own.every((each) => each.optional);
      const judged = judgeTraces(traced.get(field) ?? [], everyPage.blank, isOptional);
      return { field: `${path}.${field}`, ...judged, seen };
    }),
  ];
}

/** The first of several words that the page says. */
function anchorHealth(root: Element, words: readonly string[], isOptional: boolean): Judged {
  const place = words.findIndex((word) => elementSaying(root, word));
  if (place >= 0) return { state: 'found', by: strategy('text', place) };
  return { state: isOptional ? 'empty' : 'lost', by: null };
}

function pageHealth(root: Element, map: PageMap, everyPage: SiteMap['everyPage']): Finding[] {
  const { lists = {}, guards = [], panel } = map;
  const findings: Finding[] = [
    ...labelledHealth(root, map, everyPage.blank),
    ...Object.entries(lists).flatMap(([name, list]) => listHealth(root, name, list, everyPage)),
    ...guards.map(({ beside, seen, optional = false }, index) => ({
      field: `guards.${index + 1}`,
      ...anchorHealth(root, [beside], optional),
      seen,
    })),
    ...(panel ? [{ field: 'panel', ...anchorHealth(root, panel.of, false), seen: panel.seen }] : []),
  ];
  // A page for a store that has nothing to show on it.
  const isBare = findings.every(({ by }) => by === null) && saysEmpty(root, everyPage.empty);
  return isBare ? findings.map((finding) => ({ ...finding, state: 'empty' })) : findings;
}

/** By which strategy each field of a page was found, and what was lost; of kinds that nothing is read from, nothing. */
export function healthOf(root: Element, kind: PageKind, siteMap: SiteMap): Finding[] {
  if (kind === 'product-list') return productListHealth(root, siteMap);
  const map = siteMap.pages[kind];
  return map ? pageHealth(root, map, siteMap.everyPage) : [];
}

/** Whether the page shows that it is still loading. */
export const isBusy = (root: ParentNode, { everyPage }: SiteMap): boolean =>
  everyPage.spinner.strategies.some((selector) =>
    [...root.querySelectorAll(selector)].some((spinner) => spinner.checkVisibility()),
  );

/** The fields of a page that were lost. */
export const lostFields = (findings: readonly Finding[]): string[] =>
  findings.filter(({ state }) => state === 'lost').map(({ field }) => field);

/** How a page is laid out, without anything of what it shows of a shop. */
export interface Layout {
  tables: number;
  rows: number;
  /** The words over its columns, which are the platform's; those with a digit or an address may not be. */
  headers: string[];
}

const LONGEST_HEADER = 40;
const MOST_HEADERS = 60;

/** What of a page's layout helps to mend the site map. */
export function layoutOf(root: Element): Layout {
  const words = [...root.querySelectorAll('thead th')]
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !/[\p{Number}@]/u.test(text))
    .map((text) => text.slice(0, LONGEST_HEADER));
  return {
    tables: root.querySelectorAll('table').length,
    rows: [...root.querySelectorAll('tr')].filter(isFilled).length,
    headers: [...new Set(words)].slice(0, MOST_HEADERS),
  };
}

/** An address without its query, and without what in its path may be an ID or a name: all that is in no known address. */
export function plainAddress({ hostname, pathname }: URL): string {
  const path = pathname
    .split('/')
    .map((segment) => (segment === '' || isInKnownPath(segment) ? segment : '…'))
    .join('/');
  return `${hostname}${path}`;
}

/** What was found on a page at its last look, without anything of what it shows of a shop. */
export interface PageHealth {
  page: PageKind;
  /** Without query and IDs. */
  address: string;
  findings: Finding[];
  layout: Layout;
}

/** The health of a page; nothing where nothing is read from its kind. */
export function pageHealthOf(
  root: Element,
  page: PageKind,
  url: URL,
  siteMap: SiteMap,
): PageHealth | undefined {
  const findings = healthOf(root, page, siteMap);
  return findings.length > 0
    ? { page, address: plainAddress(url), findings, layout: layoutOf(root) }
    : undefined;
}
