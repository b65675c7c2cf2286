import type { MessageKey, Translator } from '../i18n/translate.ts';
import { doubtsOn } from '../rules/doubts.ts';
import type { Doubt, Pack, Proven, Rule } from '../rules/pack.ts';
import { ANSWERS, COMPARED, type Compared, PROGRAMMES_OF, QUESTIONS, type Question } from './compare-rows.ts';
import { settledView } from './guards.ts';
import type { Subject, Verdict } from './judgement.ts';
import { type DoubtView, doubtView, provenView, type ReasonView } from './present.ts';
import { standingOf } from './programme.ts';

/** Where the store stands with a programme, and what stands between them. */
export interface StandingView {
  id: Compared;
  title: string;
  verdict: Verdict;
  verdictWord: string;
  /** How much stands between them, by how it came out. */
  count: string;
  between: ReasonView[];
}

/** What the sources say of one programme on one question; nothing where none of them speaks of it. */
export interface AnswerView {
  statements: (ReasonView & {
    /** Whose word it is, where it is only somebody's opinion. */
    by?: string;
    /** Sources disagree on it. */
    isDoubted: boolean;
  })[];
  /** Where sources disagree on what is said here, or one can be read in several ways, each once. */
  doubts: DoubtView[];
}

/** The programmes side by side: texts only, in one language. */
export interface CompareView {
  standings: StandingView[];
  rows: { id: Question; title: string; answers: Record<Compared, AnswerView> }[];
  conflicts: Record<Compared, DoubtView[]>;
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'caution', 'unknown'];

function countText(between: readonly ReasonView[], t: Translator): string {
  const counts = WORST_FIRST.flatMap((outcome) => {
    const count = between.filter(({ verdict }) => verdict === outcome).length;
    return count > 0 ? [t(`between_${outcome}` as MessageKey, count)] : [];
  });
  return counts.length > 0 ? counts.join(t('comma')) : t('betweenNothing');
}

function standingView(id: Compared, subject: Subject, t: Translator): StandingView {
  const { verdict, shown } = standingOf(id, subject);
  const between = shown
    .filter(({ rule, outcome }) => rule.kind !== 'bar' || outcome !== 'pass')
    .map((decided) => settledView(decided, subject, t))
    .toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
  return {
    id,
    title: t(`title_${id}`),
    verdict,
    verdictWord: t(`verdict_${verdict}`),
    count: countText(between, t),
    between,
  };
}

const ofColumn = (pack: Pack, column: Compared): Rule[] =>
  pack.rules.filter(({ programme }) => PROGRAMMES_OF[column].includes(programme));

/** The rules and fees that answer a question, those named for it first; last, what no source says. */
function answersTo(question: Question, column: Compared, pack: Pack): (Proven & { id: string })[] {
  const { kinds = [], ids } = ANSWERS[question];
  const ofKinds = ofColumn(pack, column).filter(({ kind }) => kinds.includes(kind));
  const named = (ids?.[column] ?? []).flatMap(
    (id) => [...pack.fees, ...pack.rules].find((entry) => entry.id === id) ?? [],
  );
  const isGap = ({ confidence }: Proven): number => Number(confidence === 'no-source');
  return [...named, ...ofKinds].toSorted((a, b) => isGap(a) - isGap(b));
}

const isConflict = ({ kind }: Doubt): boolean => kind === 'conflict';

const doubtViews = (doubts: readonly Doubt[], { pack }: Subject, t: Translator): DoubtView[] =>
  doubts.map((doubt) => doubtView(doubt, {}, pack, t));

function answerView(question: Question, column: Compared, subject: Subject, t: Translator): AnswerView {
  const answers = answersTo(question, column, subject.pack);
  const statements = answers.map((proven) => {
    const view = provenView({ id: proven.id, proven, outcome: 'none' }, subject, t);
    const by = [...view.evidence.map(({ origin }) => origin), view.confidence].join(' · ');
    return {
      ...view,
      // Shown once for all statements of the cell.
      doubts: [],
      ...(question === 'suits' && { by: t('accordingTo', by) }),
      isDoubted: doubtsOn(subject.pack, proven.evidence).some(isConflict),
    };
  });
  const evidence = answers.flatMap((proven) => proven.evidence);
  return { statements, doubts: doubtViews(doubtsOn(subject.pack, evidence), subject, t) };
}

function conflictsOf(column: Compared, subject: Subject, t: Translator): DoubtView[] {
  const evidence = ofColumn(subject.pack, column).flatMap((rule) => rule.evidence);
  return doubtViews(doubtsOn(subject.pack, evidence).filter(isConflict), subject, t);
}

const byColumn = <T>(value: (column: Compared) => T): Record<Compared, T> =>
  Object.fromEntries(COMPARED.map((column) => [column, value(column)])) as Record<Compared, T>;

/** What the sources say of each programme, question by question, and where a store stands with it. */
export const compareView = (subject: Subject, t: Translator): CompareView => ({
  standings: COMPARED.map((column) => standingView(column, subject, t)),
  rows: QUESTIONS.map((id) => ({
    id,
    title: t(`compare_${id}`),
    answers: byColumn((column) => answerView(id, column, subject, t)),
  })),
  conflicts: byColumn((column) => conflictsOf(column, subject, t)),
});
