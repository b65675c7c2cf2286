/** What kind of value a fact holds: it decides how it is typed in, checked and shown. */
export type FieldKind =
  | 'average'
  | 'count'
  | 'country'
  | 'currency'
  | 'day'
  | 'flag'
  | 'money'
  | 'month'
  | 'percent'
  | 'sku-counts';

/** Where a fact's field stands in the popup's form. */
export const FIELD_GROUPS = ['merge', 'pool', 'semi', 'full', 'exit', 'account', 'hosting', 'dates'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** How the text of a field is taken. */
export interface ValueField {
  kind: FieldKind;
  /** ISO 4217 code of money whose currency is fixed. */
  currency?: string;
}

export interface Field extends ValueField {
  path: FieldPath;
  group: FieldGroup;
}

/** Every fact of a store that a person can type, in the order of the form. */
export const FIELD_PATHS = [
  'store.registeredIn',
  'store.fullManagedStores',
  'store.gmv90dUsd',
  'store.positiveRatingPct',
  'store.disputeRatePct',
  'store.fulfilmentRatePct',
  'store.skusByCategory',
  'store.largestCategorySkus',
  'store.ordersPerDay',
  'store.stableSupply',
  'pool.month',
  'pool.currency',
  'pool.gmv',
  'pool.sellThroughPct',
  'pool.returnRatePct',
  'pool.crossStoreAmount',
  'pool.crossStoreOrders',
  'pool.skus',
  'pool.soldSkus',
  'pool.orders',
  'pool.returns',
  'failure.callsPerMinute',
  'store.semiAgreementSigned',
  'store.supplyChainOpened',
  'store.returnAddressSet',
  'store.jitExamPassed',
  'store.jitWarehouses',
  'store.semiOpened',
  'store.fullInvited',
  'store.fullApproved',
  'store.stockCleared',
  'store.depositRefundable',
  'store.openDisputes',
  'store.openOrders',
  'store.hasUnpaidDebts',
  'store.realNameVerified',
  'store.accountApproved',
  'store.hostingContractSigned',
  'store.hostingApproved',
  'dates.supplyChainStarted',
  'dates.fullApplied',
  'dates.mergeApplied',
  'dates.mergeFileComplete',
  'dates.tokenIssued',
  'dates.exitSubmitted',
  'dates.refundApproved',
] as const;

export type FieldPath = (typeof FIELD_PATHS)[number];

const KINDS: Record<FieldPath, Omit<Field, 'path'>> = {
  'store.registeredIn': { kind: 'country', group: 'merge' },
  'store.fullManagedStores': { kind: 'count', group: 'merge' },
  'store.gmv90dUsd': { kind: 'money', group: 'merge', currency: 'USD' },
  'store.positiveRatingPct': { kind: 'percent', group: 'merge' },
  'store.disputeRatePct': { kind: 'percent', group: 'merge' },
  'store.fulfilmentRatePct': { kind: 'percent', group: 'merge' },
  'store.skusByCategory': { kind: 'sku-counts', group: 'merge' },
  'store.largestCategorySkus': { kind: 'count', group: 'merge' },
  'store.ordersPerDay': { kind: 'average', group: 'merge' },
  'store.stableSupply': { kind: 'flag', group: 'merge' },
  'pool.month': { kind: 'month', group: 'pool' },
  'pool.currency': { kind: 'currency', group: 'pool' },
  'pool.gmv': { kind: 'money', group: 'pool' },
  'pool.sellThroughPct': { kind: 'percent', group: 'pool' },
  'pool.returnRatePct': { kind: 'percent', group: 'pool' },
  'pool.crossStoreAmount': { kind: 'money', group: 'pool' },
  'pool.crossStoreOrders': { kind: 'count', group: 'pool' },
  'pool.skus': { kind: 'count', group: 'pool' },
  'pool.soldSkus': { kind: 'count', group: 'pool' },
  'pool.orders': { kind: 'count', group: 'pool' },
  'pool.returns': { kind: 'count', group: 'pool' },
  'failure.callsPerMinute': { kind: 'count', group: 'pool' },
  'store.semiAgreementSigned': { kind: 'flag', group: 'semi' },
  'store.supplyChainOpened': { kind: 'flag', group: 'semi' },
  'store.returnAddressSet': { kind: 'flag', group: 'semi' },
  'store.jitExamPassed': { kind: 'flag', group: 'semi' },
  'store.jitWarehouses': { kind: 'count', group: 'semi' },
  'store.semiOpened': { kind: 'flag', group: 'semi' },
  'store.fullInvited': { kind: 'flag', group: 'full' },
  'store.fullApproved': { kind: 'flag', group: 'full' },
  'store.stockCleared': { kind: 'flag', group: 'exit' },
  'store.depositRefundable': { kind: 'flag', group: 'exit' },
  'store.openDisputes': { kind: 'count', group: 'exit' },
  'store.openOrders': { kind: 'count', group: 'exit' },
  'store.hasUnpaidDebts': { kind: 'flag', group: 'exit' },
  'store.realNameVerified': { kind: 'flag', group: 'account' },
  'store.accountApproved': { kind: 'flag', group: 'account' },
  'store.hostingContractSigned': { kind: 'flag', group: 'hosting' },
  'store.hostingApproved': { kind: 'flag', group: 'hosting' },
  'dates.supplyChainStarted': { kind: 'day', group: 'dates' },
  'dates.fullApplied': { kind: 'day', group: 'dates' },
  'dates.mergeApplied': { kind: 'day', group: 'dates' },
  'dates.mergeFileComplete': { kind: 'day', group: 'dates' },
  'dates.tokenIssued': { kind: 'day', group: 'dates' },
  'dates.exitSubmitted': { kind: 'day', group: 'dates' },
  'dates.refundApproved': { kind: 'day', group: 'dates' },
};

export const fieldOf = (path: FieldPath): Field => ({ path, ...KINDS[path] });

export const FIELDS: readonly Field[] = FIELD_PATHS.map(fieldOf);

export const isFieldPath = (path: string): path is FieldPath => Object.hasOwn(KINDS, path);

/** Facts of a product; other pages than the list hold most of them, and files that are imported. */
export const PRODUCT_PATHS = [
  'product.blocked',
  'product.category',
  'product.commissionPct',
  'product.destinations',
  'product.expiries',
  'product.freightEstimates',
  'product.joinedCountries',
  'product.marks',
  'product.price',
  'product.programme',
  'product.registrations',
  'product.responsiblePersons',
  'product.stock',
  'product.unitCost',
] as const;

export type ProductPath = (typeof PRODUCT_PATHS)[number];

/**
 * Days after which a fact is said to be old: figures of the store move daily, its set-up hardly ever. A store is
 * closed for good, and so what is left to settle should be of today. A day on which something began stays that day.
 */
const FRESH_DAYS: Record<FieldGroup, number> = {
  merge: 7,
  pool: 7,
  semi: 180,
  full: 180,
  exit: 1,
  account: 180,
  hosting: 180,
  dates: Number.POSITIVE_INFINITY,
};
const FRESH_PRODUCT_DAYS = 30;

export const freshDays = (path: FactPath): number =>
  isFieldPath(path) ? FRESH_DAYS[KINDS[path].group] : FRESH_PRODUCT_DAYS;

export type FactPath = FieldPath | ProductPath;
