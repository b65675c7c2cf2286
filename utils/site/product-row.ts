import type { ProductFacts } from '../rules/facts.ts';
import type { SiteMap } from '../rules/site-map.ts';
import { expression } from './expression.ts';
import { columnUnder } from './headers.ts';
import { tracesOf } from './labelled.ts';
import { PRODUCT_ID } from './pages.ts';
import { shownText, textRuns } from './text-runs.ts';
import { NOTHING, type Strategy, strategy, type Trace } from './trace.ts';

/** What a row of the product list shows of its product; what was not found is absent. */
export interface ProductRow {
  productId: string;
  price?: ({ text: string } & NonNullable<ProductFacts['price']>) | undefined;
}

/** A product's row as it stands in the page. */
export interface ProductRowReading {
  product: ProductRow;
  /** The name as the page shows it: hostile text, never more than text. */
  title: string;
  /** The cell that holds the name and the ID. */
  cell: Element;
}

type ProductListMap = SiteMap['productList'];

interface Matches {
  /** The place of the strategy. */
  place: number;
  values: string[];
}

/** The values that the first strategy finds which finds any, in the order of the runs, each once. */
function matches(runs: readonly string[], strategies: readonly string[]): Matches | undefined {
  for (const [place, pattern] of strategies.entries()) {
    const found = runs.flatMap((run) => expression(pattern).exec(run)?.[1] ?? []);
    if (found.length > 0) return { place, values: [...new Set(found)] };
  }
  return undefined;
}

const NUMBER = String.raw`((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,4})?)`;
const AMOUNT = new RegExp(`^([A-Z]{3})\\s*${NUMBER}(?:\\s*[-–~]\\s*(?:\\1\\s*)?${NUMBER})?$`);

/** `USD 3.63` or `USD 3.63 - 5.20`, to exact decimals. */
export function parsePrice(text: string): ProductRow['price'] {
  const [, currency, first, last = first] = AMOUNT.exec(text) ?? [];
  if (!currency || !first || !last) return undefined;
  const plain = (amount: string): string => amount.replaceAll(',', '');
  return { text, currency, lowest: plain(first), highest: plain(last) };
}

/**
 * The price under the header that names it, or behind its name in the row. Any other amount may be any other's, and
 * of two that differ none is read.
 */
function tracePrice(row: Element, { price, priceHeader }: ProductListMap): Trace {
  const under = cellUnder(row, priceHeader);
  const traces = under ? [priceUnder(under, price)] : pricesLabelled(row, price, priceHeader);
  const values = [...new Set(traces.flatMap(({ value }) => value ?? []))];
  const [text, ...others] = values;
  const isOne = text !== undefined && others.length === 0 && parsePrice(text) !== undefined;
  return {
    by: traces[0]?.by,
    value: isOne ? text : undefined,
    instead: text ?? traces[0]?.instead,
  };
}

/** What stands under the price's header; two prices there are none. */
function priceUnder({ cell, by }: UnderHeader, { strategies }: ProductListMap['price']): Trace {
  const [text, ...others] = matches(textRuns(cell), strategies)?.values ?? [];
  const shown = (cell.textContent ?? '').trim();
  return { by, value: others.length === 0 ? text : undefined, instead: shown };
}

const pricesLabelled = (
  row: Element,
  { strategies }: ProductListMap['price'],
  header: ProductListMap['priceHeader'],
): Trace[] => strategies.flatMap((value) => [...tracesOf(row, { labels: header.strategies, value })]);

/** A name may itself look like an ID: then only the row's own key, where it is one, tells which is the product's. */
function productIdIn(candidates: readonly string[], rowKey: string | null): string | undefined {
  if (rowKey && /^\d{8,20}$/.test(rowKey)) return candidates.includes(rowKey) ? rowKey : undefined;
  return candidates.length === 1 ? candidates[0] : undefined;
}

interface Cells {
  by: Strategy | undefined;
  cells: Element[];
}

function cellsOf(row: Element, { strategies }: ProductListMap['cell']): Cells {
  const place = strategies.findIndex((selector) =>
    [...row.children].some((child) => child.matches(selector)),
  );
  const selector = strategies[place];
  if (selector === undefined) return { by: undefined, cells: [] };
  const cells = [...row.children].filter((child) => child.matches(selector));
  return { by: strategy('selector', place), cells };
}

/** What finds the cells of a row. */
export const cellStrategy = (row: Element, map: ProductListMap): Strategy | undefined =>
  cellsOf(row, map.cell).by;

/** Where a cell's content stands. */
export function contentOf(cell: Element, { content }: ProductListMap): Element {
  const selector = content.strategies.find((strategy) => cell.querySelector(`:scope > ${strategy}`));
  return (selector && cell.querySelector(`:scope > ${selector}`)) || cell;
}

