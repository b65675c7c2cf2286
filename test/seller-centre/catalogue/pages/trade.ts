import { orders } from '../../catalogue.ts';
import { type Country, countriesOf } from '../countries.ts';
import { centsOf, decimalOf } from '../money.ts';
import { STANDIN_NOW } from '../time.ts';
import type { CatalogueOptions, Order } from '../types.ts';
import { orderOf } from './find.ts';

/** Whom and where an order goes. Invented, and plainly so; no overlay has any business with it. */
export interface BuyerContact {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly email: string;
  readonly phone: string;
  readonly tax: string;
  readonly country: Country;
}

const COUNTRIES = countriesOf('ES FR PL DE IT US BR GB KR');

export function buyerContact(order: Order): BuyerContact {
  const number = order.buyer.slice(-3);
  const country = COUNTRIES[Number(number) % COUNTRIES.length] ?? {
    code: 'ES',
    name: '西班牙',
    english: 'Spain',
  };
  return {
    name: order.buyer,
    address: `${Number(number)} Example Street, Sampletown ${country.english}`,
    postcode: `EX${number}0`,
    email: `buyer${number}@example.com`,
    phone: `+00 555 0100 ${number}`,
    tax: `TEST-${number}-TAX`,
    country,
  };
}

/** The amounts of an order's detail page: `USD 3.63`. */
export interface OrderMoney {
  readonly product: string;
  readonly shipping: string;
  readonly adjusted: string;
  readonly promotion: string;
  readonly total: string;
  readonly commission: string;
  readonly affiliate: string;
  readonly revenue: string;
}

export interface OrderDetailPage {
  readonly order: Order;
  readonly contact: BuyerContact;
  readonly money: OrderMoney;
  /** How long is left to send it, where it waits for that: `1天22小时`, or `已超时`. */
  readonly remaining: string | undefined;
}

export function orderDetailPage(
  channelId: string | null,
  orderNumber: string | null,
  options: CatalogueOptions = {},
): OrderDetailPage {
  const order = orderOf(channelId, orderNumber, options);
  return {
    order,
    contact: buyerContact(order),
    money: moneyOf(order),
    remaining: remainingOf(order),
  };
}

function moneyOf({ currency, amount }: Order): OrderMoney {
  const cents = centsOf(amount);
  const commission = Math.floor((cents * 8) / 100);
  const affiliate = Math.floor((cents * 3) / 100);
  const shown = (value: number): string => `${currency} ${decimalOf(value)}`;
  return {
    product: shown(cents),
    shipping: shown(0),
    adjusted: shown(0),
    promotion: shown(0),
    total: shown(cents),
    commission: shown(commission),
    affiliate: shown(affiliate),
    revenue: shown(cents - commission - affiliate),
  };
}

const HOUR = 60 * 60_000;
const HOURS_TO_SEND = 5 * 24;

/** Five days from the payment: invented, as no source gives the platform's own time. */
export function remainingOf(order: Order): string | undefined {
  if (order.status !== '等待发货' || !order.paidAt) return undefined;
  const paid = Date.parse(`${order.paidAt.replace(' ', 'T')}Z`);
  const hours = HOURS_TO_SEND - Math.floor((STANDIN_NOW - paid) / HOUR);
  return hours > 0 ? `${Math.floor(hours / 24)}天${hours % 24}小时` : '已超时';
}

export const SHIP_TABS = [
  { key: 'WAIT_TO_PACKAGE', label: '待组包' },
  { key: 'WAIT_TO_SHIP', label: '待发货' },
  { key: 'SHIPPED', label: '已发货' },
] as const;

const SHIP_STATUS: Record<string, Order['status']> = {
  WAIT_TO_PACKAGE: '等待发货',
  WAIT_TO_SHIP: '等待仓库发货',
  SHIPPED: '等待买家收货',
};

/** 我要发货: the orders of a tab, as the address names it. */
export function shippingPage(
  channelId: string | null,
  tab: string | null,
  options: CatalogueOptions = {},
): readonly Order[] {
  const status = SHIP_STATUS[tab ?? ''] ?? '等待发货';
  return orders(channelId, options).filter((order) => order.status === status);
}

export interface ShippingSolution {
  readonly service: string;
  /** `CNY 38.20` */
  readonly fee: string;
  readonly days: string;
}

export interface CreateShipmentPage extends OrderDetailPage {
  readonly solutions: readonly ShippingSolution[];
}

/** 创建物流 of an order. */
export function createShipmentPage(
  channelId: string | null,
  orderNumber: string | null,
  options: CatalogueOptions = {},
): CreateShipmentPage {
  const page = orderDetailPage(channelId, orderNumber, options);
  const weight = 18 + (Number(page.order.orderNumber.slice(-4)) % 40);
  const solutions = ['菜鸟无忧物流-标准', '菜鸟专线经济', '菜鸟大包专线'].map((service, index) => ({
    service,
    fee: `CNY ${decimalOf((weight + index * 9) * 100 + index * 35)}`,
    days: `${12 + index * 6}-${20 + index * 8}天`,
  }));
  return { ...page, solutions };
}
