import Big from 'big.js';
import type { Facts, ProductFacts } from './facts.ts';
import type { Pack, Programme, Rule, RuleKind, RuleTest } from './pack.ts';
import { PROGRAMMES } from './parts.ts';
import { compare, type Outcome, type Quantity } from './quantity.ts';
import { factsBehind, type Situation, situationOf } from './situation.ts';

/** A rule as it came out for the given facts, and the facts it was decided by. */
export interface RuleOutcome {
  rule: Rule;
  facts: readonly string[];
  outcome: Outcome;
  /** The fact is known, but stands for values on both sides of the bar, or lies on one whose side is not stated. */
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

type NumberTest = Exclude<RuleTest, { op: 'is' }>;

interface TestedRule {
  rule: Rule;
  test: RuleTest;
  bar: Big | undefined;
}

type RuleBook = Record<Programme, { rules: Rule[]; tested: TestedRule[] }>;

const books = new WeakMap<Pack, RuleBook>();

/** The rules of each programme with those of the programme it extends, in the pack's order; tested ones sorted, their bars parsed once. */
function bookOf(pack: Pack): RuleBook {
  const made = books.get(pack);
  if (made) return made;
  const own = (id: Programme): readonly Programme[] => {
    const above = pack.programmes.find((programme) => programme.id === id)?.extends;
    return above ? [id, ...own(above)] : [id];
  };
  const entries = PROGRAMMES.map((id) => {
    const rules = pack.rules.filter(({ programme }) => own(id).includes(programme));
    const tested = rules
      .flatMap((rule) =>
        rule.test
          ? [{ rule, test: rule.test, bar: rule.test.op === 'is' ? undefined : new Big(rule.test.value) }]
          : [],
      )
      .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
    return [id, { rules, tested }] as const;
  });
  const book = Object.fromEntries(entries) as RuleBook;
  books.set(pack, book);
  return book;
}

/** Every rule of a programme, in the pack's order. */
export const rulesOf = (pack: Pack, programme: Programme): readonly Rule[] => bookOf(pack)[programme].rules;

function compared(quantity: Quantity, { op, equalUnstated }: NumberTest, bar: Big): Outcome {
  const outcome = compare(quantity, op, bar);
  if (!equalUnstated || op !== '<=') return outcome;
  return compare(quantity, '<', bar) === outcome ? outcome : 'unknown';
}

function outcomeOf({ test, bar }: TestedRule, { value }: Situation): Outcome {
  const found = value(test.fact);
  if (found === undefined) return 'unknown';
  if (test.op === 'is') return found === test.value ? 'pass' : 'fail';
  // The pack's schema lets only a number be compared with one, so that a bar is there too.
  return compared(found as Quantity, test, bar as Big);
}

/** Every rule of a programme that has a test, decided, sorted by their ids. */
export function decideRules(situation: Situation, programme: Programme): RuleOutcome[] {
  return bookOf(situation.pack)[programme].tested.map((tested) => {
    const outcome = outcomeOf(tested, situation);
    return {
      rule: tested.rule,
      facts: factsBehind(tested.test.fact, situation.facts),
      outcome,
      atTheLimit: outcome === 'unknown' && situation.value(tested.test.fact) !== undefined,
    };
  });
}

type Listed = Exclude<keyof ProgrammeResult, 'verdict'>;

/** Which list an outcome belongs in; a bar that is met and a caution that does not arise are not spoken of. */
const LISTS: Partial<Record<RuleKind, Partial<Record<Outcome, Listed>>>> = {
  bar: { fail: 'fails', unknown: 'unknowns' },
  caution: { pass: 'cautions' },
  conflict: { pass: 'conflicts' },
};

/** The verdict of a programme: its bars decide; cautions and conflicts stand beside it. */
export function programmeResult(situation: Situation, programme: Programme): ProgrammeResult {
  // Where no source names a bar, nothing is known to be met.
  const result: ProgrammeResult = {
    verdict: 'unknown',
    fails: [],
    unknowns: [],
    cautions: [],
    conflicts: [],
  };
  for (const tested of bookOf(situation.pack)[programme].tested) {
    const { id, kind } = tested.rule;
    const list = LISTS[kind]?.[outcomeOf(tested, situation)];
    if (list) result[list].push(id);
    if (kind === 'bar') result.verdict = 'pass';
  }
  if (result.unknowns.length > 0) result.verdict = 'unknown';
  if (result.fails.length > 0) result.verdict = 'fail';
  return result;
}

/** The verdict of every programme. */
export const programmeResults = (situation: Situation): Record<Programme, ProgrammeResult> =>
  Object.fromEntries(
    PROGRAMMES.map((programme) => [programme, programmeResult(situation, programme)]),
  ) as Record<Programme, ProgrammeResult>;

const PRODUCT = 'product.';

/**
 * Judges products of one store one after the other: a programme that no fact of a product decides is judged once
 * for all of them.
 */
export function productJudge(
  pack: Pack,
  store: Omit<Facts, 'product'>,
): (product: ProductFacts) => Record<Programme, ProgrammeResult> {
  const ofStore = situationOf(pack, store);
  const results = programmeResults(ofStore);
  const ofProduct = PROGRAMMES.filter((programme) =>
    bookOf(pack)[programme].tested.some(({ test }) => test.fact.startsWith(PRODUCT)),
  );
  return (product) => {
    const { facts, value: own } = situationOf(pack, { ...store, product });
    const value = (name: string) => (name.startsWith(PRODUCT) ? own : ofStore.value)(name);
    const judged = { ...results };
    for (const programme of ofProduct) judged[programme] = programmeResult({ pack, facts, value }, programme);
    return judged;
  };
}
