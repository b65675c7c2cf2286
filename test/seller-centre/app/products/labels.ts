import type { ListingStatus } from '../../catalogue.ts';
import type { LayoutName, Renamed, Settings } from '../settings.ts';

/** The list's tabs, in order. */
export const TABS: readonly { readonly status: ListingStatus; readonly label: string }[] = [
  { status: 'onSelling', label: '正在销售' },
  { status: 'auditing', label: '审核中' },
  { status: 'editingRequired', label: '审核不通过' },
  { status: 'offline', label: '已下架' },
];

export const QUALITIES = ['影响转化', '无需优化'] as const;

export type Names = Record<Renamed, string>;

const NAMES: Record<LayoutName, Names> = {
  evidence: { id: 'ID', name: '商品信息', price: '零售价' },
  redesigned: { id: 'Product ID 商品ID', name: 'Name 商品名称', price: 'Price 零售价' },
};

const OTHER_NAMES: Record<LayoutName, Names> = {
  evidence: { id: '货号', name: '货品', price: '报价' },
  redesigned: { id: 'Goods no. 货号', name: 'Article 货品', price: 'Quote 报价' },
};

/** What the list calls its ID, name and price, some of them by other words than it used to. */
export function namesOf({ layout, renamed }: Pick<Settings, 'layout' | 'renamed'>): Names {
  const others = renamed.map((name) => [name, OTHER_NAMES[layout][name]]);
  return { ...NAMES[layout], ...Object.fromEntries(others) };
}
