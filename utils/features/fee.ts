import Big from 'big.js';
import type { FactPath } from '../facts/fields.ts';
import type { Text } from '../i18n/translate.ts';
import { incentiveOf, mergeFee, mergeFees } from '../rules/merge-fee.ts';
import type { Fee } from '../rules/pack.ts';
import { decideRules } from '../rules/programmes.ts';
import { percentOf, plain, toCents } from '../rules/quantity.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';
import { missingFacts, reasonOf, statements, usedFacts } from './programme.ts';

type Price = NonNullable<NonNullable<Subject['facts']['product']>['price']>;

type Amount = `${number}`;

/** One amount or a range, with the currency's code and thousands apart. `Intl` takes decimal strings exactly. */
function money(currency: string, low: string, high: string = low): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  return low === high ? format.format(low as Amount) : format.formatRange(low as Amount, high as Amount);
}

const range = (low: string, high: string): string => (low === high ? low : `${low}–${high}`);

/** The fee on one sale at each rate, unrounded, to be followed by hand. */
function workings(fees: readonly Fee[], { currency, lowest, highest }: Price): Text[] {
  const prices = lowest === highest ? [lowest] : [lowest, highest];
  return prices.flatMap((price) =>
    fees.map(({ ratePct }) => ({
      key: 'noteFeeWorking' as const,
      args: [currency, price, ratePct, plain(percentOf(new Big(price), new Big(ratePct)))],
    })),
  );
}

function perSale(fees: readonly Fee[], { currency, lowest, highest }: Price): string {
  const rates = fees.map(({ ratePct }) => new Big(ratePct)).sort((a, b) => a.cmp(b));
  const [low = new Big(0), high = low] = [rates[0], rates.at(-1)];
  return money(
    currency,
    toCents(percentOf(new Big(lowest), low)),
    toCents(percentOf(new Big(highest), high)),
  );
}

/** What both views of the fee rest on: the rates that may be charged, and why. */
function rates({ pack, facts }: Subject) {
  const fees = mergeFees(pack);
  const conditions = decideRules(pack, 'merge', facts).filter(({ rule }) => rule.kind === 'incentive');
  const incentive = incentiveOf(pack, facts.pool);
  const charged = { pass: [fees.incentive], fail: [fees.base], unknown: [fees.incentive, fees.base] }[
    incentive
  ];
  const ratesText = `${range(charged[0]?.ratePct ?? '', charged.at(-1)?.ratePct ?? '')}%`;
  const verdict: Verdict = ({ pass: 'pass', fail: 'caution', unknown: 'unknown' } as const)[incentive];
  return { fees, conditions, charged, ratesText, verdict };
}

const reasonsOf = ({ fees, conditions, charged }: ReturnType<typeof rates>, price?: Price): Reason[] => [
  ...charged.map(
    (fee): Reason => ({
      id: fee.id,
      proven: fee,
      outcome: 'none',
      ...(price && { notes: workings([fee], price) }),
    }),
  ),
  ...conditions.map(reasonOf),
  { id: fees.dispatch.id, proven: fees.dispatch, outcome: 'none' },
];

/** The merge service's bill for the pool's month. */
function judgeMonth(subject: Subject): Judgement {
  const found = rates(subject);
  const pool = subject.facts.pool ?? {};
  const { total, low, high, missing: unread = [] } = mergeFee(subject.pack, pool);
  const missing: FactPath[] = [
    ...missingFacts(found.conditions),
    ...unread.map((field) => `pool.${field}` as FactPath),
    ...(pool.currency ? [] : (['pool.currency'] as const)),
  ];
  const { currency } = pool;
  const bill = currency && (total ? money(currency, total) : low && high && money(currency, low, high));
  return {
    verdict: missing.length > 0 || !total ? 'unknown' : found.verdict,
    detail: found.ratesText,
    summary: bill
      ? { key: 'feeMonth', args: [found.ratesText, bill] }
      : { key: 'feeMonthUnknown', args: [found.ratesText] },
    reasons: reasonsOf(found),
    used: [
      ...usedFacts(found.conditions),
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
  const found = rates(subject);
  const price = subject.facts.product?.price ?? undefined;
  return {
    verdict: price ? found.verdict : 'unknown',
    detail: found.ratesText,
    summary: price
      ? { key: 'feeSale', args: [found.ratesText, perSale(found.charged, price)] }
      : { key: 'feeSaleUnknown', args: [found.ratesText] },
    reasons: [...reasonsOf(found, price), ...statements(subject.pack, 'semi.commission-as-pop')],
    used: [...(price ? (['product.price'] as const) : []), ...usedFacts(found.conditions)],
    missing: [...missingFacts(found.conditions), ...(price ? [] : (['product.price'] as const))],
  };
}

export const fee: Feature = {
  id: 'fee',
  judge: (subject) => (subject.row ? judgeSale(subject) : judgeMonth(subject)),
};
