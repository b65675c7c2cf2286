import type { FactPath } from '../facts/fields.ts';
import type { Text } from '../i18n/translate.ts';
import type { Pack, Programme, RuleKind } from '../rules/pack.ts';
import { decideRules, programmeResult, type RuleOutcome, rulesOf } from '../rules/programmes.ts';
import type { Outcome } from '../rules/quantity.ts';
import type { Judgement, Reason, Subject, Verdict } from './judgement.ts';

/** Statements of the pack that decide nothing and are shown as a basis. */
export const statements = (pack: Pack, ...ids: string[]): Reason[] =>
  pack.rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({ id: rule.id, proven: rule, outcome: 'none' }));

const AT_THE_LIMIT: Text = { key: 'noteAtTheLimit' };

/** A decided rule as a reason of a judgement. */
export function reasonOf({ rule, facts, outcome, atTheLimit }: RuleOutcome): Reason {
  const arises = rule.kind === 'caution' || rule.kind === 'conflict';
  return {
    id: rule.id,
    proven: rule,
    outcome: arises ? 'caution' : outcome,
    facts: facts as readonly FactPath[],
    ...(atTheLimit && { notes: [AT_THE_LIMIT] }),
  };
}

/** The facts whose absence leaves rules undecided; a fact at the limit is there and not missing. */
export const missingFacts = (decided: readonly RuleOutcome[]): FactPath[] =>
  decided
    .filter(({ outcome, atTheLimit }) => outcome === 'unknown' && !atTheLimit)
    .flatMap(({ facts }) => facts as readonly FactPath[]);

/** The facts that decided something, each once. */
export const usedFacts = (decided: readonly RuleOutcome[]): FactPath[] => {
  const missing = missingFacts(decided);
  return [...new Set(decided.flatMap(({ facts }) => facts as readonly FactPath[]))].filter(
    (path) => !missing.includes(path),
  );
};

const SEVERITY: readonly Verdict[] = ['fail', 'caution', 'unknown', 'pass', 'none'];

const worstFirst = (reasons: Reason[]): Reason[] =>
  reasons.toSorted((a, b) => SEVERITY.indexOf(a.outcome) - SEVERITY.indexOf(b.outcome));

/** Bars are always shown; cautions and conflicts only where they arise. */
const isShown = ({ rule, outcome }: RuleOutcome): boolean =>
  rule.kind === 'bar' || ((rule.kind === 'caution' || rule.kind === 'conflict') && outcome === 'pass');

/** What a seller should know of a programme before joining, worst first. */
const BASIS: readonly RuleKind[] = [
  'irreversible',
  'penalty',
  'restriction',
  'fee',
  'seller-duty',
  'right',
  'definition',
  'gap',
];

const basis = (pack: Pack, programme: Programme): Reason[] =>
  BASIS.flatMap((kind) => rulesOf(pack, programme).filter((rule) => rule.kind === kind)).map((rule) => ({
    id: rule.id,
    proven: rule,
    outcome: 'none',
  }));

/** Where a store stands with a programme. */
interface Standing {
  verdict: Exclude<Verdict, 'none'>;
  /** Its bars, and the cautions and conflicts that arise. */
  shown: RuleOutcome[];
}

/** What a programme's rules come to: the bars decide, cautions and conflicts turn a pass into a caution. */
export function standingOf(programme: Programme, subject: Subject): Standing {
  const { verdict, cautions, conflicts } = programmeResult(subject, programme);
  const isInDoubt = cautions.length + conflicts.length > 0;
  return {
    verdict: verdict === 'pass' && isInDoubt ? 'caution' : verdict,
    shown: decideRules(subject, programme).filter(isShown),
  };
}

/** The programmes that a strip has a chip for. */
type ChipProgramme = Extract<Programme, 'full' | 'merge' | 'semi'>;

/** Whether the store may join a programme. */
export function judgeProgramme(programme: ChipProgramme, subject: Subject): Judgement {
  const { pack, store } = subject;
  const { verdict, shown } = standingOf(programme, subject);
  const bars = shown.filter(({ rule }) => rule.kind === 'bar');
  const count = (outcome: Outcome): number => bars.filter((bar) => bar.outcome === outcome).length;
  const counts = {
    pass: 0,
    fail: count('fail'),
    caution: shown.length - bars.length,
    unknown: count('unknown'),
  };
  const key = verdict === 'pass' ? (`pass_${programme}` as const) : (`summary_${verdict}` as const);
  const summary: Text = store ? { key, args: [counts[verdict], bars.length] } : { key: 'summaryNoStore' };
  return {
    verdict,
    ...(verdict === 'fail' && { detail: String(counts.fail) }),
    summary,
    reasons: worstFirst(shown.map(reasonOf)),
    basis: basis(pack, programme),
    used: usedFacts(shown),
    missing: missingFacts(bars),
  };
}
