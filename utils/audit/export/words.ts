import { type FactPath, isFieldPath, PRODUCT_PATHS } from '../../facts/fields.ts';
import type { KeptFact } from '../../facts/kept.ts';
import { shownValue } from '../../facts/show.ts';
import { factName, pageName } from '../../features/present.ts';
import { isMessageKey, type MessageKey, type Translator } from '../../i18n/translate.ts';
import { isFact } from '../../rules/facts.ts';
import type { Audit, Cited } from '../audit.ts';
import { type Finding, hasEnded } from '../findings.ts';
import type { Report } from './report.ts';

/** The languages of the pack's texts. */
export const sideOf = (t: Translator): 'en' | 'zh' => (t.language === 'en' ? 'en' : 'zh');

/** A time as it is written in every zone. */
export const timeText = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** Whether a fact is known here; an audit of another version may name one that is not. */
export const isPath = (path: string): path is FactPath =>
  isFieldPath(path) || PRODUCT_PATHS.some((known) => known === path);

/** The name of a fact; the path itself where it is not known here. */
export const nameOf = (path: string, t: Translator): string => (isPath(path) ? factName(path, t) : path);

/** By whom, or from which page or file; an audit may be a colleague's, and so nobody is "you". */
export const originOf = ({ origin }: KeptFact, t: Translator): string => {
  if (origin.kind === 'read') return pageName(origin.page, t);
  return origin.kind === 'imported' ? origin.file : t('auditTyped');
};

/** A value in words; one that the rules don't take as it was typed or read. */
export function valueText(path: string, { value, text }: KeptFact, { store }: Audit, t: Translator): string {
  const currency = store?.facts['pool.currency']?.value;
  const known = typeof currency === 'string' && isFact('pool.currency', currency) ? currency : undefined;
  return isPath(path) && isFact(path, value) ? shownValue(path, value, t, known) : text;
}

/** Values in words; many findings rest on the same ones. */
export function factTexts({ audit }: Report, t: Translator): (finding: Finding) => string {
  const known = new Map<string, string>();
  const textOf = (path: string, fact: KeptFact): string => {
    const key = JSON.stringify([path, fact]);
    const origin = `${originOf(fact, t)}, ${timeText(fact.at)}`;
    const text = known.get(key) ?? t('auditValue', nameOf(path, t), valueText(path, fact, audit, t), origin);
    known.set(key, text);
    return text;
  };
  return ({ used, judged }) =>
    used
      .flatMap((path) => {
        const fact = judged.facts[path];
        return fact ? [textOf(path, fact)] : [];
      })
      .join('\n');
}

/** The name of a programme. */
export const programmeText = (programme: string | null, t: Translator): string => {
  const key = `programme_${programme}`;
  return programme !== null && isMessageKey(key) ? t(key) : (programme ?? '');
};

/** How far a sentence can be trusted. */
export const confidenceText = (confidence: Cited['confidence'], t: Translator): string =>
  t(`confidence_${confidence.replace('-', '_')}` as MessageKey);

/** A document with its date and line. */
export function sourceText(
  { source, line }: Cited['evidence'][number],
  { sources }: Audit,
  t: Translator,
): string {
  const { title, date } = sources[source] ?? {};
  const named = [title?.[sideOf(t)] ?? source, date ?? t('undated')] as const;
  return line === undefined ? t('origin', ...named) : t('originLine', ...named, line);
}

/** Documents with their dates and lines, each once. */
export const sourcesText = ({ evidence }: Cited, { audit }: Report, t: Translator): string =>
  [...new Set(evidence.map((each) => sourceText(each, audit, t)))].join('\n');

/** What findings of one rule are about; where no rule decides, what was asked. */
export const topicText = (
  { rule, chip }: Pick<Finding, 'rule' | 'chip'>,
  rules: Audit['rules'],
  t: Translator,
): string => (rule !== null && rules[rule]?.text[sideOf(t)]) || t(`chip_${chip}`);

/** What the finding's rule asks for, or what ends. */
export function says(finding: Finding, { rules }: Audit, t: Translator): string {
  const { rule, ends, chip } = finding;
  if (ends) return t(hasEnded(finding) ? 'auditHasEnded' : 'auditEnds', ends.what, ends.on);
  const text = rule === null ? undefined : rules[rule]?.text[sideOf(t)];
  return text ?? `${t(`chip_${chip}`)}: ${t('auditNoRule')}`;
}

/** Who muted the finding, why and until when. */
export function workText({ id }: Finding, { work }: Report, t: Translator): string {
  const mute = work.mutes[id];
  return mute ? t('auditMuted', mute.name, mute.reason, timeText(mute.expires)) : '';
}
