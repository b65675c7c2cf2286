import Big from 'big.js';
import { isKnown } from './facts.ts';
import type { Programme, Rule } from './pack.ts';
import { decideRules, type RuleOutcome, rulesOf } from './programmes.ts';
import { allOf, compare, type Outcome, type Quantity } from './quantity.ts';
import type { Situation } from './situation.ts';

/** `waiting`: the platform's turn. `blocked`: can't be had as things stand. */
export type ItemState = 'blocked' | 'done' | 'failed' | 'open' | 'unknown' | 'waiting';

/** One bar, step or document of a programme, in the order a seller meets them. */
export interface ReadinessItem {
  rule: string;
  state: ItemState;
  /** The rule that says what to do about it. */
  seeRule?: string;
}

/** How far a store is on its way into a programme. */
export interface Readiness {
  /** Whether all that is asked for is done. */
  verdict: Outcome;
  items: ReadinessItem[];
  /** The first item that is not done. */
  next: string | null;
  /** What can't be undone on the way. */
  irreversible: string[];
}

const ITEM_KINDS: readonly Rule['kind'][] = ['bar', 'document', 'step'];

const SUPPLY_CHAIN = 'semi.supply-chain-system';
const SUPPLY_CHAIN_DIAGNOSIS = 'semi.supply-chain-diagnosis';
/** Source: seed-000, line 38 (A19): open for over a day, there is something to be mended. */
const DAYS_TO_WAIT = new Big(1);

/** The supply-chain system opens by itself; only after a day is there anything to do. */
function supplyChainState(situation: Situation): Pick<ReadinessItem, 'state' | 'seeRule'> {
  const pending = situation.value('store.supplyChainPendingDays') as Quantity | undefined;
  const isInTime = pending ? compare(pending, '<=', DAYS_TO_WAIT) : 'unknown';
  if (isInTime === 'pass') return { state: 'waiting' };
  return { state: isInTime === 'fail' ? 'failed' : 'open', seeRule: SUPPLY_CHAIN_DIAGNOSIS };
}

const DECIDED: Record<Outcome, ItemState> = { pass: 'done', fail: 'failed', unknown: 'unknown' };

function ticked(situation: Situation, id: string): ItemState {
  const tick = situation.facts.done?.[id];
  if (!isKnown(tick)) return 'unknown';
  return tick ? 'done' : 'open';
}

function stateOf(
  situation: Situation,
  rule: Rule,
  outcome: Outcome | undefined,
): Omit<ReadinessItem, 'rule'> {
  if (rule.id === SUPPLY_CHAIN && outcome === 'fail') return supplyChainState(situation);
  if (outcome === undefined) return { state: ticked(situation, rule.id) };
  // A document's test says whether it can be had at all.
  if (rule.kind === 'document') {
    if (outcome === 'pass') return { state: ticked(situation, rule.id) };
    return { state: outcome === 'fail' ? 'blocked' : 'unknown' };
  }
  if (rule.kind === 'step' && outcome === 'fail') return { state: 'open' };
  return { state: DECIDED[outcome] };
}

const VERDICTS: Record<ItemState, Outcome> = {
  blocked: 'fail',
  done: 'pass',
  failed: 'fail',
  open: 'fail',
  unknown: 'unknown',
  waiting: 'fail',
};

/** Every bar, step and document of a programme, with where the store stands on each. */
export function readinessFor(situation: Situation, programme: Programme): Readiness {
  const rules = rulesOf(situation.pack, programme);
  const outcomes = new Map(
    decideRules(situation, programme).map(({ rule, outcome }: RuleOutcome) => [rule.id, outcome]),
  );
  const items = rules
    .filter(({ kind }) => ITEM_KINDS.includes(kind))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((rule) => ({ rule: rule.id, ...stateOf(situation, rule, outcomes.get(rule.id)) }));
  return {
    verdict: items.length > 0 ? allOf(items.map(({ state }) => VERDICTS[state])) : 'unknown',
    items,
    next: items.find(({ state }) => state !== 'done')?.rule ?? null,
    irreversible: rules.filter(({ kind }) => kind === 'irreversible').map(({ id }) => id),
  };
}
