import type { ProductFacts } from '../rules/facts.ts';
import type { SiteMap } from '../rules/pack.ts';
import { expression, whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { valuesLabelled } from './labelled.ts';
import { PRODUCT_ID } from './pages.ts';
import { textRuns } from './text-runs.ts';

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

/** The values that the first strategy finds which finds any, in the order of the runs, each once. */
function matches(runs: readonly string[], strategies: readonly string[]): string[] {
  for (const strategy of strategies) {
    const found = runs.flatMap((run) => expression(strategy).exec(run)?.[1] ?? []);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
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
function priceOf(row: Element, { price, priceHeader }: ProductListMap): ProductRow['price'] {
  const cell = cellUnder(row, priceHeader);
  const texts = cell
    ? matches(textRuns(cell), price.strategies)
    : price.strategies.flatMap((value) => [
        ...valuesLabelled(row, { labels: priceHeader.strategies, value }),
      ]);
  const [text, ...more] = new Set(texts);
  return text !== undefined && more.length === 0 ? parsePrice(text) : undefined;
}

/** A name may itself look like an ID: then only the row's own key, where it is one, tells which is the product's. */
function productIdIn(candidates: readonly string[], rowKey: string | null): string | undefined {
  if (rowKey && /^\d{8,20}$/.test(rowKey)) return candidates.includes(rowKey) ? rowKey : undefined;
  return candidates.length === 1 ? candidates[0] : undefined;
}

const cellsOf = (row: Element, { strategies }: ProductListMap['cell']): Element[] => {
  const selector = strategies.find((strategy) => [...row.children].some((child) => child.matches(strategy)));
  return selector ? [...row.children].filter((child) => child.matches(selector)) : [];
};

/** Where a cell's content stands. */
export function contentOf(cell: Element, { content }: ProductListMap): Element {
  const selector = content.strategies.find((strategy) => cell.querySelector(`:scope > ${strategy}`));
  return (selector && cell.querySelector(`:scope > ${selector}`)) || cell;
}

/** The cell of a row under the one header with the given words. */
function cellUnder(row: Element, { strategies }: ProductListMap['titleHeader']): Element | undefined {
  const named = columnsOf(row).flatMap((column, index) =>
    strategies.some((header) => whole(header).test(column)) ? [index] : [],
  );
  const [index = -1, ...others] = named;
  return others.length === 0 ? row.children[index] : undefined;
}

interface Identity {
  productId: string;
  /** The cell that names the product, else the one that holds its ID. */
  cell: Element;
  title: string;
}

const titleIn = (cell: Element): string => textRuns(cell)[0] ?? '';

/** The ID where it stands alone in a column of its own: then no other text of the row is taken for one. */
function identityByHeader(row: Element, idCell: Element, map: ProductListMap): Identity | undefined {
  const productId = idCell.textContent?.trim() ?? '';
  const named = cellUnder(row, map.titleHeader);
  if (!PRODUCT_ID.test(productId)) return undefined;
  return { productId, cell: named ?? idCell, title: named ? titleIn(named) : '' };
}

/** By the patterns of its text, else behind the words that elsewhere head its column. */
const waysToId = ({ productId, productIdHeader }: ProductListMap): ((cell: Element) => string[])[] => [
  ...productId.strategies.map((strategy) => (cell: Element) => matches(textRuns(cell), [strategy])),
  (cell) => [...valuesLabelled(cell, { labels: productIdHeader.strategies, value: PRODUCT_ID.source })],
];

/**
 * The ID where it stands beside the name, behind words of its own. Where no header tells the name's column, an ID in
 * two cells may be anything's.
 */
function identityByPattern(row: Element, map: ProductListMap): Identity | undefined {
  const named = cellUnder(row, map.titleHeader);
  const cells = named ? [named] : cellsOf(row, map.cell);
  for (const idsIn of waysToId(map)) {
    const found = cells.flatMap((cell) => {
      const ids = idsIn(cell);
      return ids.length > 0 ? [{ cell, ids }] : [];
    });
    const [first, ...others] = found;
    if (!first) continue;
    const productId = productIdIn(first.ids, row.getAttribute('data-row-key'));
    const { cell } = first;
    return productId && others.length === 0 ? { productId, cell, title: titleIn(cell) } : undefined;
  }
  return undefined;
}

/**
 * Reads a row by the words of its header and the patterns of its text. A row of which it is in doubt whose product
 * it shows is not read at all: better no strip than one on the wrong product.
 * @returns undefined where the row is not a product's
 */
export function readProductRow(row: Element, map: ProductListMap): ProductRowReading | undefined {
  const idCell = cellUnder(row, map.productIdHeader);
  const identity = idCell ? identityByHeader(row, idCell, map) : identityByPattern(row, map);
  if (!identity) return undefined;
  const { productId, cell, title } = identity;
  const price = priceOf(row, map);
  return {
    product: { productId, ...(price && { price }) },
    title,
    cell: contentOf(cell, map),
  };
}
