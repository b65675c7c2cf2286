import Big from 'big.js';
import type { Facts } from './facts.ts';
import type { Pack, Programme, Rule, RuleTest } from './pack.ts';
import {
  compare,
  largest,
  type NumberFact,
  type Outcome,
  type Quantity,
  quantityOf,
  sum,
} from './quantity.ts';

/** A rule as it came out for the given facts, and the fact it was decided by. */
export interface RuleOutcome {
  rule: Rule;
  fact: string;
  outcome: Outcome;
  /** The fact is known, but stands for values on both sides of the bar. */
  atTheLimit: boolean;
}

/** A programme's verdict with the ids of the rules behind it, each list sorted. */
export interface ProgrammeResult {
  verdict: Outcome;
  fails: string[];
  unknowns: string[];
  cautions: string[];
  conflicts: string[];
}

const USD_DECIMALS = 2;

type Raw = NumberFact | boolean | null | undefined;

const number = (fact: NumberFact | null | undefined, decimals?: number): Quantity | undefined =>
  fact === null || fact === undefined ? undefined : quantityOf(fact, decimals);

/** `undefined` where no category was counted; an empty list says that there are none. */
const skuCounts = ({ store }: Facts): (Quantity | undefined)[] | undefined =>
  store?.skusByCategory ? Object.values(store.skusByCategory).map((count) => number(count)) : undefined;

const over = (
  facts: Facts,
  combine: (counts: (Quantity | undefined)[]) => Quantity,
): Quantity | undefined => {
  const counts = skuCounts(facts);
  return counts && combine(counts);
};

/** Numbers that need more than the fact of their name: another fact they follow from, or their currency. */
const DERIVED: Record<string, { from: string; value: (facts: Facts) => Quantity | undefined }> = {
  'store.largestCategorySkus': { from: 'store.skusByCategory', value: (facts) => over(facts, largest) },
  'store.totalSkus': { from: 'store.skusByCategory', value: (facts) => over(facts, sum) },
  'store.gmv90dUsd': {
    from: 'store.gmv90dUsd',
    value: ({ store }) => number(store?.gmv90dUsd, USD_DECIMALS),
  },
};

/** The fact that a person would have to find or type for a test to be decided. */
const factBehind = (name: string): string => DERIVED[name]?.from ?? name;

function rawFact(facts: Facts, name: string): Raw {
  const [part = '', field = ''] = name.split('.');
  const holder: unknown = facts[part as keyof Facts];
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, field)) return undefined;
  return (holder as Record<string, Raw>)[field];
}

function quantityFact(facts: Facts, name: string): Quantity | undefined {
  const derived = DERIVED[name];
  if (derived) return derived.value(facts);
  const raw = rawFact(facts, name);
  if (typeof raw === 'boolean') throw new TypeError(`${name} is not a number and can't be compared`);
  return number(raw);
}

function outcomeOf(facts: Facts, test: RuleTest): Pick<RuleOutcome, 'outcome' | 'atTheLimit'> {
  if (test.op === 'is') {
    const raw = rawFact(facts, test.fact) ?? undefined;
    const outcome = raw === undefined ? 'unknown' : raw === test.value ? 'pass' : 'fail';
    return { outcome, atTheLimit: false };
  }
  const quantity = quantityFact(facts, test.fact);
  if (!quantity) return { outcome: 'unknown', atTheLimit: false };
  const outcome = compare(quantity, test.op, new Big(test.value));
  return { outcome, atTheLimit: outcome === 'unknown' };
}

/** Every rule of a programme that has a test, decided over the facts, in the pack's order. */
export function decideRules(pack: Pack, programme: Programme, facts: Facts): RuleOutcome[] {
  return pack.rules.flatMap((rule) => {
    if (rule.programme !== programme || !rule.test) return [];
    return [{ rule, fact: factBehind(rule.test.fact), ...outcomeOf(facts, rule.test) }];
  });
}

/** A known fail beats an unknown, an unknown beats a pass. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unknown') ? 'unknown' : 'pass';
}

/** The verdict of a programme: its bars decide; cautions and conflicts stand beside it. */
export function programmeResult(decided: readonly RuleOutcome[]): ProgrammeResult {
  const ids = (kind: Rule['kind'], outcome: Outcome): string[] =>
    decided
      .filter((entry) => entry.rule.kind === kind && entry.outcome === outcome)
      .map(({ rule }) => rule.id)
      .sort();
  const bars = decided.filter(({ rule }) => rule.kind === 'bar');
  return {
    verdict: bars.length > 0 ? allOf(bars.map(({ outcome }) => outcome)) : 'unknown',
    fails: ids('bar', 'fail'),
    unknowns: ids('bar', 'unknown'),
    cautions: ids('caution', 'pass'),
    conflicts: ids('conflict', 'pass'),
  };
}
