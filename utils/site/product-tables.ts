import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { columnsOf } from './headers.ts';
import { isFilled } from './health.ts';
import { traceProductRow } from './product-row.ts';

type ProductListMap = SiteMap['productList'];

const namesProduct = (header: string, { titleHeader, productIdHeader }: ProductListMap): boolean =>
  [...titleHeader.strategies, ...productIdHeader.strategies].some((words) => whole(words).test(header));

/** The cell that was found last: to look through a page of thousands of rows takes long. */
const found = new WeakMap<Document, Element>();

/** Whether the header of some table says that products are listed in it. */
export function hasProductHeader(document: Document, map: ProductListMap): boolean {
  const isOne = ({ textContent }: Element): boolean => namesProduct((textContent ?? '').trim(), map);
  const known = found.get(document);
  if (known?.isConnected && isOne(known)) return true;
  const header = [...document.getElementsByTagName('th')].find(isOne);
  if (header) found.set(document, header);
  return header !== undefined;
}

const asked = new WeakMap<ProductListMap, WeakMap<readonly string[], boolean>>();

/** Whether a row stands in a table whose header says nothing of products; asked once of each header. */
export function isUnderOtherHeader(row: Element, map: ProductListMap): boolean {
  const columns = columnsOf(row);
  const headers = asked.get(map) ?? new WeakMap<readonly string[], boolean>();
  const isOther =
    headers.get(columns) ?? (columns.length > 0 && !columns.some((column) => namesProduct(column, map)));
  asked.set(map, headers.set(columns, isOther));
  return isOther;
}

/** Whether a row that could not be read may be a product's all the same: it is a table's, or something in it is like an ID. */
export const isInDoubt = (row: Element, map: ProductListMap): boolean =>
  isFilled(row) &&
  !isUnderOtherHeader(row, map) &&
  (row.localName === 'tr' || traceProductRow(row, map).productId.by !== undefined);
