import { type FieldPath, isFieldPath } from '../../facts/fields.ts';
import { eprBindings } from '../../rules/epr.ts';
import { isKnown } from '../../rules/facts.ts';
import type { Programme, Rule } from '../../rules/pack.ts';
import { decideRules, type RuleOutcome, rulesOf } from '../../rules/programmes.ts';
import { type ItemState as ReadinessState, readinessFor } from '../../rules/readiness.ts';
import type { Subject } from '../judgement.ts';

/** `failed` is a bar that is known not to be met; `per_product` is decided for each product, never for the store. */
export type ItemState = ReadinessState | 'not_applicable' | 'per_product';

/** A step, document or bar, and where the store stands on it. */
export interface Item {
  rule: Rule;
  state: ItemState;
  /** Items that come before it and are known not to be done. */
  blockedBy: readonly Rule[];
  /** How its test came out, where it has one. */
  decided?: RuleOutcome;
  /** The rule that says what to do about it. */
  seeRule?: string;
  /** A person says whether it is done: no fact does. */
  isTickable: boolean;
}

/** A day on which a step was taken says that it was. */
const TAKEN_ON: Partial<Record<string, FieldPath>> = {
  'exit.step-submit': 'dates.exitSubmitted',
  'merge.step-apply': 'dates.mergeApplied',
};

/** What the platform does: while the time it takes is running, it is the platform's turn. */
const WAITED_FOR = ['deposit.step-check-bill', 'exit.step-wait-for-notice', 'full.platform-approval'];

/** What pools are asked for that sell to certain countries. */
const EPR_ITEMS = ['merge.epr-bound', 'merge.epr-filed'];

/** The day that says that a step was taken, where there is such a day. */
export const dayTaken = ({ id }: Rule): FieldPath | undefined => TAKEN_ON[id];

/** The rules of a kind that are about an item, in their order. */
export const rulesAbout = ({ pack }: Subject, { id }: Rule, kind: Rule['kind']): Rule[] =>
  pack.rules
    .filter((rule) => rule.kind === kind && rule.steps?.includes(id))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));

/** A day that is known and not still to come. */
function hasCome({ facts: { dates, asOf } }: Subject, path: string): boolean {
  const day = dates?.[path.slice('dates.'.length) as keyof typeof dates];
  return isKnown(day) && isKnown(asOf) && day <= asOf;
}

const isTaken = (subject: Subject, rule: Rule): boolean => {
  const path = dayTaken(rule);
  return path !== undefined && hasCome(subject, path);
};

const isWaitedFor = (subject: Subject, rule: Rule): boolean =>
  WAITED_FOR.includes(rule.id) &&
  rulesAbout(subject, rule, 'deadline').some(({ periods = [] }) =>
    periods.some(({ from }) => hasCome(subject, from)),
  );

/** No pool sells where the merge service asks for an EPR number. */
const asksNoEpr = ({ pack, facts }: Subject, { id }: Rule): boolean =>
  EPR_ITEMS.includes(id) && eprBindings(pack, facts.pools ?? []).length === 0;

/** Where an item stands by itself, whatever comes before it. */
function ownState(subject: Subject, rule: Rule, state: ReadinessState, isTickable: boolean): ItemState {
  if (rule.test?.fact.startsWith('product.')) return 'per_product';
  if (state === 'done') return asksNoEpr(subject, rule) ? 'not_applicable' : 'done';
  if (isTaken(subject, rule)) return 'done';
  if (isWaitedFor(subject, rule)) return 'waiting';
  if (!isTickable) return state;
  return rule.optional && subject.facts.done?.[rule.id] === false ? 'not_applicable' : 'open';
}

function programmeItems(subject: Subject, programme: Programme): Item[] {
  const rules = new Map(rulesOf(subject.pack, programme).map((rule) => [rule.id, rule]));
  const outcomes = new Map(decideRules(subject, programme).map((decided) => [decided.rule.id, decided]));
  return readinessFor(subject, programme).items.flatMap(({ rule: id, state, seeRule }): Item[] => {
    const rule = rules.get(id);
    if (!rule) return [];
    const decided = outcomes.get(id);
    const isTickable = !decided || (rule.kind === 'document' && decided.outcome === 'pass');
    return [
      {
        rule,
        state: ownState(subject, rule, state, isTickable),
        blockedBy: [],
        ...(decided && { decided }),
        ...(seeRule && { seeRule }),
        isTickable,
      },
    ];
  });
}

/** Known not to be done; of what is not known nothing can be said to hold up another. */
const NOT_DONE: readonly ItemState[] = ['blocked', 'failed', 'open', 'waiting'];

const CAN_BE_HELD_UP: readonly ItemState[] = ['failed', 'open'];

/** The items of programmes that are gone through one after the other, each list in the order of the pack. */
export function itemsOf(subject: Subject, programmes: readonly Programme[]): Item[][] {
  const lists = programmes.map((programme) => programmeItems(subject, programme));
  const undone = new Map(
    lists.flatMap((items) =>
      items.filter(({ state }) => NOT_DONE.includes(state)).map(({ rule }) => [rule.id, rule] as const),
    ),
  );
  const held = (item: Item): Item => {
    const blockedBy = (item.rule.after ?? []).flatMap((id) => undone.get(id) ?? []);
    if (blockedBy.length === 0 || !CAN_BE_HELD_UP.includes(item.state)) return item;
    return { ...item, state: 'blocked', blockedBy };
  };
  return lists.map((items) => items.map(held));
}

/** The facts that a person can type of an item: what decides it, when it was taken, and what its time runs from. */
export function fieldsOf(subject: Subject, { rule, decided }: Item): FieldPath[] {
  const timed = [...rulesAbout(subject, rule, 'deadline'), ...rulesAbout(subject, rule, 'diagnosis')];
  const starts = timed.flatMap(({ periods = [] }) => periods.map(({ from }) => from));
  const taken = dayTaken(rule) ?? [];
  return [...new Set([...(decided?.facts ?? []), ...starts].concat(taken))].filter(isFieldPath);
}
