import { type FactPath, type FieldPath, isFieldPath } from '../../facts/fields.ts';
import { winning } from '../../facts/kept.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Programme, Rule } from '../../rules/pack.ts';
import { decideRules } from '../../rules/programmes.ts';
import { addressOf } from '../../site/pages.ts';
import type { Subject, Verdict } from '../judgement.ts';
import { factName, pageName, provenView, type ReasonView, shownTime, sideOf, valueView } from '../present.ts';
import { reasonOf, statements } from '../programme.ts';
import { type DeadlineView, deadlineViews, type Span, spansOf } from './dues.ts';
import { eprLines } from './epr.ts';
import { fieldsOf, type Item, type ItemState, itemsOf, rulesAbout } from './items.ts';
import { type ChecklistPath, PROGRAMMES_OF } from './paths.ts';
import { type ProgressView, progressOf } from './progress.ts';

/** Where something is done: a way through menus, or a page with its address. */
export interface Place {
  text: string;
  href?: string;
}

/** A fact to type. One that is known is there to be changed. */
export interface ItemField {
  path: FieldPath;
  isKnown: boolean;
}

export interface ItemView {
  id: string;
  /** Step, document or requirement. */
  kind: string;
  isDocument: boolean;
  text: string;
  state: ItemState;
  stateWord: string;
  verdict: Verdict;
  /** What it was seen by, where and when, or who ticked it. */
  proof: string[];
  /** What else has to be known of it. */
  notes: string[];
  blockedBy: string | null;
  places: Place[];
  deadlines: DeadlineView[];
  fields: ItemField[];
  tick: { isDone: boolean | null; isOptional: boolean } | null;
  /** What can't be undone by it. */
  losses: ReasonView[];
  /** What to do about it. */
  advice: ReasonView[];
  source: ReasonView;
  note: string;
}

/** One programme of the path. */
export interface PartView {
  id: Programme;
  title: string;
  items: ItemView[];
  /** What speaks against it as things stand, and bars nobody. */
  cautions: ReasonView[];
}

/** A store's way through a path: texts only, in one language. */
export interface ChecklistView {
  tag: string;
  path: ChecklistPath;
  progress: ProgressView;
  parts: PartView[];
  timeline: { today: string; spans: Span[] };
}

const VERDICTS: Record<ItemState, Verdict> = {
  blocked: 'fail',
  done: 'pass',
  failed: 'fail',
  not_applicable: 'none',
  open: 'none',
  per_product: 'none',
  unknown: 'unknown',
  waiting: 'caution',
};

const textOf = ({ text }: Rule, t: Translator): string => text[sideOf(t)];

/** What a person said of it, and when. */
function tickProof({ store }: Subject, { rule, isTickable, state }: Item, t: Translator): string[] {
  const tick = isTickable ? store?.ticks[rule.id] : undefined;
  if (!tick || (state !== 'done' && state !== 'not_applicable')) return [];
  return [t(tick.isDone ? 'ticked' : 'tickedNotNeeded', shownTime(tick.at, t))];
}

function proofOf(subject: Subject, item: Item, t: Translator): string[] {
  const facts = new Set<FactPath>([
    ...((item.decided?.facts ?? []) as readonly FactPath[]),
    ...fieldsOf(subject, item),
  ]);
  return [
    ...tickProof(subject, item, t),
    ...[...facts].flatMap((path) =>
      valueView(path, subject, t).map(({ name, value, origin }) => t('proof', name, value, origin)),
    ),
    ...eprLines(subject, item.rule, t),
  ];
}

/** A fact that several items ask for is typed at the first. */
function askedAbove({ decided, state }: Item, fields: readonly FieldPath[], t: Translator): string[] {
  const above = (decided?.facts ?? []).filter(isFieldPath).filter((path) => !fields.includes(path));
  if (state !== 'unknown' || above.length === 0) return [];
  return [t('checklistAskedAbove', above.map((path) => factName(path, t)).join(t('comma')))];
}

function notesOf(item: Item, fields: readonly FieldPath[], t: Translator): string[] {
  const { decided, rule, state } = item;
  return [
    ...askedAbove(item, fields, t),
    ...(decided?.atTheLimit ? [t('noteAtTheLimit')] : []),
    ...(state === 'per_product' ? [t('checklistPerProduct')] : []),
    ...(state === 'unknown' && decided?.facts.includes('pools') ? [t('checklistPools')] : []),
    ...(state === 'not_applicable' && decided?.facts.includes('pools') ? [t('checklistNoEpr')] : []),
    ...(rule.optional ? [t('checklistOptional')] : []),
  ];
}

