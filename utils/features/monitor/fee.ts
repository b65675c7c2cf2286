import { winning } from '../../facts/kept.ts';
import { keyOf, type MessageKey, type Translator } from '../../i18n/translate.ts';
import { added, amountOf, exactRange, type Range, share } from '../../rules/amount.ts';
import { type LedgerLine, monthLedger } from '../../rules/ledger.ts';
import { type Charge, chargeFor, mergeFees, poolAmount } from '../../rules/merge-fee.ts';
import type { Fee, Pack } from '../../rules/pack.ts';
import { fee as feeOfMonth, INCENTIVE_VERDICTS } from '../fee.ts';
import type { Reason, Subject } from '../judgement.ts';
import { shownAmount } from '../money.ts';
import { factName, provenView, type ReasonView, sideOf } from '../present.ts';
import { atMonthsEnd, elapsedAt } from './forecast.ts';
import { type Section, type SectionView, sectionView } from './section.ts';

/** What the month comes to at one of the two rates. */
export interface RateView {
  rate: string;
  /** Whether the month is charged at it by the figures so far. */
  isCharged: boolean;
  base: string;
  dispatch: string;
  total: string;
  forecast: string;
}

export interface LineView {
  text: string;
  /** Where its rule can be read in several ways. */
  reading: string | null;
  amount: string;
  isUsed: boolean;
}

export interface FeeView extends SectionView {
  rates: RateView[];
  /** What the forecast rests on, or why there is none. */
  forecast: string[];
  lowerRate: string;
  /** What it takes to be charged at it. */
  conditions: ReasonView[];
  /** Each fee by each of its readings. */
  lines: LineView[];
}

const AMOUNTS = ['gmv', 'crossStoreAmount'] as const;
type AmountField = (typeof AMOUNTS)[number];

/** The two amounts that fees are charged on; of each what is known. */
type Charged = Record<AmountField, Range | undefined>;

const chargedOf = ({ facts: { pool } }: Subject): Charged => ({
  gmv: poolAmount(pool, 'gmv'),
  crossStoreAmount: poolAmount(pool, 'crossStoreAmount'),
});

const ofRate = (range: Range | undefined, { ratePct }: Fee): Range | undefined =>
  range && share(range, exactRange(ratePct));

const sumOf = (base: Range | undefined, dispatch: Range | undefined): Range | undefined =>
  base && dispatch && added([base, dispatch]);

interface Forecast {
  ahead: Charged;
  /** What it rests on, or why there is none. */
  notes: string[];
}

/** The month's amounts at its end, each by the day on which it was read. */
function forecastOf(subject: Subject, charged: Charged, t: Translator): Forecast {
  const { store, facts, readAt } = subject;
  const ahead: Charged = { gmv: undefined, crossStoreAmount: undefined };
  const notes = AMOUNTS.map((field) => {
    const path = `pool.${field}` as const;
    const range = charged[field];
    const elapsed = elapsedAt(facts.pool?.month, winning(path, store?.facts[path])?.at, readAt);
    const name = factName(path, t);
    if (typeof elapsed === 'string') {
      return t(keyOf('monitorNoForecast', elapsed), name);
    }
    ahead[field] = range && atMonthsEnd(range, elapsed);
    return t('monitorForecastFrom', name, elapsed.day, elapsed.days, elapsed.ofDays);
  });
  const isMade = AMOUNTS.some((field) => ahead[field]);
  return { ahead, notes: [...new Set(isMade ? [t('monitorForecastAssumes'), ...notes] : notes)] };
}

interface Shown {
  charge: Charge;
  /** An amount, or that it is not known. */
  amount(range: Range | undefined): string;
}

function rateView(rate: Fee, now: Charged, ahead: Charged, { charge, amount }: Shown): RateView {
  const [base, dispatch] = [ofRate(now.gmv, rate), ofRate(now.crossStoreAmount, charge.dispatch)];
  const later = sumOf(ofRate(ahead.gmv, rate), ofRate(ahead.crossStoreAmount, charge.dispatch));
  return {
    rate: `${rate.ratePct}%`,
    isCharged: charge.fees.length === 1 && charge.fees[0].id === rate.id,
    base: amount(base),
    dispatch: amount(dispatch),
    total: amount(sumOf(base, dispatch)),
    forecast: amount(later),
  };
}

function lineView(
  { rule, reading, amount, isUsed }: LedgerLine,
  pack: Pack,
  shown: (amount: LedgerLine['amount']) => string,
  t: Translator,
): LineView {
  const [doubt, id] = reading?.split('/') ?? [];
  const read = pack.doubts.find((one) => one.id === doubt)?.readings.find((one) => one.id === id);
  const fee = pack.fees.find((one) => one.id === rule);
  return {
    text: fee ? `${fee.ratePct}% · ${t(`monitorFee_${rule.replace('merge.fee-', '') as 'base'}`)}` : rule,
    reading: read?.text[sideOf(t)] ?? null,
    amount: shown(amount),
    isUsed,
  };
}

/** Both rates are shown, whichever of them the month is charged at by now. */
const atBothRates = (charge: Charge, { base, incentive }: ReturnType<typeof mergeFees>): Charge => ({
  ...charge,
  incentive: 'unknown',
  fees: [incentive, base],
});

const LINES: Record<Charge['incentive'], MessageKey> = {
  pass: 'monitorFeeMet',
  fail: 'monitorFeeMissed',
  unknown: 'monitorFeeOpen',
};

/** The fee of the month so far at both rates, its forecast, and what it takes to be charged the lower one. */
export function feeView(subject: Subject, t: Translator): FeeView {
  const { pack, facts } = subject;
  const charge = chargeFor(subject);
  const fees = mergeFees(pack);
  const currency = facts.pool?.currency ?? undefined;
  const amount = (range: Range | undefined): string =>
    range && currency ? shownAmount(currency, amountOf(range)) : t('notKnown');
  const now = chargedOf(subject);
  const { ahead, notes } = forecastOf(subject, now, t);
  const rates = [fees.base, fees.incentive].map((fee) => rateView(fee, now, ahead, { charge, amount }));
  const judged = feeOfMonth.judge(subject);
  const isCondition = ({ id }: Reason): boolean => charge.conditions.some(({ rule }) => rule.id === id);
  const isKnown = rates.some(({ total }) => total !== t('notKnown'));
  const missing = judged.missing.map((path) => factName(path, t)).join(t('comma'));
  const section: Section = {
    verdict: isKnown ? INCENTIVE_VERDICTS[charge.incentive] : 'unknown',
    line: isKnown
      ? { key: LINES[charge.incentive], args: rates.flatMap(({ rate, total }) => [rate, total]) }
      : { key: 'monitorFeeUnknown' },
    notes: missing ? [{ key: 'monitorFeeMissing', args: [missing] }] : [],
    reasons: [...judged.reasons.filter((reason) => !isCondition(reason)), ...judged.basis],
  };
  return {
    ...sectionView(section, subject, t),
    rates,
    forecast: notes,
    lowerRate: `${fees.incentive.ratePct}%`,
    conditions: judged.reasons.filter(isCondition).map((reason) => provenView(reason, subject, t)),
    lines: monthLedger(subject, atBothRates(charge, fees)).lines.map((line) =>
      lineView(line, pack, (own) => (own && currency ? shownAmount(currency, own) : t('notKnown')), t),
    ),
  };
}
