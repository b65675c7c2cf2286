import { type Standing, standingOf } from '../standing.ts';
import { homePage } from './store.ts';

/** 店铺退店: what stands in the way of it, as the page counts it; undefined is not on the page. */
export interface StoreExitPage {
  readonly state: string;
  readonly openOrders: number | undefined;
  readonly openDisputes: number | undefined;
  /** `CNY 0.00` */
  readonly debts: string | undefined;
  readonly stock: string | undefined;
  readonly depositState: string | undefined;
}

const EXITS: Record<Standing, Pick<StoreExitPage, 'state' | 'debts' | 'stock'>> = {
  ready: { state: '正常营业', debts: 'CNY 0.00', stock: '12,408' },
  gaps: { state: '正常营业', debts: 'CNY 1,260.00', stock: '1.8万' },
  bare: { state: '正常营业', debts: undefined, stock: undefined },
};

export const EXIT_REASONS = ['个人发展需求', '市场竞争激烈', '平台政策调整', '其他'] as const;

export const EXIT_AGREEMENT = [
  '退店申请提交后由平台审核，审核时间约为3个工作日。',
  '退店前请处理完未完成的订单、未解决的纠纷与未清偿的欠款，并妥善处理库存。',
  '退店后与物流、支付等合作伙伴的合作关系终止，保证金按规则退还。',
  '退店成功后不可撤销，店铺及商品不再展示。',
] as const;

export function storeExitPage(channelId: string | null): StoreExitPage {
  const standing = standingOf(channelId);
  const home = homePage(channelId);
  return {
    ...EXITS[standing],
    openOrders: standing === 'bare' ? undefined : home.toSend,
    openDisputes: home.openDisputes,
    depositState: depositPage(channelId).state,
  };
}

/** 全托管服务中心 的 保证金: undefined is not on the page. */
export interface DepositPage {
  readonly state: string | undefined;
  /** `CNY 10,000.00` */
  readonly amount: string | undefined;
  readonly account: string | undefined;
  readonly fines: string | undefined;
  readonly records: readonly { at: string; what: string; amount: string }[];
}

const PAID = { at: '2025-06-18 10:12', what: '缴纳保证金', amount: 'CNY 10,000.00' };

const DEPOSITS: Record<Standing, DepositPage> = {
  ready: {
    state: '可退还',
    amount: 'CNY 10,000.00',
    account: 'lumora***@example.com（支付宝）',
    fines: 'CNY 0.00',
    records: [PAID],
  },
  gaps: {
    state: '冻结中',
    amount: 'CNY 1万',
    account: undefined,
    fines: 'CNY 350.00',
    records: [PAID, { at: '2026-09-02 16:40', what: '违规扣款', amount: 'CNY -350.00' }],
  },
  bare: { state: undefined, amount: undefined, account: undefined, fines: undefined, records: [] },
};

export function depositPage(channelId: string | null): DepositPage {
  return DEPOSITS[standingOf(channelId)];
}