/** What stands in the way: other items, or the fact by which it can't be had. */
function blockedText({ state, blockedBy }: Item, t: Translator): string | null {
  const [first, ...others] = blockedBy;
  if (state !== 'blocked') return null;
  if (!first) return t('checklistNotToBeHad');
  return others.length > 0
    ? t('blockedByMore', textOf(first, t), others.length)
    : t('blockedBy', textOf(first, t));
}

function placeOf({ where }: Rule, channelId: string | undefined, t: Translator): Place[] {
  if (!where) return [];
  if ('menu' in where) return [{ text: where.menu[sideOf(t)] }];
  const text = pageName(where.page, t);
  return [{ text, ...(channelId && { href: addressOf(where.page, channelId) }) }];
}

const shown = (rules: readonly Rule[], outcome: Verdict, subject: Subject, t: Translator): ReasonView[] =>
  rules.map((rule) => provenView({ id: rule.id, proven: rule, outcome }, subject, t));

function itemView(subject: Subject, item: Item, fields: readonly FieldPath[], t: Translator): ItemView {
  const { rule, state, decided, seeRule, isTickable } = item;
  const { store, facts } = subject;
  const entries = rulesAbout(subject, rule, 'entry');
  const advised = statements(subject.pack, ...(seeRule ? [seeRule] : []));
  return {
    id: rule.id,
    kind: t(`itemKind_${rule.kind as 'step'}`),
    isDocument: rule.kind === 'document',
    text: textOf(rule, t),
    state,
    stateWord: t(`itemState_${state}`),
    verdict: VERDICTS[state],
    proof: proofOf(subject, item, t),
    notes: [...notesOf(item, fields, t), ...entries.map((entry) => textOf(entry, t))],
    blockedBy: blockedText(item, t),
    places: [
      rule,
      ...entries,
      ...rulesAbout(subject, rule, 'diagnosis').filter(({ id }) => id === seeRule),
    ].flatMap((each) => placeOf(each, store?.channelId, t)),
    deadlines: deadlineViews(subject, item, t),
    fields: fields.map((path) => ({ path, isKnown: Boolean(winning(path, store?.facts[path])) })),
    tick: isTickable ? { isDone: facts.done?.[rule.id] ?? null, isOptional: rule.optional ?? false } : null,
    losses: shown(rulesAbout(subject, rule, 'irreversible'), 'caution', subject, t),
    advice: advised.map((reason) => provenView(reason, subject, t)),
    source: provenView(
      { id: rule.id, proven: rule, outcome: decided ? reasonOf(decided).outcome : 'none' },
      subject,
      t,
    ),
    note: store?.notes[rule.id]?.text ?? '',
  };
}

const cautions = (subject: Subject, programme: Programme, t: Translator): ReasonView[] =>
  decideRules(subject, programme)
    .filter(
      ({ rule, outcome }) => outcome === 'pass' && (rule.kind === 'caution' || rule.kind === 'conflict'),
    )
    .map((decided) => provenView(reasonOf(decided), subject, t));

/** Every step, document and bar of a path in order, and where the store stands on each. */
export function checklistView(subject: Subject, path: ChecklistPath, t: Translator): ChecklistView {
  const programmes = PROGRAMMES_OF[path];
  const lists = itemsOf(subject, programmes);
  const asked = new Set<FieldPath>();
  const firstAsked = (item: Item): FieldPath[] => {
    const own = fieldsOf(subject, item).filter((field) => !asked.has(field));
    for (const field of own) asked.add(field);
    return own;
  };
  const parts = programmes.map((id, place) => ({
    id,
    title: subject.pack.programmes.find((programme) => programme.id === id)?.title[sideOf(t)] ?? id,
    items: (lists[place] ?? []).map((item) => itemView(subject, item, firstAsked(item), t)),
    cautions: cautions(subject, id, t),
  }));
  return {
    tag: t.tag,
    path,
    progress: progressOf(
      parts.flatMap(({ items }) => items),
      t,
    ),
    parts,
    timeline: { today: subject.facts.asOf ?? '', spans: spansOf(subject, lists.flat(), t) },
  };
}
