import type { ProductFacts } from '../rules/facts.ts';
import type { SiteMap } from '../rules/pack.ts';
import { expression, whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { PRODUCT_ID } from './pages.ts';
import { textRuns } from './text-runs.ts';
import { type Strategy, strategy, type Trace } from './trace.ts';

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

/** Two cells with different prices: which is the product's own is not known, so none is read. */
function tracePrice(cells: readonly string[][], strategies: readonly string[]): Trace {
  const found = cells.flatMap((runs) => matches(runs, strategies) ?? []);
  const [text, ...others] = new Set(found.flatMap(({ values }) => values));
  const isOne = text !== undefined && others.length === 0 && parsePrice(text) !== undefined;
  return {
    by: found[0] && strategy('pattern', found[0].place),
    value: isOne ? text : undefined,
    instead: text,
  };
}

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

/** Where a cell's content stands. */
function contentOf(cell: Element, { content }: ProductListMap): Element {
  const selector = content.strategies.find((strategy) => cell.querySelector(`:scope > ${strategy}`));
  return (selector && cell.querySelector(`:scope > ${selector}`)) || cell;
}

interface UnderHeader {
  cell: Element;
  by: Strategy;
}

/** The cell of a row under a header with the given words. */
function cellUnder(row: Element, { strategies }: ProductListMap['titleHeader']): UnderHeader | undefined {
  const columns = columnsOf(row);
  const saying = (column: string): number => strategies.findIndex((header) => whole(header).test(column));
  const index = columns.findIndex((column) => saying(column) >= 0);
  const cell = row.children[index];
  return cell && { cell, by: strategy('column', saying(columns[index] ?? '')) };
}

interface Identity {
  productId: Trace;
  /** What led to the name. */
  titleBy: Strategy | undefined;
  /** The cell that names the product. */
  cell: Element | undefined;
}

/** The ID where it stands alone in a column of its own: then no other text of the row is taken for one. */
function identityByHeader(row: Element, idCell: UnderHeader, map: ProductListMap): Identity {
  const text = idCell.cell.textContent?.trim() ?? '';
  const name = cellUnder(row, map.titleHeader);
  const value = PRODUCT_ID.test(text) ? text : undefined;
  return { productId: { by: idCell.by, value, instead: text }, titleBy: name?.by, cell: name?.cell };
}

/** The ID where it stands beside the name, behind words of its own. */
function identityByPattern(row: Element, cells: readonly Element[], map: ProductListMap): Identity {
  for (const cell of cells) {
    const ids = matches(textRuns(cell), map.productId.strategies);
    if (!ids) continue;
    const value = productIdIn(ids.values, row.getAttribute('data-row-key'));
    const productId = { by: strategy('pattern', ids.place), value, instead: ids.values[0] };
    return { productId, titleBy: strategy('text', 0), cell };
  }
  return {
    productId: { by: undefined, value: undefined, instead: undefined },
    titleBy: undefined,
    cell: undefined,
  };
}

/** How each part of a row was looked for. */
export interface ProductRowTrace {
  cell: Strategy | undefined;
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
  const { by, cells } = cellsOf(row, map.cell);
  const idCell = cellUnder(row, map.productIdHeader);
  const { productId, titleBy, cell } = idCell
    ? identityByHeader(row, idCell, map)
    : identityByPattern(row, cells, map);
  const others = cells.filter((entry) => entry !== cell);
  const price = tracePrice(others.map(textRuns), map.price.strategies);
  const title = cell && (textRuns(cell)[0] ?? '');
  const read = price.value === undefined ? undefined : parsePrice(price.value);
  return {
    cell: by,
    productId,
    title: { by: titleBy, value: title || undefined, instead: title },
    price,
    reading:
      cell && productId.value !== undefined
        ? {
            product: { productId: productId.value, ...(read && { price: read }) },
            title: title ?? '',
            cell: contentOf(cell, map),
          }
        : undefined,
  };
}

/** Reads a row. @returns undefined where the row is not a product's, or it is in doubt whose */
export const readProductRow = (row: Element, map: ProductListMap): ProductRowReading | undefined =>
  traceProductRow(row, map).reading;
