import { type Amount, added, amountOf, around, exactRange, type Range, rangeOf, share } from './amount.ts';
import { billOf, type Charge, mergeFees, poolAmount } from './merge-fee.ts';
import type { Fee } from './pack.ts';
import type { Outcome } from './quantity.ts';
import { number, type Situation } from './situation.ts';

/** What a line holds for: a month that earned the incentive or missed it; orders split between stores. */
export type Condition = 'incentive-met' | 'incentive-missed' | 'cross-store';

/** One fee, worked out by one reading of its rule. */
export interface LedgerLine {
  rule: string;
  /** `DOUBT/READING` where the rule can be read in several ways. */
  reading?: string;
  /** Whether it counts in the total: by the reading that is used, under conditions that can still be. */
  isUsed: boolean;
  when?: Condition;
  base: 'cross-store-amount' | 'cross-store-orders' | 'gmv' | 'price';
  baseAmount?: Amount;
  /** Of the base; or so many units of currency for each order. */
  ratePct?: string;
  perOrder?: string;
  amount?: Amount;
  /** The facts that are missing for the amount. */
  missing?: string[];
}

/** The merge service's fees of a month, line by line, in the pool's currency. */
export interface MonthLedger {
  currency: string | null;
  lines: LedgerLine[];
  /** The used lines together; bounds where the incentive is not known. */
  total?: Amount;
  /** The least and the most that any readings of the rules make of it. */
  acrossReadings?: Amount;
}

interface Working extends Pick<LedgerLine, 'rule' | 'reading' | 'when' | 'base'> {
  isUsed: boolean;
  /** The amount of the base; `missing` names the fact where it is not known. */
  of: Range | undefined;
  missing: string;
  ratePct: string;
  /** The most it can be where the source leaves that open. */
  highestPct?: string;
  isPerOrder?: boolean;
}

function chargedOn({ of, ratePct, highestPct = ratePct, isPerOrder }: Working): Range | undefined {
  if (!of) return undefined;
  const rates = { lo: exactRange(ratePct).lo, hi: exactRange(highestPct).hi };
  return isPerOrder ? { lo: of.lo.times(rates.lo), hi: of.hi.times(rates.hi) } : share(of, rates);
}

function lineOf(working: Working): LedgerLine {
  const { rule, reading, when, base, isUsed, of, missing, ratePct, isPerOrder } = working;
  const charged = chargedOn(working);
  return {
    rule,
    ...(reading && { reading }),
    isUsed,
    ...(when && { when }),
    base,
    ...(of && { baseAmount: amountOf(of) }),
    ...(isPerOrder ? { perOrder: ratePct } : { ratePct }),
    ...(charged ? { amount: amountOf(charged) } : { missing: [missing] }),
  };
}

/** The base fee: at the one rate, the other, or both while the incentive is not known. */
function baseFees(base: Fee, lower: Fee, incentive: Outcome, gmv: Range | undefined): Working[] {
  const common = { base: 'gmv', of: gmv, missing: 'pool.gmv' } as const;
  const missed: Working = {
    ...common,
    rule: base.id,
    when: 'incentive-missed',
    isUsed: true,
    ratePct: base.ratePct,
  };
  const met: Working = {
    ...common,
    rule: lower.id,
    reading: 'ambiguity.incentive-base/whole-gmv',
    when: 'incentive-met',
    isUsed: true,
    ratePct: lower.ratePct,
  };
  const metAboveABase: Working = {
    ...met,
    reading: 'ambiguity.incentive-base/above-a-base',
    isUsed: false,
    highestPct: base.ratePct,
  };
  return [...(incentive === 'fail' ? [] : [met, metAboveABase]), ...(incentive === 'pass' ? [] : [missed])];
}

/** The dispatch fee by each reading of "0.3% per order". */
function dispatchFees({ id, ratePct }: Fee, { facts }: Situation, gmv: Range | undefined): Working[] {
  const common = { rule: id, ratePct } as const;
  return [
    {
      ...common,
      reading: 'ambiguity.dispatch-fee/order-amount',
      isUsed: true,
      base: 'cross-store-amount',
      of: poolAmount(facts.pool, 'crossStoreAmount'),
      missing: 'pool.crossStoreAmount',
    },
    {
      ...common,
      reading: 'ambiguity.dispatch-fee/whole-gmv',
      isUsed: false,
      base: 'gmv',
      of: gmv,
      missing: 'pool.gmv',
    },
    {
      ...common,
      reading: 'ambiguity.dispatch-fee/flat-per-order',
      isUsed: false,
      base: 'cross-store-orders',
      of: rangeOf(number(facts.pool?.crossStoreOrders)),
      missing: 'pool.crossStoreOrders',
      isPerOrder: true,
    },
  ];
}

/** What several fees of which one is charged come to, by what is known of each. */
function oneOf(workings: readonly Working[]): Range | undefined {
  const [first, ...others] = workings.map(chargedOn);
  if (!first || others.some((range) => !range)) return undefined;
  return around([first, ...(others as Range[])]);
}

/** The merge fees of the pool's month, every reading of an ambiguous fee beside the used one. */
export function monthLedger(situation: Situation, charge: Charge): MonthLedger {
  const { base, incentive: lower, dispatch } = mergeFees(situation.pack);
  const gmv = poolAmount(situation.facts.pool, 'gmv');
  const bases = baseFees(base, lower, charge.incentive, gmv);
  const dispatches = dispatchFees(dispatch, situation, gmv);
  const bill = billOf(situation.facts, charge);
  const [anyBase, anyDispatch] = [oneOf(bases), oneOf(dispatches)];
  return {
    currency: situation.facts.pool?.currency ?? null,
    lines: [...bases, ...dispatches].map(lineOf),
    ...(bill && { total: amountOf(bill.total) }),
    ...(anyBase && anyDispatch && { acrossReadings: amountOf(added([anyBase, anyDispatch])) }),
  };
}
