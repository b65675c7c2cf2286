import { products } from '../../catalogue.ts';
import { decimalOf } from '../money.ts';
import { type SemiManagedMark, semiManagedMarkOf } from '../standing.ts';
import type { CatalogueOptions, Product } from '../types.ts';
import { categoryRuleOf } from './categories.ts';

export interface RankRow {
  readonly rank: number;
  readonly productId: string;
  readonly title: string;
  readonly picture: Product['picture'];
  readonly category: string;
  readonly mark: SemiManagedMark | undefined;
  /** `USD 10.00` */
  readonly minPrice: string;
  /** `USD 1,284.50` */
  readonly paid: string;
  /** `4,102` */
  readonly visitors: string;
  readonly buyers: number;
  readonly firstOnline: string;
}

const ROWS = 40;

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 生意参谋 商品排行: the listings that sold most in 30 days. */
export function rankPage(channelId: string | null, options: CatalogueOptions = {}): readonly RankRow[] {
  return products(channelId, options)
    .filter((product) => product.status === 'onSelling')
    .sort((left, right) => right.sales - left.sales || right.views - left.views)
    .slice(0, ROWS)
    .map((product, index) => rowOf(product, index + 1));
}

function rowOf(product: Product, rank: number): RankRow {
  const cents = Math.round(Number(product.minPrice) * 100) * product.sales;
  const [whole = '0', part = '00'] = decimalOf(cents).split('.');
  return {
    rank,
    productId: product.productId,
    title: product.title,
    picture: product.picture,
    category: categoryRuleOf(product.picture.kind).path,
    mark: semiManagedMarkOf(product),
    minPrice: `${product.currency} ${product.minPrice}`,
    paid: `${product.currency} ${grouped(Number(whole))}.${part}`,
    visitors: grouped(product.views),
    buyers: Math.ceil(product.sales * 0.9),
    firstOnline: product.createdAt.slice(0, 10),
  };
}
