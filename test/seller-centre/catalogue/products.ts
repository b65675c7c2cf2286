import { type Goods, goodsOf } from './goods.ts';
import { decimalOf } from './money.ts';
import { createRandom, type Random } from './random.ts';
import { minutesAgo, stampOf } from './time.ts';
import { titleOf } from './titles.ts';
import type { ListingStatus, Product, Promotion, Store } from './types.ts';

const CNY_PER_USD = 7;
const DAY = 24 * 60;
/** Few colours, so that a page of 500 rows holds some dozens of pictures, not hundreds. */
const HUE_STEP = 30;
const TEMPLATES = [
  '标准物流-全球包邮',
  '欧美专线模板',
  'Choice 模板',
  'Shipping Template for New Sellers',
  '菜鸟无忧-标准',
] as const;
const PROMOTIONS = [
  '11.11 全球狂欢',
  'Brand Day 满减',
  '店铺满立减',
  '秋季上新限时折扣',
  'Super Deals 专场',
] as const;

/** Of a hundred listings, most are on sale, a few wait for review, a few failed it, some were taken down. */
function statusOf(random: Random): ListingStatus {
  const share = random.whole(1, 100);
  if (share <= 84) return 'onSelling';
  if (share <= 89) return 'auditing';
  return share <= 93 ? 'editingRequired' : 'offline';
}

function pricesOf(goods: Goods, store: Store, skuCount: number, random: Random) {
  const usdCents = random.whole(goods.price[0], random.whole(goods.price[0], goods.price[1]));
  const low = store.currency === 'CNY' ? usdCents * CNY_PER_USD + random.whole(0, 6) : usdCents;
  const spread = skuCount > 1 && random.chance(0.22) ? Math.ceil((low * random.whole(8, 60)) / 100) : 0;
  const minPrice = decimalOf(low);
  const maxPrice = decimalOf(low + spread);
  const priceText = `${store.currency} ${minPrice}${spread > 0 ? ` - ${maxPrice}` : ''}`;
  return { currency: store.currency, minPrice, maxPrice, priceText };
}

function trafficOf(random: Random) {
  const views = random.chance(0.1) ? random.whole(2000, 48_000) : random.whole(0, 1800);
  const basisPoints = random.whole(0, 480);
  const sales = Math.floor((views * basisPoints) / 10_000);
  return { views, sales, conversion: `${decimalOf(basisPoints)}%` };
}

function promotionOf(random: Random): Promotion {
  const from = minutesAgo(random.whole(0, 12) * DAY);
  return {
    kind: random.chance(0.5) ? '平台活动' : '店铺活动',
    name: random.pick(PROMOTIONS),
    from: stampOf(from),
    to: stampOf(from + random.whole(13, 30) * DAY * 60_000),
  };
}

function skuCountOf(random: Random): number {
  return random.chance(0.25) ? 1 : random.whole(2, random.chance(0.15) ? 60 : 14);
}

function productOf(store: Store, productId: string, random: Random): Product {
  const goods = random.pick(goodsOf(store));
  const skuCount = skuCountOf(random);
  const createdAgo = random.whole(3, 900) * DAY + random.whole(0, DAY - 1);
  return {
    channelId: store.channelId,
    productId,
    title: titleOf(goods, random),
    picture: { kind: goods.kind, hue: HUE_STEP * random.whole(0, 360 / HUE_STEP - 1) },
    group: random.pick(goods.groups),
    ...pricesOf(goods, store, skuCount, random),
    skuCount,
    stock: random.chance(0.06) ? 0 : random.whole(1, 120) * random.whole(1, skuCount + 4),
    onSale: random.chance(0.38),
    promotion: promotionOf(random),
    quality: random.chance(0.4) ? '影响转化' : '无需优化',
    ...trafficOf(random),
    shippingTemplate: random.pick(TEMPLATES),
    editedAt: stampOf(minutesAgo(random.whole(0, Math.min(createdAgo, 120 * DAY)))),
    createdAt: stampOf(minutesAgo(createdAgo)),
    status: statusOf(random),
  };
}

/** Sixteen digits that begin with 1005, none of them given twice. */
function newProductId(random: Random, taken: Set<string>): string {
  const digits =
    String(random.whole(0, 999_999)).padStart(6, '0') + String(random.whole(0, 99_999)).padStart(5, '0');
  const productId = `1005${random.whole(3, 9)}${digits}`;
  if (taken.has(productId)) return newProductId(random, taken);
  taken.add(productId);
  return productId;
}

/** Every listing of every store, by store, in the list's own order: the one edited last stands first. */
export function makeProducts(stores: readonly Store[], seed: number): Map<string, readonly Product[]> {
  const random = createRandom(seed);
  const taken = new Set<string>();
  const made = stores.map((store): [string, Product[]] => {
    const products = Array.from({ length: store.listings }, () =>
      productOf(store, newProductId(random, taken), random),
    );
    return [store.channelId, products.sort(byEditedThenId)];
  });
  return new Map(made);
}

/** Other listings of a store, as many as are wanted, all of them on sale. */
export function makeOnSale(store: Store, count: number, seed: number): readonly Product[] {
  const [made = []] = makeProducts([{ ...store, listings: count }], seed).values();
  return made.map((product) => ({ ...product, status: 'onSelling' }));
}

function byEditedThenId(left: Product, right: Product): number {
  if (left.editedAt !== right.editedAt) return left.editedAt < right.editedAt ? 1 : -1;
  return left.productId < right.productId ? 1 : -1;
}
