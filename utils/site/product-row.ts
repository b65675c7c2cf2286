import type { ProductFacts } from '../rules/facts.ts';
import type { SiteMap } from '../rules/pack.ts';
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

const compiled = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'u');
  compiled.set(pattern, known);
  return known;
}

/** The value of the last run that a strategy finds: the ID stands after the name, which may look like an ID. */
function lastMatch(runs: readonly string[], strategies: readonly string[]): string | undefined {
  for (const strategy of strategies) {
    const found = runs.findLast((run) => expression(strategy).test(run));
    if (found !== undefined) return expression(strategy).exec(found)?.[1];
  }
  return undefined;
}

const AMOUNT = /^([A-Z]{3})\s*([\d,]+(?:\.\d+)?)(?:\s*[-–~]\s*(?:[A-Z]{3}\s*)?([\d,]+(?:\.\d+)?))?$/;

/** `USD 3.63` or `USD 3.63 - 5.20`, to exact decimals. */
export function parsePrice(text: string): ProductRow['price'] {
  const [, currency, first, last = first] = AMOUNT.exec(text) ?? [];
  if (!currency || !first || !last) return undefined;
  const plain = (amount: string): string => amount.replaceAll(',', '');
  return { text, currency, lowest: plain(first), highest: plain(last) };
}

/** Two cells with different prices: which is the product's own is not known, so none is read. */
function priceIn(cells: readonly string[][], strategies: readonly string[]): ProductRow['price'] {
  const found = new Set(cells.flatMap((runs) => lastMatch(runs, strategies) ?? []));
  const [text] = found;
  return found.size === 1 && text !== undefined ? parsePrice(text) : undefined;
}

const cellsOf = (row: Element, { strategies }: ProductListMap['cell']): Element[] => {
  const selector = strategies.find((strategy) => [...row.children].some((child) => child.matches(strategy)));
  return selector ? [...row.children].filter((child) => child.matches(selector)) : [];
};

/**
 * Reads a row by the patterns of its text. A row whose own key is another product's ID is not read at all:
 * better no strip than one on the wrong product.
 * @returns undefined where the row is not a product's
 */
export function readProductRow(row: Element, map: ProductListMap): ProductRowReading | undefined {
  const cells = cellsOf(row, map.cell).map((cell) => ({ cell, runs: textRuns(cell) }));
  const own = cells.find(({ runs }) => lastMatch(runs, map.productId.strategies));
  const productId = own && lastMatch(own.runs, map.productId.strategies);
  if (!own || !productId) return undefined;
  const rowKey = row.getAttribute('data-row-key');
  if (rowKey && /^\d{8,20}$/.test(rowKey) && rowKey !== productId) return undefined;
  const others = cells.filter((entry) => entry !== own).map(({ runs }) => runs);
  const price = priceIn(others, map.price.strategies);
  return { product: { productId, ...(price && { price }) }, title: own.runs[0] ?? '', cell: own.cell };
}
