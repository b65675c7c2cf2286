import Big from 'big.js';
import { Engine } from 'json-rules-engine';
import type { Facts } from '../../utils/rules/facts.ts';
import type { Pack, RuleTest } from '../../utils/rules/pack.ts';
import {
  type Comparison,
  compare,
  isExact,
  type Outcome,
  type Quantity,
} from '../../utils/rules/quantity.ts';
import { situationOf, type Value } from '../../utils/rules/situation.ts';

/** The merge service's verdict by json-rules-engine, of facts made ready for it beforehand. */
export interface MergeEngine {
  prepare(facts: Facts): Record<string, unknown>;
  verdict(prepared: Record<string, unknown>): Promise<Outcome>;
}

const mergeBars = ({ rules }: Pack): RuleTest[] =>
  rules
    .filter(({ programme, kind }) => programme === 'merge' && kind === 'bar')
    .flatMap(({ test }) => test ?? []);

const barOf = ({ op, value }: RuleTest): unknown => (op === 'is' ? value : Number(value));

/** The values of the facts that the bars ask for, those that are known. */
function valuesOf(pack: Pack, facts: Facts): [string, NonNullable<Value>][] {
  const { value } = situationOf(pack, facts);
  return mergeBars(pack).flatMap(({ fact }): [string, NonNullable<Value>][] => {
    const found = value(fact);
    return found === undefined ? [] : [[fact, found]];
  });
}

const isQuantity = (value: NonNullable<Value>): value is Quantity => typeof value === 'object';

/** Whether two values are enough: every fact that the bars ask for is known, and none of them rounded. */
export function isDecided(pack: Pack, facts: Facts): boolean {
  const values = valuesOf(pack, facts);
  return (
    values.length === mergeBars(pack).length &&
    values.every(([, value]) => !isQuantity(value) || isExact(value))
  );
}

const OPERATORS: Record<RuleTest['op'], string> = {
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
  '=': 'equal',
  is: 'equal',
};

/** As it comes: one rule, doubles, two values. A fact that is not known fails. */
export function twoValuedEngine(pack: Pack): MergeEngine {
  const all = mergeBars(pack).map((test) => ({
    fact: test.fact,
    operator: OPERATORS[test.op],
    value: barOf(test),
  }));
  const engine = new Engine([{ conditions: { all }, event: { type: 'pass' } }], {
    allowUndefinedFacts: true,
  });
  return {
    prepare: (facts) =>
      Object.fromEntries(
        valuesOf(pack, facts).map(([fact, value]) => [fact, isQuantity(value) ? Number(value.lo) : value]),
      ),
    verdict: async (prepared) => ((await engine.run(prepared)).events.length > 0 ? 'pass' : 'fail'),
  };
}

const COMPARISONS: readonly Comparison[] = ['>=', '<=', '<', '='];

/** With operators for three values and what facts stand for: one rule for what holds, one for what fails for certain. */
export function threeValuedEngine(pack: Pack): MergeEngine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const op of COMPARISONS) {
    for (const outcome of ['pass', 'fail'] as const) {
      engine.addOperator<Quantity | undefined, Big>(
        `${op} ${outcome}`,
        (quantity, bar) => quantity !== undefined && compare(quantity, op, bar) === outcome,
      );
    }
  }
  engine.addOperator<unknown, unknown>('is pass', (value, wanted) => value === wanted);
  engine.addOperator<unknown, unknown>('is fail', (value, wanted) => value !== undefined && value !== wanted);
  const conditions = (outcome: Outcome) =>
    mergeBars(pack).map((test) => ({
      fact: test.fact,
      operator: `${test.op} ${outcome}`,
      value: test.op === 'is' ? test.value : new Big(test.value),
    }));
  engine.addRule({ conditions: { all: conditions('pass') }, event: { type: 'pass' } });
  engine.addRule({ conditions: { any: conditions('fail') }, event: { type: 'fail' } });
  return {
    prepare: (facts) => Object.fromEntries(valuesOf(pack, facts)),
    verdict: async (prepared) => ((await engine.run(prepared)).events[0]?.type ?? 'unknown') as Outcome,
  };
}
