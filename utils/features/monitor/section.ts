import type { FieldPath } from '../../facts/fields.ts';
import type { Text, Translator } from '../../i18n/translate.ts';
import type { Reason, Subject, Verdict } from '../judgement.ts';
import { factName, factPlace, provenView, type ReasonView, valueView } from '../present.ts';

/** The parts of the monitor, in their order. */
export const SECTIONS = [
  'application',
  'figures',
  'fee',
  'bill',
  'token',
  'calls',
  'failures',
  'epr',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** A fact with where it comes from; of one that is not known, where it is found. */
export interface FactView {
  path: FieldPath;
  name: string;
  value: string | null;
  origin: string;
}

/** What every part of the monitor shows: texts only, in one language. */
export interface SectionView {
  verdict: Verdict;
  verdictWord: string;
  /** All of it in one line. */
  line: string;
  notes: string[];
  facts: FactView[];
  reasons: ReasonView[];
}

/** A part of the monitor, in no language yet. */
export interface Section {
  verdict: Verdict;
  line: Text;
  notes?: readonly Text[];
  facts?: readonly FieldPath[];
  reasons?: readonly Reason[];
}

function factView(path: FieldPath, subject: Subject, t: Translator): FactView {
  const [seen] = valueView(path, subject, t);
  return {
    path,
    name: factName(path, t),
    value: seen?.value ?? null,
    origin: seen?.origin ?? factPlace(path, t),
  };
}

/** A part as it is shown. */
export const sectionView = (section: Section, subject: Subject, t: Translator): SectionView => ({
  verdict: section.verdict,
  verdictWord: t(`verdict_${section.verdict}`),
  line: t(section.line),
  notes: (section.notes ?? []).map((note) => t(note)),
  facts: (section.facts ?? []).map((path) => factView(path, subject, t)),
  reasons: (section.reasons ?? []).map((reason) => provenView(reason, subject, t)),
});

const SEVERITY: readonly Verdict[] = ['fail', 'caution', 'unknown', 'pass', 'none'];

/** The worst of several verdicts; of none there is nothing to say. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  SEVERITY.find((verdict) => verdicts.includes(verdict)) ?? 'none';
