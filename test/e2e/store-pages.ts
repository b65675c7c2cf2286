import { depositPage, storeExitPage } from '../seller-centre/catalogue/pages/leaving.ts';
import { fullCentrePage, mergeApplyPage, mergeMonitorPage } from '../seller-centre/catalogue/pages/merge.ts';
import { semiJoinPage } from '../seller-centre/catalogue/pages/semi-join.ts';
import { assessmentPage, disputesPage, homePage } from '../seller-centre/catalogue/pages/store.ts';

/** Texts by a fact's English name. */
export type Shown = Record<string, string | undefined>;

type Layout = 'evidence' | 'redesigned';

/** A page and what its fixture holds of each fact, as the page shows it. */
export interface StorePage {
  path: string;
  name: string;
  shows(channelId: string, layout: Layout): Shown;
}

const fullCentre = (channelId: string, layout: Layout): Shown => {
  const { stores, registered, status, ...figures } = fullCentrePage(channelId);
  return {
    'Positive rating': figures.positiveRate,
    'Dispute rate': figures.disputeRate,
    'Logistics fulfilment rate': figures.fulfilmentRate,
    'GMV of the last 90 days': figures.gmv90,
    'Full-managed stores': stores.length > 0 ? String(stores.length) : undefined,
    // The redesign leaves out that they are of one category, and so it may not be what the bar asks.
    'Mergeable SKUs in one category': layout === 'evidence' ? figures.mergeableSkus : undefined,
    'Registered in': registered && 'Mainland China',
    // A service that is not open may have been approved all the same.
    'Platform approved full-managed': status === '已开通' ? 'Yes' : undefined,
  };
};

const mergeApply = (channelId: string): Shown => {
  const { bars } = mergeApplyPage(channelId);
  const figure = (name: string) => bars.find((bar) => bar.name.includes(name))?.figure;
  return {
    'Full-managed stores': figure('店铺数'),
    'GMV of the last 90 days': figure('GMV'),
    'Positive rating': figure('好评率'),
    'Dispute rate': figure('纠纷率'),
    'Logistics fulfilment rate': figure('履约达标率'),
    'Mergeable SKUs in one category': figure('SKU数'),
  };
};

const DONE: Record<string, string> = { 已完成: 'Yes', 进行中: 'No', 未完成: 'No' };
const REFUNDABLE: Record<string, string> = { 可退还: 'Yes', 冻结中: 'No' };

const yesWhere = (value: string | undefined, yes: boolean): string | undefined =>
  value === undefined ? undefined : yes ? 'Yes' : 'No';

const storeExit = (channelId: string): Shown => {
  const { openOrders, openDisputes, debts, stock, depositState } = storeExitPage(channelId);
  return {
    'Open orders': openOrders?.toString(),
    'Open disputes': openDisputes?.toString(),
    'Unpaid debts': yesWhere(debts, debts !== 'CNY 0.00'),
    'Stock sold out or dealt with': yesWhere(stock, stock === '0'),
    'Deposit refundable': REFUNDABLE[depositState ?? ''],
  };
};

/** A caution is told only where it arises. */
const fewOrders = (perDay: string | undefined): string | undefined =>
  Number(perDay) < 50 ? perDay : undefined;

/** Every page that teaches facts of its store. */
export const STORE_PAGES: readonly StorePage[] = [
  {
    path: '/m_apps/store-assessment-new/assessment',
    name: 'store assessment page',
    shows: (channelId) => {
      const { positiveRate, fulfilmentRate } = assessmentPage(channelId);
      return { 'Positive rating': positiveRate, 'Logistics fulfilment rate': fulfilmentRate };
    },
  },
  {
    path: '/m_apps/dispute-management/list',
    name: 'disputes page',
    shows: (channelId) => ({ 'Dispute rate': disputesPage(channelId).disputeRate }),
  },
  {
    path: '/apps/home',
    name: 'home page',
    shows: (channelId) => {
      const { gmv90, ordersPerDay, stores } = homePage(channelId);
      return {
        'GMV of the last 90 days': gmv90,
        'Orders a day, on average': fewOrders(ordersPerDay),
        'Full-managed stores': stores?.toString(),
      };
    },
  },
  { path: '/m_apps/choice-center/index', name: 'full-managed centre', shows: fullCentre },
  { path: '/m_apps/choice-center/merge/apply', name: 'merge application', shows: mergeApply },
  {
    path: '/m_apps/choice-center/merge/monitor',
    name: 'merge monitor',
    shows: (channelId) => {
      const { pool } = mergeMonitorPage(channelId);
      return {
        'SKU sell-through rate': pool?.activeRate,
        'Return rate': pool?.returnRate,
        'Pool GMV of the month': pool?.gmv,
        'Currency of the pool': pool?.gmv?.slice(0, 3),
        'Amount of cross-store merged orders': pool?.crossStoreAmount,
      };
    },
  },
  {
    path: '/m_apps/aepop-product-publish/prePopToChoice/choice-edit',
    name: 'semi-managed join page',
    shows: (channelId, layout) => {
      const { steps, warehouse } = semiJoinPage(channelId, null);
      const [agreement, system, address, exam] = steps.map(({ state }) => DONE[state]);
      return {
        // The redesign shows a selector that can't be used, and does not say that one was chosen.
        'JIT routing warehouses chosen': layout === 'evidence' ? (warehouse ? '1' : '0') : undefined,
        'Semi-managed agreement signed': agreement,
        'Supply-chain system open': system,
        'Return address set': address,
        'JIT exam passed': exam,
      };
    },
  },
  { path: '/m_apps/store/close', name: 'store exit page', shows: storeExit },
  {
    path: '/m_apps/choice-center/deposit',
    name: 'deposit page',
    shows: (channelId) => ({ 'Deposit refundable': REFUNDABLE[depositPage(channelId).state ?? ''] }),
  },
];

/** A figure as the page has it, told in a card: `USD 5.0万` is 50000 USD. */
export const asTold = (text: string): string => {
  const [, digits = text, wan] = /([\d,.]+)\s?(万)?/.exec(text) ?? [];
  const plain = digits.replaceAll(',', '');
  if (/^\D+$/.test(text)) return text;
  return wan ? String(Number(plain) * 10_000) : `${plain}${text.endsWith('%') ? '%' : ''}`;
};