interface UnderHeader {
  cell: Element;
  by: Strategy;
}

/** The cell of a row under the one header with the given words. */
function cellUnder(row: Element, { strategies }: ProductListMap['titleHeader']): UnderHeader | undefined {
  const column = columnUnder(row, strategies);
  const cell = column && row.children[column.index];
  return cell && { cell, by: strategy('column', column.place) };
}

interface Identity {
  productId: Trace;
  title: Trace;
  /** The cell that names the product, else the one that holds its ID. */
  cell: Element | undefined;
}

function titleIn(cell: Element, by: Strategy): Trace {
  const [title = ''] = textRuns(cell);
  return { by, value: title || undefined, instead: title };
}

/** The ID where it stands alone in a column of its own: then no other text of the row is taken for one. */
function identityByHeader(row: Element, idCell: UnderHeader, map: ProductListMap): Identity {
  const text = shownText(idCell.cell);
  const named = cellUnder(row, map.titleHeader);
  return {
    productId: { by: idCell.by, value: PRODUCT_ID.test(text) ? text : undefined, instead: text },
    title: named ? titleIn(named.cell, named.by) : NOTHING,
    cell: named?.cell ?? idCell.cell,
  };
}

interface FoundId {
  by: Strategy;
  id: string;
  /** Nothing stands before its words, which could make it another thing's: `类目ID`. */
  isPlain: boolean;
}

/** By the patterns of its text, else behind the words that elsewhere head its column. */
const waysToId = ({ productId, productIdHeader }: ProductListMap): ((cell: Element) => FoundId[])[] => [
  ...productId.strategies.map((pattern, place) => (cell: Element) => {
    const by = strategy('pattern', place);
    return textRuns(cell).flatMap((run) => {
      const [said, id] = expression(pattern).exec(run) ?? [];
      return id === undefined ? [] : [{ by, id, isPlain: said === run }];
    });
  }),
  (cell) =>
    [...tracesOf(cell, { labels: productIdHeader.strategies, value: PRODUCT_ID.source })].flatMap(
      ({ by, value }) => (by && value !== undefined ? [{ by, id: value, isPlain: true }] : []),
    ),
];

/**
 * The ID where it stands beside the name, behind words of its own. Where no header tells the name's column, an ID in
 * two cells may be anything's.
 */
function identityByPattern(row: Element, map: ProductListMap): Identity {
  const named = cellUnder(row, map.titleHeader);
  const cells = named ? [named.cell] : cellsOf(row, map.cell).cells;
  for (const idsIn of waysToId(map)) {
    const found = cells.flatMap((cell) => {
      const [first, ...more] = idsIn(cell);
      return first ? [{ ...first, cell, ids: [...new Set([first, ...more].map(({ id }) => id))] }] : [];
    });
    const [first, ...others] = found;
    if (!first) continue;
    const rowKey = row.getAttribute('data-row-key');
    const own = productIdIn(first.ids, rowKey);
    const isProven = first.isPlain || own === rowKey;
    const value = others.length === 0 && isProven ? own : undefined;
    return {
      productId: { by: first.by, value, instead: first.ids[0] },
      title: titleIn(first.cell, named?.by ?? strategy('text', 0)),
      cell: first.cell,
    };
  }
  return { productId: NOTHING, title: NOTHING, cell: undefined };
}

/** How each part of a row was looked for. */
export interface ProductRowTrace {
  productId: Trace;
  title: Trace;
  price: Trace;
  /** Absent where the row is not a product's, or it is in doubt whose. */
  reading: ProductRowReading | undefined;
}

/**
 * Looks through a row by the words of its header and the patterns of its text. A row of which it is in doubt whose
 * product it shows is not read at all: better no strip than one on the wrong product.
 */
export function traceProductRow(row: Element, map: ProductListMap): ProductRowTrace {
  const idCell = cellUnder(row, map.productIdHeader);
  const { cell, ...identity } = idCell ? identityByHeader(row, idCell, map) : identityByPattern(row, map);
  const traces = { ...identity, price: tracePrice(row, map) };
  const productId = identity.productId.value;
  if (!cell || productId === undefined) return { ...traces, reading: undefined };
  const price = traces.price.value === undefined ? undefined : parsePrice(traces.price.value);
  const reading = {
    product: { productId, ...(price && { price }) },
    title: identity.title.value ?? '',
    cell: contentOf(cell, map),
  };
  return { ...traces, reading };
}

/** Reads a row. @returns undefined where the row is not a product's, or it is in doubt whose */
export const readProductRow = (row: Element, map: ProductListMap): ProductRowReading | undefined =>
  traceProductRow(row, map).reading;
