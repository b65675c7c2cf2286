import { centsOf, decimalOf } from './money.ts';
import { createRandom, type Random } from './random.ts';
import { semiManagedMarkOf } from './standing.ts';
import { minutesAgo, stampOf } from './time.ts';
import type { Order, OrderLine, OrderStatus, Product, Store } from './types.ts';

const ORDERS_PER_STORE = 60;
const STATUSES = [
  '等待付款',
  '等待发货',
  '等待发货',
  '等待仓库发货',
  '等待买家收货',
  '等待买家收货',
  '交易成功',
  '交易成功',
  '已关闭',
] as const;
const COLOURS = ['白色', '黑色', '灰色', '蓝色', '粉色', '军绿色'] as const;
const SIZES = ['标准', 'S', 'M', 'L', '大号', '2件装'] as const;

function lineOf(product: Product, random: Random): OrderLine {
  const { productId, title, picture, minPrice } = product;
  const skuCode = `${picture.kind.slice(0, 2).toUpperCase()}-${productId.slice(-5)}-${random.whole(1, 20)}`;
  const spec = `颜色: ${random.pick(COLOURS)} / 规格: ${random.pick(SIZES)}`;
  return {
    productId,
    title,
    picture,
    spec,
    skuCode,
    unitPrice: minPrice,
    quantity: random.chance(0.75) ? 1 : random.whole(2, 6),
  };
}

function amountOf(lines: readonly OrderLine[]): string {
  return decimalOf(lines.reduce((cents, line) => cents + centsOf(line.unitPrice) * line.quantity, 0));
}

function orderOf(index: number, product: Product, second: Product | undefined, random: Random): Order {
  const lines = [product, ...(second ? [second] : [])].map((sold) => lineOf(sold, random));
  const semiManaged = semiManagedMarkOf(product) === '已加入半托管';
  const status: OrderStatus = random.pick(STATUSES);
  const ago = index * 190 + random.whole(0, 180);
  const paid = status !== '等待付款' && status !== '已关闭';
  return {
    orderNumber: `81${random.whole(10, 99)}${String(random.whole(0, 999_999)).padStart(6, '0')}${String(100_000 + index * 37)}`,
    placedAt: stampOf(minutesAgo(ago)),
    paidAt: paid ? stampOf(minutesAgo(Math.max(0, ago - 6))) : undefined,
    lines,
    currency: product.currency,
    amount: amountOf(lines),
    status,
    tags: [
      ...(semiManaged ? (['半托管'] as const) : []),
      ...(random.chance(0.3) ? (['AE/IOSS'] as const) : []),
    ],
    buyer: `Test Buyer ${String(index + 1).padStart(3, '0')}`,
  };
}

/** A store's orders, the newest first. They sell the listings they are given, the first ones in turn. */
export function makeOrders(store: Store, products: readonly Product[]): readonly Order[] {
  const random = createRandom(Number(store.channelId));
  const orders: Order[] = [];
  for (const [index, product] of products.slice(0, ORDERS_PER_STORE).entries()) {
    const second = random.chance(0.18) ? products[random.whole(0, products.length - 1)] : undefined;
    orders.push(orderOf(index, product, second, random));
  }
  return orders;
}
