import { Engine } from 'json-rules-engine';
import type { Facts } from '../../utils/rules/facts.ts';
import type { Pack, RuleTest } from '../../utils/rules/pack.ts';
import type { NumberFact } from '../../utils/rules/quantity.ts';

const OPERATORS: Record<RuleTest['op'], string> = {
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
  '=': 'equal',
  is: 'equal',
};

/** The merge service's bars as one rule of json-rules-engine, which has two values and floating-point numbers. */
export function mergeEngine({ rules }: Pack): Engine {
  const all = rules
    .filter(({ programme, kind }) => programme === 'merge' && kind === 'bar')
    .flatMap(({ test }) => test ?? [])
    .map(({ fact, op, value }) => ({
      fact,
      operator: OPERATORS[op],
      value: op === 'is' ? value : Number(value),
    }));
  return new Engine([{ conditions: { all }, event: { type: 'merge' } }], { allowUndefinedFacts: true });
}

/** A number as this engine can take it: of a shown one the value on the page. */
const plainNumber = (fact: NumberFact | null | undefined): number | undefined =>
  fact === null || fact === undefined ? undefined : Number(typeof fact === 'object' ? fact.shown : fact);

/** A product's facts by the names of the rules, worked out beforehand. */
export function engineFacts({ store }: Facts): Record<string, unknown> {
  const skus = Object.values(store?.skusByCategory ?? {}).map((count) => plainNumber(count) ?? 0);
  return {
    'store.registeredIn': store?.registeredIn ?? undefined,
    'store.fullManagedStores': plainNumber(store?.fullManagedStores),
    'store.gmv90dUsd': plainNumber(store?.gmv90dUsd),
    'store.positiveRatingPct': plainNumber(store?.positiveRatingPct),
    'store.disputeRatePct': plainNumber(store?.disputeRatePct),
    'store.fulfilmentRatePct': plainNumber(store?.fulfilmentRatePct),
    'store.largestCategorySkus': Math.max(0, ...skus),
    'store.stableSupply': store?.stableSupply ?? undefined,
  };
}
