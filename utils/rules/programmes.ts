import Big from 'big.js';
import { type Pack, PROGRAMMES, type Programme, type Rule, type RuleTest } from './pack.ts';
import { allOf, compare, type Outcome, type Quantity } from './quantity.ts';
import { factsBehind, type Situation } from './situation.ts';

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

/** The rules of each programme with those of the programme it extends, in the pack's order, bars parsed once. */
function bookOf(pack: Pack): RuleBook {
  const made = books.get(pack);
  if (made) return made;
  const own = (id: Programme): readonly Programme[] => {
    const above = pack.programmes.find((programme) => programme.id === id)?.extends;
    return above ? [id, ...own(above)] : [id];
  };
  const entries = PROGRAMMES.map((id) => {
    const rules = pack.rules.filter(({ programme }) => own(id).includes(programme));
    const tested = rules.flatMap((rule) =>
      rule.test
        ? [{ rule, test: rule.test, bar: rule.test.op === 'is' ? undefined : new Big(rule.test.value) }]
        : [],
    );
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

function outcomeOf(
  { test, bar }: TestedRule,
  situation: Situation,
): Pick<RuleOutcome, 'outcome' | 'atTheLimit'> {
  const value = situation.value(test.fact);
  if (value === undefined) return { outcome: 'unknown', atTheLimit: false };
  if (test.op === 'is') return { outcome: value === test.value ? 'pass' : 'fail', atTheLimit: false };
  // The pack's schema lets only a number be compared with one, so that a bar is there too.
  const outcome = compared(value as Quantity, test, bar as Big);
  return { outcome, atTheLimit: outcome === 'unknown' };
}

/** Every rule of a programme that has a test, decided, in the pack's order. */
export function decideRules(situation: Situation, programme: Programme): RuleOutcome[] {
  return bookOf(situation.pack)[programme].tested.map((tested) => ({
    rule: tested.rule,
    facts: factsBehind(situation, tested.test.fact),
    ...outcomeOf(tested, situation),
  }));
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
    // Where no source names a bar, nothing is known to be met.
    verdict: bars.length > 0 ? allOf(bars.map(({ outcome }) => outcome)) : 'unknown',
    fails: ids('bar', 'fail'),
    unknowns: ids('bar', 'unknown'),
    cautions: ids('caution', 'pass'),
    conflicts: ids('conflict', 'pass'),
  };
}
