import { type Standing, standingOf } from '../standing.ts';
import { storeOf } from '../stores.ts';
import { minutesAgo, stampOf } from '../time.ts';

/** 全托管中心: the account's full-managed stores and the figures that the platform keeps of them. */
export interface FullCentrePage {
  readonly company: string | undefined;
  readonly registered: string | undefined;
  readonly status: string;
  readonly stores: readonly { storeId: string; name: string; gmv90: string; fulfilmentRate: string }[];
  readonly gmv90: string | undefined;
  readonly positiveRate: string | undefined;
  readonly disputeRate: string | undefined;
  readonly fulfilmentRate: string | undefined;
  readonly mergeableSkus: string | undefined;
  readonly mergeState: string;
}

const CENTRES: Record<Standing, Omit<FullCentrePage, 'stores'>> = {
  ready: {
    company: '宁波示例贸易有限公司',
    registered: '中国大陆企业',
    status: '已开通',
    gmv90: 'USD 186,240.55',
    positiveRate: '98.12%',
    disputeRate: '0.31%',
    fulfilmentRate: '99.05%',
    mergeableSkus: '1,286',
    mergeState: '已开通',
  },
  gaps: {
    company: '东莞样板电子商行',
    registered: '中国大陆个体工商户',
    status: '已开通',
    gmv90: 'USD 5.0万',
    positiveRate: '96.50%',
    disputeRate: '0.6%',
    fulfilmentRate: '97.9%',
    mergeableSkus: '173',
    mergeState: '审核中',
  },
  bare: {
    company: undefined,
    registered: undefined,
    status: '未开通',
    gmv90: undefined,
    positiveRate: '--',
    disputeRate: undefined,
    fulfilmentRate: '--',
    mergeableSkus: undefined,
    mergeState: '未申请',
  },
};
const FULL_STORES: Record<Standing, FullCentrePage['stores']> = {
  ready: [
    { storeId: '1104470213', name: 'Lumora Choice Home', gmv90: 'USD 131,905.20', fulfilmentRate: '99.21%' },
    {
      storeId: '1104470588',
      name: 'Lumora Choice Kitchen',
      gmv90: 'USD 54,335.35',
      fulfilmentRate: '98.64%',
    },
  ],
  gaps: [{ storeId: '1104512006', name: '晨屿数码全托管店', gmv90: 'USD 5.0万', fulfilmentRate: '97.9%' }],
  bare: [],
};

export function fullCentrePage(channelId: string | null): FullCentrePage {
  const standing = standingOf(channelId);
  return { ...CENTRES[standing], stores: FULL_STORES[standing] };
}

/** 合并服务 申请: the bars with the platform's own figures, and the four documents. */
export interface MergeApplyPage {
  readonly bars: readonly { name: string; bar: string; figure: string | undefined }[];
  readonly documents: readonly { name: string; uploaded: boolean }[];
  /** The registrations; undefined is not on the page. */
  readonly epr: readonly {
    country: '德国' | '法国';
    number: string | undefined;
    filedAt: string | undefined;
  }[];
  readonly stage: '未申请' | '资质预审' | '仓配适配评估' | '系统对接联调' | '已通过';
  readonly appointment: string | undefined;
}

export const DOCUMENTS = [
  '《全托管合并服务承诺函》（加盖公章）',
  '近3个月银行流水',
  '至少2个全托管店铺的后台截图',
  '仓库平面图及WMS系统权限授权书',
] as const;

const UPLOADED: Record<Standing, readonly boolean[]> = {
  ready: [true, true, true, true],
  gaps: [true, true, true, false],
  bare: [false, false, false, false],
};

const STAGE: Record<Standing, MergeApplyPage['stage']> = {
  ready: '已通过',
  gaps: '系统对接联调',
  bare: '未申请',
};

