import { centsOf } from './money.ts';
import type { ListingStatus, Product, Quality } from './types.ts';

export type SortKey = 'price' | 'stock' | 'sales' | 'editedAt';

/** What the list is asked for: a tab, the filters, the sort, the page. */
export interface ListQuery {
  readonly status: ListingStatus;
  readonly productId?: string;
  readonly words?: string;
  readonly group?: string;
  readonly quality?: Quality;
  readonly shippingTemplate?: string;
  readonly sort?: { readonly key: SortKey; readonly order: 'ascend' | 'descend' };
  readonly page: number;
  readonly pageSize: number;
}

const SORT_VALUE: Record<SortKey, (product: Product) => number> = {
  price: (product) => centsOf(product.minPrice),
  stock: (product) => product.stock,
  sales: (product) => product.sales,
  editedAt: (product) => Date.parse(`${product.editedAt.replace(' ', 'T')}Z`),
};

function matches(product: Product, query: ListQuery): boolean {
  return (
    product.status === query.status &&
    (!query.productId || product.productId === query.productId) &&
    (!query.words || product.title.toLowerCase().includes(query.words.toLowerCase())) &&
    (!query.group || product.group === query.group) &&
    (!query.quality || product.quality === query.quality) &&
    (!query.shippingTemplate || product.shippingTemplate === query.shippingTemplate)
  );
}

/** The rows that the list shows for a query, in order, and how many there are over all pages. */
export function browse(
  products: readonly Product[],
  query: ListQuery,
): { rows: readonly Product[]; total: number } {
  const found = products.filter((product) => matches(product, query));
  const { sort } = query;
  if (sort) {
    const sign = sort.order === 'ascend' ? 1 : -1;
    const value = SORT_VALUE[sort.key];
    found.sort((left, right) => sign * (value(left) - value(right)));
  }
  const start = (query.page - 1) * query.pageSize;
  return { rows: found.slice(start, start + query.pageSize), total: found.length };
}
