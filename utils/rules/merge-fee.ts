import Big from 'big.js';
import { added, exactRange, type Range, rangeOf, share } from './amount.ts';
import { currencyDecimals } from './currency.ts';
import type { Facts, PoolFacts } from './facts.ts';
import type { Fee, Pack } from './pack.ts';
import { decideRules, type RuleOutcome } from './programmes.ts';
import { allOf, type Outcome, plain, toCents } from './quantity.ts';
import { number, type Situation } from './situation.ts';

/** What the merge service will bill for a pool's month; amounts in the pool's currency. */
export interface MergeFeeResult {
  incentive: Outcome;
  ratePct?: string;
  baseExact?: string;
  dispatchExact?: string;
  totalExact?: string;
  total?: string;
  low?: string;
  high?: string;
  missing?: string[];
}

/** The three fees of the merge service, as the pack has them. */
interface MergeFees {
  base: Fee;
  incentive: Fee;
  dispatch: Fee;
}

/** @throws where the pack lacks one of the three: a pack that passed its check has them. */
export function mergeFees(pack: Pack): MergeFees {
  const find = (id: string): Fee => {
    const fee = pack.fees.find((entry) => entry.id === id);
    if (!fee) throw new Error(`The pack ${pack.version} has no fee ${id}`);
    return fee;
  };
  return {
    base: find('merge.fee-base'),
    incentive: find('merge.fee-incentive'),
    dispatch: find('merge.fee-dispatch'),
  };
}

/** What the month is charged: the incentive's outcome, the conditions behind it, and the rates that come of it. */
export interface Charge {
  incentive: Outcome;
  conditions: RuleOutcome[];
  /** The lower rate first; two only while the incentive is not known. */
  fees: [Fee, ...Fee[]];
  dispatch: Fee;
}

/** The base fee's rate by the month's figures: every incentive condition must hold for the lower one. */
export function chargeFor(situation: Situation): Charge {
  const conditions = decideRules(situation, 'merge').filter(({ rule }) => rule.kind === 'incentive');
  const incentive = allOf(conditions.map(({ outcome }) => outcome));
  const { base, incentive: lower, dispatch } = mergeFees(situation.pack);
  const fees: Record<Outcome, Charge['fees']> = { pass: [lower], fail: [base], unknown: [lower, base] };
  return { incentive, conditions, fees: fees[incentive], dispatch };
}

/** An amount of the pool's month, in the pool's currency. */
export function poolAmount(
  pool: PoolFacts | null | undefined,
  field: 'gmv' | 'crossStoreAmount',
): Range | undefined {
  return rangeOf(number(pool?.[field], pool?.currency ? currencyDecimals(pool.currency) : undefined));
}

/** The fees of the month that count, each between the least and the most it can be. */
interface Bill {
  base: Range;
  dispatch: Range;
  total: Range;
}

/** @returns `undefined` where an amount that is charged on is not known */
export function billOf({ pool }: Facts, charge: Charge): Bill | undefined {
  const gmv = poolAmount(pool, 'gmv');
  const crossStore = poolAmount(pool, 'crossStoreAmount');
  if (!gmv || !crossStore) return undefined;
  const [lowest, highest = lowest] = charge.fees;
  const base = share(gmv, { lo: new Big(lowest.ratePct), hi: new Big(highest.ratePct) });
  const dispatch = share(crossStore, exactRange(charge.dispatch.ratePct));
  return { base, dispatch, total: added([base, dispatch]) };
}

/**
 * The bill of one month. Rounded once, at the end, half up: which rounding the platform uses no source says.
 * Where the incentive or an amount is not exactly known, `low` and `high` bound the total instead.
 */
export function mergeFee({ facts }: Situation, charge: Charge): MergeFeeResult {
  const { incentive, fees } = charge;
  const [only, ...others] = fees;
  const rate = others.length === 0 ? { ratePct: only.ratePct } : {};
  const bill = billOf(facts, charge);
  if (!bill) {
    const missing = (['crossStoreAmount', 'gmv'] as const).filter((field) => !poolAmount(facts.pool, field));
    return { incentive, ...rate, missing };
  }
  const { base, dispatch, total } = bill;
  if (others.length > 0 || !total.lo.eq(total.hi)) {
    return { incentive, ...rate, low: toCents(total.lo), high: toCents(total.hi) };
  }
  return {
    incentive,
    ...rate,
    baseExact: plain(base.lo),
    dispatchExact: plain(dispatch.lo),
    totalExact: plain(total.lo),
    total: toCents(total.lo),
  };
}
