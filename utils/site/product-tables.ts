import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { columnsOf } from './headers.ts';

type ProductListMap = SiteMap['productList'];

const namesProduct = (header: string, { titleHeader, productIdHeader }: ProductListMap): boolean =>
  [...titleHeader.strategies, ...productIdHeader.strategies].some((words) => whole(words).test(header));

/** Whether the header of some table says that products are listed in it. */
export const hasProductHeader = (document: Document, map: ProductListMap): boolean =>
  [...document.getElementsByTagName('th')].some(({ textContent }) =>
    namesProduct((textContent ?? '').trim(), map),
  );

/** Whether a row stands in a table whose header says nothing of products. */
export function isUnderOtherHeader(row: Element, map: ProductListMap): boolean {
  const columns = columnsOf(row);
  return columns.length > 0 && !columns.some((column) => namesProduct(column, map));
}
