import Big from 'big.js';
import { type FieldPath, fieldOf, freshDays, isFieldPath } from '../facts/fields.ts';

import { winning } from '../facts/kept.ts';
import { factsOf, type StoreRecord } from '../facts/store-record.ts';
import { chineseDay, DAY_MS } from '../features/clock.ts';
import type { Facts } from '../rules/facts.ts';
import type { Pack, RuleTest } from '../rules/pack.ts';
import { decideRules, type RuleOutcome } from '../rules/programmes.ts';
import type { Outcome, Quantity } from '../rules/quantity.ts';
import { type Situation, situationOf } from '../rules/situation.ts';
import { type Alert, idOf, NO_DATE } from './alert.ts';

type NumberTest = Exclude<RuleTest, { op: 'is' }>;

/** How a rate or an amount of the merge service stands to its bar. */
export interface BarState {
  /** The id of its alert, should there be one. */
  id: string;
  rule: string;
  fact: FieldPath;
  value: unknown;
  currency: string | null;
  outcome: Outcome;
  isClose: boolean;
}

/**
 * How much of the room beyond a bar counts as close to it: from 96.5% to 100% it is the first 0.35 points, of an amount
 * without an end a tenth of the bar. ManagedLens's own measure, and called so: no source says what is close.
 */
const CLOSE_PART = '0.1';

/** What is close to a bar, in the fact's own unit. */
export function marginOf({ op, value }: NumberTest, kind: 'money' | 'percent'): Big {
  const bar = new Big(value);
  const room = kind === 'percent' && op === '>=' ? new Big(100).minus(bar) : bar;
  return room.times(CLOSE_PART);
}

/** Whether the worst that a value can be lies within the margin of its bar, to either side. */
function isClose({ lo, hi }: Quantity, test: NumberTest, margin: Big): boolean {
  const worst = test.op === '>=' ? lo : hi;
  return hi !== null && Boolean(worst?.minus(test.value).abs().lte(margin));
}

const valueAt = (fact: FieldPath, facts: Facts): unknown => {
  const [part, field = ''] = fact.split('.') as ['pool' | 'store', string];
  return (facts[part] as Record<string, unknown>)[field];
};

function stateOf({ rule, outcome }: RuleOutcome, { facts, value }: Situation, channelId: string): BarState[] {
  const { test } = rule;
  if (!test || test.op === 'is' || !isFieldPath(test.fact)) return [];
  const { kind } = fieldOf(test.fact);
  const quantity = value(test.fact) as Quantity | undefined;
  // Counts don't drift as rates do: a store with its one full-managed store is not about to have none.
  if (!quantity || (kind !== 'percent' && kind !== 'money')) return [];
  const month = test.fact.startsWith('pool.') ? [facts.pool?.month ?? ''] : [];
  return [
    {
      id: idOf('bar', channelId, rule.id, ...month),
      rule: rule.id,
      fact: test.fact,
      value: valueAt(test.fact, facts),
      currency: facts.pool?.currency ?? null,
      outcome,
      isClose: outcome !== 'fail' && isClose(quantity, test, marginOf(test, kind)),
    },
  ];
}

/** How the known rates and amounts of a store stand to the bars of the merge service; a month that is over is settled. */
export function barStates(pack: Pack, record: StoreRecord, at: string): BarState[] {
  const situation = situationOf(pack, factsOf(record));
  const thisMonth = chineseDay(Date.parse(at)).slice(0, 7);
  const isSettled = (situation.facts.pool?.month ?? thisMonth) < thisMonth;
  return decideRules(situation, 'merge')
    .filter(({ rule }) => rule.kind === 'bar' || (rule.kind === 'incentive' && !isSettled))
    .flatMap((decided) => stateOf(decided, situation, record.channelId));
}

/** What a rate follows from where nobody stated it. */
const COUNTS: Partial<Record<FieldPath, readonly FieldPath[]>> = {
  'pool.sellThroughPct': ['pool.soldSkus', 'pool.skus'],
  'pool.returnRatePct': ['pool.returns', 'pool.orders'],
};

/** How many days ago the oldest fact behind a value was seen, where that is longer than such facts keep. */
function agedDays(fact: FieldPath, { facts }: StoreRecord, at: string): number | null {
  const stated = winning(fact, facts[fact]);
  const behind = stated ? [stated] : (COUNTS[fact] ?? []).flatMap((path) => winning(path, facts[path]) ?? []);
  const days = behind.map((kept) => Math.floor((Date.parse(at) - Date.parse(kept.at)) / DAY_MS));
  const oldest = Math.max(...days, 0);
  return oldest > freshDays(fact) ? oldest : null;
}

/**
 * A rate that holds its bar but lies close to it, and one that held it once and holds it no more.
 * @param held the ids of the bars that were seen to hold
 */
export function barAlerts(pack: Pack, record: StoreRecord, held: ReadonlySet<string>, at: string): Alert[] {
  return barStates(pack, record, at)
    .filter(({ id, outcome, isClose: isNear }) => isNear || (outcome === 'fail' && held.has(id)))
    .map(({ id, rule, fact, value, currency, isClose: isNear }) => ({
      ...NO_DATE,
      kind: 'bar',
      id,
      channelId: record.channelId,
      stage: isNear ? 'near' : 'crossed',
      agedDays: agedDays(fact, record, at),
      rule,
      fact,
      value,
      currency,
    }));
}
