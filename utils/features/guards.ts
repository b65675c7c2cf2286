import type { Translator } from '../i18n/translate.ts';
import type { Pack, Programme } from '../rules/pack.ts';
import { decideRules, type RuleOutcome } from '../rules/programmes.ts';
import type { PageKind } from '../site/pages.ts';
import type { Subject, Verdict } from './judgement.ts';
import { factPlace, provenView, type ReasonView, valueView } from './present.ts';
import { reasonOf } from './programme.ts';

/** What stands beside a step that can't be undone: texts only, in one language. */
export interface GuardView {
  tag: string;
  title: string;
  /** What can't be undone, each with its source. */
  rules: ReasonView[];
  /** What has to be settled before, and what was seen of it. */
  settle: ReasonView[];
  words: { settle: string; source: string };
}

const SETTLED_FIRST: readonly Verdict[] = ['fail', 'unknown', 'pass'];

/** A rule with what was seen of its facts, where and when; of what was not seen, where it is found. */
export function settledView(decided: RuleOutcome, subject: Subject, t: Translator): ReasonView {
  const reason = reasonOf(decided);
  const { facts = [] } = reason;
  const seen = facts.flatMap((path) => valueView(path, subject, t));
  const view = provenView(reason, subject, t);
  if (seen.length === 0) return { ...view, notes: facts.map((path) => factPlace(path, t)) };
  return {
    ...view,
    value: seen.map(({ name, value }) => t('guardSeen', name, value)).join(' / '),
    notes: [...view.notes, ...seen.map(({ origin }) => origin)],
  };
}

function toSettle(subject: Subject, programmes: readonly string[], t: Translator): ReasonView[] {
  return programmes
    .flatMap((programme) => decideRules(subject, programme as Programme))
    .filter(({ rule }) => rule.kind === 'bar')
    .map((decided) => settledView(decided, subject, t))
    .toSorted((a, b) => SETTLED_FIRST.indexOf(a.verdict) - SETTLED_FIRST.indexOf(b.verdict));
}

const ruleViews = (pack: Pack, ids: readonly string[], subject: Subject, t: Translator): ReasonView[] =>
  pack.rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => provenView({ id: rule.id, proven: rule, outcome: 'caution' }, subject, t));

/** The guards of a page, in the order of the site map. */
export const guardViews = (subject: Subject, page: PageKind, t: Translator): GuardView[] =>
  (subject.pack.siteMap.pages[page]?.guards ?? []).map(({ rules, settle = [] }) => ({
    tag: t.tag,
    title: t('guardTitle'),
    rules: ruleViews(subject.pack, rules, subject, t),
    settle: toSettle(subject, settle, t),
    words: { settle: t('guardSettle'), source: t('guardSource') },
  }));
