import { orders } from '../../catalogue.ts';
import { type Standing, standingOf } from '../standing.ts';
import type { Order } from '../types.ts';

/** A line of 店铺考核: an order that counts against the store. */
export interface AssessmentRow {
  readonly orderNumber: string;
  readonly skuId: string;
  /** `CNY 25.40` */
  readonly amount: string;
  readonly problem: '虚假发货' | '物流上网超时';
  readonly remaining: string;
}

export interface AssessmentPage {
  /** Rates as the page shows them, rounded; undefined is not on the page. */
  readonly positiveRate: string | undefined;
  readonly fulfilmentRate: string | undefined;
  readonly onlineRate: string | undefined;
  readonly rows: readonly AssessmentRow[];
}

const RATES: Record<Standing, Omit<AssessmentPage, 'rows'>> = {
  ready: { positiveRate: '98.12%', fulfilmentRate: '99.05%', onlineRate: '97.80%' },
  gaps: { positiveRate: '96.50%', fulfilmentRate: '97.9%', onlineRate: '91.3%' },
  bare: { positiveRate: '--', fulfilmentRate: undefined, onlineRate: '--' },
};
const PROBLEMS: Record<Standing, number> = { ready: 2, gaps: 9, bare: 0 };

export function assessmentPage(channelId: string | null): AssessmentPage {
  const standing = standingOf(channelId);
  const sent = orders(channelId).filter((order) => order.status === '等待买家收货');
  return { ...RATES[standing], rows: sent.slice(0, PROBLEMS[standing]).map(assessmentRowOf) };
}

function assessmentRowOf(order: Order, index: number): AssessmentRow {
  const amount = order.currency === 'CNY' ? Number(order.amount) : Number(order.amount) * 7;
  return {
    orderNumber: order.orderNumber,
    skuId: `1200004${order.orderNumber.slice(-9)}`,
    amount: `CNY ${amount.toFixed(2)}`,
    problem: index % 3 === 1 ? '虚假发货' : '物流上网超时',
    remaining: `${1 + (index % 4)}天${(5 + index * 7) % 24}小时`,
  };
}

export interface DisputeRow {
  readonly disputeId: string;
  readonly orderNumber: string;
  readonly reason: string;
  readonly state: string;
  /** `USD 3.63` */
  readonly amount: string;
  readonly openedAt: string;
  readonly remaining: string | undefined;
}

export interface DisputesPage {
  readonly disputeRate: string | undefined;
  /** How many of the disputes are open, as the page counts them. */
  readonly open: number;
  readonly rows: readonly DisputeRow[];
}

const DISPUTE_RATES: Record<Standing, string | undefined> = { ready: '0.31%', gaps: '0.6%', bare: undefined };
const DISPUTES: Record<Standing, number> = { ready: 4, gaps: 8, bare: 0 };
const REASONS = ['未收到货', '货物与描述不符', '质量问题', '包裹破损'] as const;

export function disputesPage(channelId: string | null): DisputesPage {
  const standing = standingOf(channelId);
  const rows = orders(channelId)
    .filter((order) => order.status === '交易成功' || order.status === '已关闭')
    .slice(0, DISPUTES[standing])
    .map(disputeRowOf);
  return {
    disputeRate: DISPUTE_RATES[standing],
    open: rows.filter((row) => row.remaining).length,
    rows,
  };
}

function disputeRowOf(order: Order, index: number): DisputeRow {
  const open = index % 3 === 0;
  return {
    disputeId: `60${order.orderNumber.slice(-10)}`,
    orderNumber: order.orderNumber,
    reason: REASONS[index % REASONS.length] ?? REASONS[0],
    state: open ? '等待卖家响应' : '纠纷已关闭',
    amount: `${order.currency} ${order.amount}`,
    openedAt: order.placedAt,
    remaining: open ? `${1 + (index % 4)}天` : undefined,
  };
}

/** The figures of the home page as it shows them; undefined is not on the page. */
export interface HomePage {
  readonly gmv90: string | undefined;
  readonly ordersPerDay: string | undefined;
  readonly visitors: string | undefined;
  readonly toSend: number;
  readonly openDisputes: number | undefined;
  readonly stores: number | undefined;
}

const FIGURES: Record<Standing, Pick<HomePage, 'gmv90' | 'ordersPerDay' | 'visitors' | 'stores'>> = {
  ready: { gmv90: 'USD 186,240.55', ordersPerDay: '142', visitors: '31,806', stores: 2 },
  gaps: { gmv90: 'USD 5.0万', ordersPerDay: '38.5', visitors: '1.2万', stores: 1 },
  bare: { gmv90: undefined, ordersPerDay: '--', visitors: '216', stores: undefined },
};

export function homePage(channelId: string | null): HomePage {
  const standing = standingOf(channelId);
  return {
    ...FIGURES[standing],
    toSend: orders(channelId).filter((order) => order.status === '等待发货').length,
    openDisputes: standing === 'bare' ? undefined : disputesPage(channelId).open,
  };
}