export function mergeApplyPage(channelId: string | null): MergeApplyPage {
  const standing = standingOf(channelId);
  const centre = fullCentrePage(channelId);
  const filed = standing === 'ready' ? stampOf(minutesAgo(9 * 24 * 60)) : undefined;
  return {
    bars: [
      { name: '全托管店铺数', bar: '≥1', figure: centre.company && String(centre.stores.length) },
      { name: '近90天全托管店铺GMV', bar: '≥$50,000', figure: centre.gmv90 },
      { name: '店铺好评率', bar: '≥96.5%', figure: centre.positiveRate },
      { name: '纠纷率', bar: '≤0.6%', figure: centre.disputeRate },
      { name: '物流履约达标率', bar: '≥98.2%', figure: centre.fulfilmentRate },
      { name: '同一类目下可合并SKU数', bar: '≥200个', figure: centre.mergeableSkus },
    ],
    documents: DOCUMENTS.map((name, index) => ({ name, uploaded: UPLOADED[standing][index] ?? false })),
    epr: [
      { country: '德国', number: standing === 'bare' ? undefined : 'DE3050219600001', filedAt: filed },
      { country: '法国', number: standing === 'ready' ? 'FR000001_01ABCD' : undefined, filedAt: filed },
    ],
    stage: STAGE[standing],
    appointment: standing === 'gaps' ? stampOf(minutesAgo(20 * 60)) : undefined,
  };
}

/** A row of the Pool ID异常看板. */
export interface PoolFailure {
  readonly at: string;
  readonly poolId: string;
  readonly type: '库存锁定失败' | '质检驳回' | '分单超时';
  readonly sku: string;
  readonly storeName: string;
  readonly count: number;
}

export interface PoolFigures {
  readonly poolId: string;
  readonly activeRate: string | undefined;
  readonly returnRate: string | undefined;
  readonly gmv: string | undefined;
  readonly crossStoreAmount: string | undefined;
  readonly crossStoreOrders: string | undefined;
  readonly onTimeRate: string | undefined;
  readonly tokenUntil: string | undefined;
  readonly callRate: string | undefined;
  readonly lastPush: string | undefined;
}

/** 合并服务监控台 */
export interface MergeMonitorPage {
  /** Undefined where the store has no pool. */
  readonly pool: PoolFigures | undefined;
  readonly failures: readonly PoolFailure[];
}

const POOLS: Record<Standing, PoolFigures | undefined> = {
  ready: {
    poolId: 'POOL-88021',
    activeRate: '83.40%',
    returnRate: '17.25%',
    gmv: 'USD 62,418.90',
    crossStoreAmount: 'USD 8,306.15',
    crossStoreOrders: '412',
    onTimeRate: '98.6%',
    tokenUntil: '2027-01-03 09:30',
    callRate: '312 次/分钟',
    lastPush: stampOf(minutesAgo(4)),
  },
  gaps: {
    poolId: 'POOL-90377',
    activeRate: '82.0%',
    returnRate: '18.5%',
    gmv: 'USD 5.2万',
    crossStoreAmount: undefined,
    crossStoreOrders: '61',
    onTimeRate: undefined,
    tokenUntil: '2026-11-23 18:00',
    callRate: '501 次/分钟',
    lastPush: stampOf(minutesAgo(7 * 60)),
  },
  bare: undefined,
};
const FAILURES: Record<Standing, number> = { ready: 3, gaps: 8, bare: 0 };
const TYPES = ['库存锁定失败', '质检驳回', '库存锁定失败', '分单超时'] as const;

export function mergeMonitorPage(channelId: string | null): MergeMonitorPage {
  const standing = standingOf(channelId);
  const pool = POOLS[standing];
  const failures = Array.from(
    { length: pool ? FAILURES[standing] : 0 },
    (_, index): PoolFailure => ({
      at: stampOf(minutesAgo(35 + index * 205)),
      poolId: pool?.poolId ?? '',
      type: TYPES[index % TYPES.length] ?? TYPES[0],
      sku: `SC${String(20_260 + index * 417).padStart(8, '0')}`,
      storeName: FULL_STORES[standing][index % 2]?.name ?? storeOf(channelId).name,
      count: 1 + ((index * 3) % 7),
    }),
  );
  return { pool, failures };
}
