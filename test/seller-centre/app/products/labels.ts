import type { ListingStatus } from '../../catalogue.ts';

/** The list's tabs, in order. */
export const TABS: readonly { readonly status: ListingStatus; readonly label: string }[] = [
  { status: 'onSelling', label: '正在销售' },
  { status: 'auditing', label: '审核中' },
  { status: 'editingRequired', label: '审核不通过' },
  { status: 'offline', label: '已下架' },
];

export const QUALITIES = ['影响转化', '无需优化'] as const;
