import Big from 'big.js';
import { type Range, rangeOf } from './amount.ts';
import type { Charge } from './merge-fee.ts';
import type { RuleTest } from './pack.ts';
import type { RuleOutcome } from './programmes.ts';
import { type Outcome, plain, type Quantity } from './quantity.ts';
import { number, type Situation } from './situation.ts';

/** A whole number, or the least and the most it can be while a count is not exactly known. */
export type Count = string | { low: string; high: string };

/** What one condition of the lower fee still asks for. */
export interface ConditionGap {
  rule: string;
  outcome: Outcome;
  /** The bar in percent, and what is held. */
  bar: string;
  held?: Count;
  /** So many more of `ofSkus` SKUs must sell; 0 where enough have sold. */
  moreSkus?: Count;
  ofSkus?: Count;
  /** So many more returns the month can bear at its present orders. */
  moreReturns?: Count;
  /** Returns are over the bar already: so many more orders without a return would mend it. */
  moreOrders?: Count;
  /** The counts and the rate that the page shows can't both be right. */
  countsDisagree?: true;
  missing?: string[];
}

const HUNDRED = new Big(100);

const whole = (value: Big, rounding: 0 | 3): Big => value.round(0, rounding);
const down = (value: Big): Big => whole(value, Big.roundDown);
const up = (value: Big): Big => whole(value, Big.roundUp);

/** No whole number lies between the ends where facts contradict each other. */
const possible = (range: Range): Range | undefined => (range.lo.lte(range.hi) ? range : undefined);

/** Counts are whole: of a count shown rounded only the whole numbers it can stand for are left. */
function counts(quantity: Quantity | undefined): Range | undefined {
  const range = rangeOf(quantity);
  if (!range || !quantity) return undefined;
  const hi = down(range.hi);
  return possible({ lo: up(range.lo), hi: hi.eq(range.hi) && !quantity.closed ? hi.minus(1) : hi });
}

const count = ({ lo, hi }: Range): Count => (lo.eq(hi) ? plain(lo) : { low: plain(lo), high: plain(hi) });

const atLeast0 = (value: Big): Big => (value.lt(0) ? new Big(0) : value);

/** A percentage of a count as the count it comes to. */
const partOf = (range: Range, pct: Range): Range => ({
  lo: range.lo.times(pct.lo).div(HUNDRED),
  hi: range.hi.times(pct.hi).div(HUNDRED),
});

const overlap = (a: Range, b: Range): boolean => a.lo.lte(b.hi) && b.lo.lte(a.hi);

/** Whether a counted part can be neither what the rate makes of the whole nor a part of it at all. */
const contradict = (
  counted: Range | undefined,
  worked: Range | undefined,
  all: Range | undefined,
): boolean => {
  if (!counted) return false;
  return (worked !== undefined && !overlap(counted, worked)) || (all !== undefined && counted.lo.gt(all.hi));
};

/** What a condition is worked out from: counts of a part and a whole, the part else from the rate. */
function partAndWhole(
  { facts, value }: Situation,
  rate: 'pool.returnRatePct' | 'pool.sellThroughPct',
): { part: Range | undefined; whole: Range | undefined; isContrary: boolean; missing: string[] } {
  const isReturns = rate === 'pool.returnRatePct';
  const all = counts(number(isReturns ? facts.pool?.orders : facts.pool?.skus));
  const counted = counts(number(isReturns ? facts.pool?.returns : facts.pool?.soldSkus));
  const pct = rangeOf(value(rate) as Quantity | undefined);
  const worked = all && pct && partOf(all, pct);
  const part = counted ?? (worked && possible({ lo: up(worked.lo), hi: down(worked.hi) }));
  const [wholeName, partName] = isReturns ? ['pool.orders', 'pool.returns'] : ['pool.skus', 'pool.soldSkus'];
  return {
    part,
    whole: all,
    isContrary: contradict(counted, worked, all),
    missing: [...(all ? [] : [wholeName]), ...(part ? [] : [partName])],
  };
}

/** How many more SKUs must sell: the least number of sold SKUs that reaches the bar, less those that have. */
function skusToSell(part: Range, all: Range, bar: Big): Pick<ConditionGap, 'moreSkus' | 'ofSkus'> {
  const needed = (skus: Big): Big => up(skus.times(bar).div(HUNDRED));
  return {
    moreSkus: count({
      lo: atLeast0(needed(all.lo).minus(part.hi)),
      hi: atLeast0(needed(all.hi).minus(part.lo)),
    }),
    ofSkus: count(all),
  };
}

/** How many more returns the month can bear; over the bar, how many more orders would mend it. */
function returnsToBear(part: Range, all: Range, bar: Big): Pick<ConditionGap, 'moreReturns' | 'moreOrders'> {
  const allowed = (orders: Big): Big => down(orders.times(bar).div(HUNDRED));
  const low = allowed(all.lo).minus(part.hi);
  const high = allowed(all.hi).minus(part.lo);
  if (high.gte(0)) return { moreReturns: count({ lo: atLeast0(low), hi: high }) };
  const needed = (returns: Big): Big => up(returns.times(HUNDRED).div(bar));
  return { moreOrders: count({ lo: needed(part.lo).minus(all.hi), hi: needed(part.hi).minus(all.lo) }) };
}

type NumberTest = Exclude<RuleTest, { op: 'is' }>;

function gapOf(situation: Situation, { rule, outcome }: RuleOutcome): ConditionGap {
  const { fact, value } = rule.test as NumberTest;
  const bar = new Big(value);
  const { part, whole: all, isContrary, missing } = partAndWhole(situation, fact as 'pool.sellThroughPct');
  const common = { rule: rule.id, outcome, bar: value };
  if (!part || !all) return { ...common, missing };
  const gap = fact === 'pool.returnRatePct' ? returnsToBear(part, all, bar) : skusToSell(part, all, bar);
  return { ...common, held: count(part), ...gap, ...(isContrary && { countsDisagree: true }) };
}

/**
 * What it takes to reach the lower fee, condition by condition. The article does not say what the return rate is
 * counted over; orders are taken.
 */
export const incentiveGaps = (situation: Situation, { conditions }: Charge): ConditionGap[] =>
  conditions.map((decided) => gapOf(situation, decided));
