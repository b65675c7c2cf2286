import { type Country, countriesOf } from '../countries.ts';
import { centsOf, decimalOf } from '../money.ts';
import { type SemiManagedMark, type Standing, semiManagedMarkOf, standingOf } from '../standing.ts';
import type { CatalogueOptions, Product } from '../types.ts';
import { listingOf } from './find.ts';

export type StepState = '已完成' | '进行中' | '未完成';

export interface ReadinessStep {
  readonly name: string;
  readonly state: StepState;
}

/** The page on which a listing joins 半托管, and what the store has done for it. */
export interface SemiJoinPage {
  readonly productId: string;
  readonly title: string;
  readonly picture: Product['picture'];
  readonly mark: SemiManagedMark | undefined;
  readonly steps: readonly ReadinessStep[];
  readonly warehouses: readonly string[];
  /** The JIT warehouse that the store has chosen, once and for all. */
  readonly warehouse: string | undefined;
  readonly countries: readonly { country: Country; sellable: boolean }[];
  /** In kg, as decimal text; the store fills it in. */
  readonly weight: string | undefined;
  /** The price without the logistics fee, `USD 3.63`. */
  readonly basePrice: string;
}

export const JIT_WAREHOUSES = ['东莞JIT仓', '义乌JIT仓', '杭州JIT仓', '深圳JIT仓'] as const;

const STEPS = ['半托管协议签署', '入驻供应链管理系统', '设置退发货地址', 'JIT考试'] as const;
const STATES: Record<Standing, readonly StepState[]> = {
  ready: ['已完成', '已完成', '已完成', '已完成'],
  gaps: ['已完成', '进行中', '已完成', '未完成'],
  bare: ['未完成', '未完成', '未完成', '未完成'],
};
const JOINED = 'ES FR PL DE IT NL BE PT GB US CA MX BR CL AU NZ IL';
const NOT_SELLABLE: Record<Standing, readonly string[]> = {
  ready: ['NZ'],
  gaps: ['GB', 'BR', 'MX', 'AU'],
  bare: [],
};

export function semiJoinPage(
  channelId: string | null,
  productId: string | null,
  options: CatalogueOptions = {},
): SemiJoinPage {
  const product = listingOf(channelId, productId, options);
  const standing = standingOf(channelId);
  const blocked = NOT_SELLABLE[standing];
  return {
    productId: product.productId,
    title: product.title,
    picture: product.picture,
    mark: semiManagedMarkOf(product),
    steps: STEPS.map((name, index) => ({ name, state: STATES[standing][index] ?? '未完成' })),
    warehouses: JIT_WAREHOUSES,
    warehouse: standing === 'ready' ? JIT_WAREHOUSES[1] : undefined,
    countries: countriesOf(JOINED).map((country) => ({ country, sellable: !blocked.includes(country.code) })),
    weight: standing === 'ready' ? decimalOf(20 + (Number(product.productId.slice(-3)) % 180)) : undefined,
    basePrice: `${product.currency} ${product.minPrice}`,
  };
}

/** The page's own estimate for a package of so many kg, for each country where the listing may be sold: `USD 4.60`. */
export function freightEstimates(
  page: SemiJoinPage,
  weight: string,
): readonly { country: Country; fee: string }[] {
  const grams = centsOf(Number(weight).toFixed(2)) * 10;
  return page.countries
    .filter(({ sellable }) => sellable)
    .map(({ country }, index) => ({
      country,
      fee: `USD ${decimalOf(120 + (index % 6) * 35 + Math.ceil((grams * (5 + (index % 4))) / 10))}`,
    }));
}
