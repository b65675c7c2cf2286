import type { FAILURE_TYPES } from './facts.ts';
import { decideRules, rulesOf } from './programmes.ts';
import type { Outcome } from './quantity.ts';
import type { Situation } from './situation.ts';

/** One question of the way through a failure of the merge service. */
export interface TriageStep {
  rule: string;
  outcome: Outcome | 'none';
}

/** The way gone so far, and the rule that says what to do now. */
export interface Triage {
  path: TriageStep[];
  next: string;
}

/** The article names these types and says nothing of what to do about them. */
const WITHOUT_STEPS: Partial<Record<(typeof FAILURE_TYPES)[number], string>> = {
  'qc-rejected': 'merge.gap-triage-qc-rejected',
  'split-timeout': 'merge.gap-triage-split-timeout',
};

const TYPE_RULE = 'merge.triage-type';

/**
 * The decision path of a fulfilment failure: the pack's diagnosis steps in their order, up to the first that is
 * not met or not known. Source: seed-004, lines 45 (statements E43 to E48).
 */
export function triageOf(situation: Situation): Triage | undefined {
  const { failure } = situation.facts;
  if (!failure) return undefined;
  const decided = new Map(decideRules(situation, 'merge').map(({ rule, outcome }) => [rule.id, outcome]));
  const steps = rulesOf(situation.pack, 'merge')
    .filter(({ kind }) => kind === 'diagnosis')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const path: TriageStep[] = [];
  for (const { id } of steps) {
    const isType = id === TYPE_RULE;
    const outcome = isType ? (failure.type ? 'pass' : 'unknown') : (decided.get(id) ?? 'none');
    path.push({ rule: id, outcome });
    if (isType && failure.type && WITHOUT_STEPS[failure.type]) {
      return { path, next: WITHOUT_STEPS[failure.type] as string };
    }
    if (outcome !== 'pass') return { path, next: id };
  }
  return { path, next: path.at(-1)?.rule ?? TYPE_RULE };
}
