import { products } from '../../catalogue.ts';
import { type Country, countriesOf } from '../countries.ts';
import { createRandom } from '../random.ts';
import { type Standing, standingOf } from '../standing.ts';
import { storeOf } from '../stores.ts';
import { minutesAgo, stampOf } from '../time.ts';
import type { Product } from '../types.ts';

/** A JIT purchase order, with the fields of the supply-chain interface. */
export interface JitPurchaseOrder {
  readonly purchaseOrderNo: string;
  readonly consignOrderNo: string;
  readonly status: '待接单' | '待揽收' | '已揽收' | '已入库' | '已取消';
  /** Until when it must be picked up; undefined where the page shows none. */
  readonly lastPickupTime: string | undefined;
  readonly createdAt: string;
  readonly storeName: string;
  readonly totalQuantity: number;
  readonly country: Country;
  readonly items: readonly JitItem[];
}

export interface JitItem {
  readonly scItemCode: string;
  readonly title: string;
  readonly skuId: string;
  readonly quantity: number;
}

const COUNTS: Record<Standing, number> = { ready: 18, gaps: 11, bare: 0 };
const STATUSES = ['待接单', '待揽收', '待揽收', '已揽收', '已入库', '已取消'] as const;
const COUNTRIES = countriesOf('ES FR PL DE US BR KR');
const DAY = 24 * 60;

/** JIT采购单 */
export function jitOrdersPage(channelId: string | null): readonly JitPurchaseOrder[] {
  const store = storeOf(channelId);
  const random = createRandom(Number(store.channelId) + 1);
  return products(channelId)
    .slice(0, COUNTS[standingOf(channelId)])
    .map((product, index): JitPurchaseOrder => {
      const status = random.pick(STATUSES);
      const items = [
        product,
        ...(index % 4 === 0 ? products(channelId).slice(index + 30, index + 31) : []),
      ].map((sold) => jitItemOf(sold, random.whole(1, 12)));
      const createdAgo = index * 260 + random.whole(5, 240);
      return {
        purchaseOrderNo: `PO${store.channelId}${String(70_000 + index * 13)}`,
        consignOrderNo: `LBX${store.channelId}${String(900_000 + index * 29)}`,
        status,
        lastPickupTime: status === '已取消' ? undefined : `${stampOf(minutesAgo(createdAgo - 2 * DAY))}:00`,
        createdAt: stampOf(minutesAgo(createdAgo)),
        storeName: store.name,
        totalQuantity: items.reduce((sum, { quantity }) => sum + quantity, 0),
        country: COUNTRIES[index % COUNTRIES.length] ?? { code: 'ES', name: '西班牙', english: 'Spain' },
        items,
      };
    });
}

function jitItemOf(product: Product, quantity: number): JitItem {
  return {
    scItemCode: `SC${product.productId.slice(-8)}`,
    title: product.title,
    skuId: `12000${product.productId.slice(-11)}`,
    quantity,
  };
}

/** A line of 仓发备货: what of an article lies in the platform's warehouses. Counts as the page shows them. */
export interface StockRow {
  readonly scItemId: string;
  readonly title: string;
  readonly productId: string;
  readonly warehouse: string;
  readonly saleable: string;
  readonly inWarehouse: string;
  readonly onWay: string;
  readonly state: '库存充足' | '建议补货' | '缺货';
}

const WAREHOUSES = ['杭州中心仓', '东莞中心仓', '深圳中心仓', '义乌中心仓'];

/** 仓发备货 */
export function stockPage(channelId: string | null): readonly StockRow[] {
  const random = createRandom(Number(storeOf(channelId).channelId) + 2);
  return products(channelId)
    .slice(0, COUNTS[standingOf(channelId)] * 2)
    .map((product, index) => {
      const saleable = random.chance(0.2) ? 0 : random.whole(3, 2400);
      return {
        scItemId: `6${product.productId.slice(-11)}`,
        title: product.title,
        productId: product.productId,
        warehouse: WAREHOUSES[index % WAREHOUSES.length] ?? '杭州中心仓',
        saleable: saleable.toLocaleString('en-US'),
        inWarehouse: (saleable + random.whole(0, 90)).toLocaleString('en-US'),
        onWay: random.whole(0, 1300).toLocaleString('en-US'),
        state: saleable === 0 ? '缺货' : saleable < 60 ? '建议补货' : '库存充足',
      };
    });
}
