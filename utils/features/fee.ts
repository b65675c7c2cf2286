import Big from 'big.js';
import type { FactPath } from '../facts/fields.ts';
import type { Text } from '../i18n/translate.ts';
import { type ConditionGap, type Count, incentiveGaps } from '../rules/incentive-gap.ts';
import { type LedgerLine, monthLedger } from '../rules/ledger.ts';
import { type Charge, chargeFor, mergeFee } from '../rules/merge-fee.ts';
import type { Fee } from '../rules/pack.ts';
import { percentOf, plain, toCents } from '../rules/quantity.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';
import { money, shownAmount } from './money.ts';
import { missingFacts, reasonOf, statements, usedFacts } from './programme.ts';

type Price = NonNullable<NonNullable<Subject['facts']['product']>['price']>;

const range = (low: string, high: string): string => (low === high ? low : `${low}–${high}`);

/** The fee on one sale, unrounded, to be followed by hand. */
function workings({ ratePct }: Fee, { currency, lowest, highest }: Price): Text[] {
  const prices = lowest === highest ? [lowest] : [lowest, highest];
  return prices.map((price) => ({
    key: 'noteFeeWorking',
    args: [currency, price, ratePct, plain(percentOf(new Big(price), new Big(ratePct)))],
  }));
}

function perSale([lower, higher = lower]: Charge['fees'], { currency, lowest, highest }: Price): string {
  const cheapest = percentOf(new Big(lowest), new Big(lower.ratePct));
  return money(currency, toCents(cheapest), toCents(percentOf(new Big(highest), new Big(higher.ratePct))));
}

/** How it looks that the lower rate is earned, missed or open. */
export const INCENTIVE_VERDICTS: Record<Charge['incentive'], Verdict> = {
  pass: 'pass',
  fail: 'caution',
  unknown: 'unknown',
};

/** The conditions still to be known; a condition that is missed already decides, whatever the others are. */
const openConditions = ({ incentive, conditions }: Charge): FactPath[] =>
  incentive === 'unknown' ? missingFacts(conditions) : [];

const ratesText = ({ fees }: Charge): string => {
  const [lowest, highest = lowest] = fees;
  return `${range(lowest.ratePct, highest.ratePct)}%`;
};

const reasonsOf = ({ fees, conditions, dispatch }: Charge, price?: Price): Reason[] => [
  ...fees.map(
    (fee): Reason => ({
      id: fee.id,
      proven: fee,
      outcome: 'none',
      ...(price && { notes: workings(fee, price) }),
    }),
  ),
  ...conditions.map(reasonOf),
  { id: dispatch.id, proven: dispatch, outcome: 'none' },
];

const shownCount = (count: Count): string =>
  typeof count === 'string' ? count : range(count.low, count.high);

/** What a condition of the lower fee still asks for, in whole SKUs, returns or orders. */
function gapNotes({ moreSkus, ofSkus, moreReturns, moreOrders, countsDisagree }: ConditionGap): Text[] {
  return [
    ...(moreSkus === '0' ? [{ key: 'gapEnoughSkus' as const }] : []),
    ...(moreSkus && ofSkus && moreSkus !== '0'
      ? [{ key: 'gapMoreSkus' as const, args: [shownCount(moreSkus), shownCount(ofSkus)] }]
      : []),
    ...(moreReturns ? [{ key: 'gapMoreReturns' as const, args: [shownCount(moreReturns)] }] : []),
    ...(moreOrders ? [{ key: 'gapMoreOrders' as const, args: [shownCount(moreOrders)] }] : []),
    ...(countsDisagree ? [{ key: 'gapCountsDisagree' as const }] : []),
  ];
}

function withGap(reason: Reason, gaps: readonly ConditionGap[]): Reason {
  const gap = gaps.find(({ rule }) => rule === reason.id);
  return gap ? { ...reason, notes: [...(reason.notes ?? []), ...gapNotes(gap)] } : reason;
}

/** The amount of a fee by each of its readings. */
function withAmounts(reason: Reason, lines: readonly LedgerLine[], currency: string | null): Reason {
  if (!currency) return reason;
  const amounts = lines.flatMap(({ rule, reading, amount }): [string, string][] => {
    if (rule !== reason.id || !reading || !amount) return [];
    return [[reading, shownAmount(currency, amount)]];
  });
  return { ...reason, amounts: Object.fromEntries(amounts) };
}

/** When the bill comes, what weighs on it, and what no source says of it. */
const MONTH_BASIS = ['merge.bill'];

/** The merge service's bill for the pool's month. */
function judgeMonth(subject: Subject): Judgement {
  const charge = chargeFor(subject);
  const pool = subject.facts.pool ?? {};
  const { total, low, high, missing: unread = [] } = mergeFee(subject, charge);
  const { lines, currency: known } = monthLedger(subject, charge);
  const gaps = incentiveGaps(subject, charge);
  const missing: FactPath[] = [
    ...openConditions(charge),
    ...unread.map((field) => `pool.${field}` as FactPath),
    ...(pool.currency ? [] : (['pool.currency'] as const)),
  ];
  const { currency } = pool;
  const bill = currency && (total ? money(currency, total) : low && high && money(currency, low, high));
  const rates = ratesText(charge);
  return {
    verdict: missing.length > 0 || !total ? 'unknown' : INCENTIVE_VERDICTS[charge.incentive],
    detail: rates,
    summary: bill ? { key: 'feeMonth', args: [rates, bill] } : { key: 'feeMonthUnknown', args: [rates] },
    reasons: reasonsOf(charge).map((reason) => withAmounts(withGap(reason, gaps), lines, known)),
    basis: statements(subject.pack, ...MONTH_BASIS),
    used: [
      ...usedFacts(charge.conditions),
      ...(['pool.gmv', 'pool.crossStoreAmount', 'pool.currency', 'pool.month'] as const),
    ],
    missing,
  };
}

/**
 * The merge service's base fee on one sale of this product: of the two rates the one the pool's month earns,
 * or both where that is not known. No source gives a number for semi-managed.
 */
function judgeSale(subject: Subject): Judgement {
  const { pack, facts } = subject;
  const charge = chargeFor(subject);
  const price = facts.product?.price ?? undefined;
  const rates = ratesText(charge);
  return {
    verdict: price ? INCENTIVE_VERDICTS[charge.incentive] : 'unknown',
    detail: rates,
    summary: price
      ? { key: 'feeSale', args: [rates, perSale(charge.fees, price)] }
      : { key: 'feeSaleUnknown', args: [rates] },
    reasons: [...reasonsOf(charge, price), ...statements(pack, 'semi.commission-as-pop')],
    basis: [],
    used: [
      ...(price ? (['product.price'] as const) : []),
      'product.freightEstimates',
      ...usedFacts(charge.conditions),
    ],
    missing: [...openConditions(charge), ...(price ? [] : (['product.price'] as const))],
  };
}

export const fee: Feature = {
  id: 'fee',
  about: 'product',
  judge: (subject) => (subject.row ? judgeSale(subject) : judgeMonth(subject)),
};
