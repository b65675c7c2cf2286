import Big from 'big.js';
import { currencyDecimals, type PoolFacts } from './facts.ts';
import type { Fee, Pack } from './pack.ts';
import { allOf, decideRules } from './programmes.ts';
import { isExact, type Outcome, percentOf, plain, type Quantity, quantityOf, toCents } from './quantity.ts';

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
export interface MergeFees {
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

/** Whether the month earns the lower rate: every incentive condition must hold. */
export function incentiveOf(pack: Pack, pool: PoolFacts | undefined): Outcome {
  const conditions = decideRules(pack, 'merge', pool ? { pool } : {}).filter(
    ({ rule }) => rule.kind === 'incentive',
  );
  return allOf(conditions.map(({ outcome }) => outcome));
}

const amount = (pool: PoolFacts, field: 'gmv' | 'crossStoreAmount'): Quantity | undefined => {
  const fact = pool[field];
  if (fact === null || fact === undefined) return undefined;
  return quantityOf(fact, pool.currency ? currencyDecimals(pool.currency) : undefined);
};

const total = (gmv: Big, crossStore: Big, base: Fee, dispatch: Fee): Big =>
  percentOf(gmv, new Big(base.ratePct)).plus(percentOf(crossStore, new Big(dispatch.ratePct)));

/**
 * The bill of one month. Rounded once, at the end, half up: which rounding the platform uses no source says.
 * Where the incentive or an amount is not exactly known, `low` and `high` bound the total instead.
 */
export function mergeFee(pack: Pack, pool: PoolFacts): MergeFeeResult {
  const fees = mergeFees(pack);
  const incentive = incentiveOf(pack, pool);
  const charged = { pass: [fees.incentive], fail: [fees.base], unknown: [fees.incentive, fees.base] }[
    incentive
  ];
  const rate = charged.length === 1 && charged[0] ? { ratePct: charged[0].ratePct } : {};
  const gmv = amount(pool, 'gmv');
  const crossStore = amount(pool, 'crossStoreAmount');
  if (!gmv?.hi || !crossStore?.hi) {
    const missing = [...(crossStore ? [] : ['crossStoreAmount']), ...(gmv ? [] : ['gmv'])];
    return { incentive, ...rate, missing };
  }
  const [first] = charged;
  if (first && charged.length === 1 && isExact(gmv) && isExact(crossStore)) {
    const base = percentOf(gmv.lo, new Big(first.ratePct));
    const dispatch = percentOf(crossStore.lo, new Big(fees.dispatch.ratePct));
    return {
      incentive,
      ...rate,
      baseExact: plain(base),
      dispatchExact: plain(dispatch),
      totalExact: plain(base.plus(dispatch)),
      total: toCents(base.plus(dispatch)),
    };
  }
  const [lowest = fees.incentive, highest = lowest] = charged;
  return {
    incentive,
    ...rate,
    low: toCents(total(gmv.lo, crossStore.lo, lowest, fees.dispatch)),
    high: toCents(total(gmv.hi, crossStore.hi, highest, fees.dispatch)),
  };
}
