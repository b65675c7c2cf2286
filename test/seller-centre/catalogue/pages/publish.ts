import { type Country, countryOf, destinationsOf } from '../countries.ts';
import { centsOf, decimalOf } from '../money.ts';
import { createRandom, type Random } from '../random.ts';
import { type Standing, standingOf } from '../standing.ts';
import { STANDIN_NOW, stampOf } from '../time.ts';
import type { CatalogueOptions, Product } from '../types.ts';
import { categoryRuleOf } from './categories.ts';
import { listingOf } from './find.ts';

export interface Qualification {
  readonly name: string;
  readonly required: boolean;
  readonly uploaded: boolean;
  /** `2027-03-01`, on certificates and reports that were uploaded. */
  readonly validUntil: string | undefined;
}

export interface SkuRow {
  readonly spec: string;
  readonly skuCode: string;
  /** The retail price and the worth of the goods, in CNY as decimal text. */
  readonly price: string;
  readonly cargoPrice: string | undefined;
  readonly stock: number;
}

/** What the form holds when it opens. What is undefined is empty on the page, or not on it. */
export interface PublishPage {
  readonly productId: string | undefined;
  readonly title: string;
  readonly picture: Product['picture'] | undefined;
  readonly category: string | undefined;
  readonly brand: string | undefined;
  readonly origin: string | undefined;
  readonly chemical: string | undefined;
  readonly customs: string | undefined;
  readonly qualifications: readonly Qualification[];
  /** The name of the one that is associated. */
  readonly euResponsible: string | undefined;
  readonly manufacturer: string | undefined;
  readonly skus: readonly SkuRow[];
  /** Undefined where regional pricing is off. */
  readonly regionalPrices: readonly { country: Country; price: string }[] | undefined;
  readonly shippingTemplate: string | undefined;
  readonly destinations: readonly Country[];
  readonly dispatchDays: number | undefined;
  /** In kg, as decimal text. */
  readonly packageWeight: string | undefined;
  /** In cm: length, width, height. */
  readonly packageSize: readonly [number, number, number] | undefined;
}

export const BRANDS = ['NONE(NONE)', 'LUMORA(Lumora)', 'CHENYU(晨屿)', 'QINGHE(青禾)'] as const;
export const ORIGINS = ['中国大陆(Origin)(Mainland China)', '越南(Origin)(Vietnam)'] as const;
export const CHEMICALS = ['无(None)', '含有(Yes)'] as const;
export const EU_RESPONSIBLES = [
  'Example EU Rep GmbH',
  'Musterhaus Compliance B.V.',
  'Ejemplo Representante S.L.',
] as const;
export const MANUFACTURERS = ['宁波示例制造有限公司', '东莞样板电子厂', '义乌虚构服饰有限公司'] as const;

const CNY_PER_USD = 7;
const DAY = 24 * 60 * 60_000;
const COLOURS = ['白色', '黑色', '灰色', '蓝色', '粉色', '军绿色'];
const REGIONS = ['ES', 'FR', 'BR', 'US'];
/** How many of a hundred fields are filled in, by the store's standing. */
const FILLED: Record<Standing, number> = { ready: 1, gaps: 0.6, bare: 0.12 };

export const NEW_LISTING: PublishPage = {
  productId: undefined,
  title: '',
  picture: undefined,
  category: undefined,
  brand: undefined,
  origin: undefined,
  chemical: undefined,
  customs: undefined,
  qualifications: [],
  euResponsible: undefined,
  manufacturer: undefined,
  skus: [],
  regionalPrices: undefined,
  shippingTemplate: undefined,
  destinations: [],
  dispatchDays: undefined,
  packageWeight: undefined,
  packageSize: undefined,
};

/** The publish page of a listing; the empty form of a new one where no ID is given. */
export function publishPage(
  channelId: string | null,
  productId: string | null,
  options: CatalogueOptions = {},
): PublishPage {
  if (!productId) return NEW_LISTING;
  const product = listingOf(channelId, productId, options);
  const random = createRandom(Number(product.productId.slice(-9)));
  const share = FILLED[standingOf(channelId)];
  const filled = <Value>(value: Value): Value | undefined => (random.chance(share) ? value : undefined);
  const skus = skusOf(product, filled);
  return {
    productId: product.productId,
    title: product.title,
    picture: product.picture,
    category: categoryRuleOf(product.picture.kind).path,
    brand: filled(random.pick(BRANDS)),
    origin: filled(random.chance(0.9) ? ORIGINS[0] : ORIGINS[1]),
    chemical: filled(CHEMICALS[0]),
    customs: filled('普通货物'),
    qualifications: qualificationsOf(product, share, random),
    euResponsible: filled(random.pick(EU_RESPONSIBLES)),
    manufacturer: filled(random.pick(MANUFACTURERS)),
    skus,
    regionalPrices: random.chance(0.35) ? regionalPricesOf(skus[0]?.price ?? '0.00') : undefined,
    shippingTemplate: product.shippingTemplate,
    destinations: destinationsOf(product.shippingTemplate),
    dispatchDays: random.whole(1, 7),
    packageWeight: filled(decimalOf(random.whole(5, 260))),
    packageSize: filled([random.whole(8, 40), random.whole(6, 30), random.whole(2, 20)]),
  };
}

function qualificationsOf(product: Product, share: number, random: Random): readonly Qualification[] {
  const rule = categoryRuleOf(product.picture.kind);
  return rule.qualifications.map((name, index) => {
    const uploaded = random.chance(share);
    const days = random.whole(-10, 900);
    const expires = uploaded && /证书|报告/.test(name);
    return {
      name,
      required: index < rule.required,
      uploaded,
      validUntil: expires ? stampOf(STANDIN_NOW + days * DAY).slice(0, 10) : undefined,
    };
  });
}

function skusOf(product: Product, filled: (text: string) => string | undefined): readonly SkuRow[] {
  const count = Math.min(product.skuCount, COLOURS.length);
  const rate = product.currency === 'USD' ? CNY_PER_USD : 1;
  const low = centsOf(product.minPrice) * rate;
  const high = centsOf(product.maxPrice) * rate;
  return Array.from({ length: count }, (_, index) => {
    const cents = count > 1 ? low + Math.floor(((high - low) * index) / (count - 1)) : low;
    return {
      spec: COLOURS[index] ?? '标准',
      skuCode: `${product.picture.kind.slice(0, 2).toUpperCase()}-${product.productId.slice(-5)}-${index + 1}`,
      price: decimalOf(cents),
      cargoPrice: filled(decimalOf(Math.floor((cents * 45) / 100))),
      stock: Math.floor(product.stock / count),
    };
  });
}

function regionalPricesOf(price: string): NonNullable<PublishPage['regionalPrices']> {
  return REGIONS.map((code, index) => ({
    country: countryOf(code),
    price: decimalOf(Math.floor((centsOf(price) * (104 + index * 7)) / 100)),
  }));
}
