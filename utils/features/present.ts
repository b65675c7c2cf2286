import { type FactPath, freshDays, isFieldPath } from '../facts/fields.ts';
import { disagreeing, type KeptFact, winning } from '../facts/kept.ts';
import { shownValue } from '../facts/show.ts';
import { keyOf, type MessageKey, type Translator } from '../i18n/translate.ts';
import { doubtsOn } from '../rules/doubts.ts';
import type { Doubt, Evidence, Pack } from '../rules/pack.ts';
import type { PageKind } from '../site/pages.ts';
import { DAY_MS } from './clock.ts';
import type { ChipId, Judgement, Reason, Subject, Verdict } from './judgement.ts';

/** A chip as the page shows it: texts only. */
export interface ChipView {
  chip: ChipId;
  verdict: Verdict;
  word: string;
  detail?: string;
  /** What a screen reader says of it. */
  label: string;
}

export interface EvidenceView {
  quote: string;
  /** The language of the quote, which is never translated. */
  lang: string;
  /** Document, date or "undated", line. */
  origin: string;
}

/** A conflict or an ambiguity that a rule rests on, with every reading. */
export interface DoubtView {
  id: string;
  title: string;
  readings: { id: string; text: string; origin: string; used?: string; amount?: string }[];
  why: string;
  publisher?: string;
}

export interface ReasonView {
  id: string;
  verdict: Verdict;
  verdictWord: string;
  text: string;
  value?: string;
  notes: string[];
  confidence: string;
  /** Which pack brought it, where that is not the bundled one. */
  publisher?: string;
  evidence: EvidenceView[];
  doubts: DoubtView[];
}

/** An opened chip: texts only, in one language. */
export interface CardView {
  tag: string;
  chip: ChipId;
  verdict: Verdict;
  verdictWord: string;
  title: string;
  /** The row that the card is about, where it is about one: its title, and the name and text of what tells it apart. */
  subject: { title: string; name: string; id: string } | null;
  summary: string;
  warnings: string[];
  reasons: ReasonView[];
  basis: ReasonView[];
  values: { name: string; value: string; origin: string }[];
  missing: { name: string; where: string }[];
  footer: string;
  /** How to supply what is missing, where a person can type it. */
  hint: string | null;
  words: { close: string; reasons: string; basis: string; values: string; missing: string };
}

const factKey = (path: FactPath): string => path.replace('.', '_');

/** The name of a fact, for a form or a card. */
export const factName = (path: FactPath, t: Translator): string => t(`fact_${factKey(path)}` as MessageKey);

/** Where a fact is found, in words. */
export const factPlace = (path: FactPath, t: Translator): string => t(`where_${factKey(path)}` as MessageKey);

/** A time for people, in their own zone. */
export const shownTime = (iso: string, t: Translator): string =>
  new Intl.DateTimeFormat(t.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

export function chipView(chip: ChipId, judgement: Judgement, t: Translator): ChipView {
  const { verdict, summary, texts = chip } = judgement;
  const detail = typeof judgement.detail === 'object' ? t(judgement.detail) : judgement.detail;
  const word = t(`chip_${texts}`);
  const name = detail === undefined ? word : `${word} ${detail}`;
  const label = t('chipLabel', name, t(`verdict_${verdict}`), t(summary));
  return { chip, verdict, word, ...(detail !== undefined && { detail }), label };
}

/** The pack's texts for a language. */
export const sideOf = (t: Translator): 'en' | 'zh' => (t.language === 'en' ? 'en' : 'zh');

/** Document, date or "undated", lines. */
function originOf(source: string, lines: readonly number[], pack: Pack, t: Translator): string {
  const document = pack.sources.find(({ id }) => id === source);
  const title = document?.title[sideOf(t)] ?? source;
  const date = document?.date ?? t('undated');
  return lines.length > 0 ? t('originLine', title, date, lines.join(', ')) : t('origin', title, date);
}

/** The documents of several sentences, each once with its lines. */
const originsOf = (evidence: readonly Evidence[], pack: Pack, t: Translator): string =>
  [...new Set(evidence.map(({ source }) => source))]
    .map((source) => {
      const lines = evidence.flatMap((entry) => (entry.source === source && entry.line) || []);
      return originOf(source, [...new Set(lines)], pack, t);
    })
    .join(' / ');

/** The language of a quote, which is never translated. */
export const quoteLanguage = (quote: string): string => (/\p{Script=Han}/u.test(quote) ? 'zh-CN' : 'en');

const evidenceViews = ({ proven }: Reason, pack: Pack, t: Translator): EvidenceView[] =>
  proven.evidence.map((evidence) => ({
    quote: evidence.quote,
    lang: quoteLanguage(evidence.quote),
    origin: originsOf([evidence], pack, t),
  }));

/** Whose an entry is that is not the bundled pack's. */
function publishedBy(id: string, { publishers }: Pack, t: Translator): { publisher?: string } {
  const publisher = publishers?.get(id);
  return publisher ? { publisher: t('publishedBy', publisher.host, publisher.version) } : {};
}

/** A doubt with every reading. */
export function doubtView(
  doubt: Doubt,
  { amounts }: Pick<Reason, 'amounts'>,
  pack: Pack,
  t: Translator,
): DoubtView {
  const side = sideOf(t);
  return {
    id: doubt.id,
    title: t('doubtTitle', t(`doubt_${doubt.kind}`), doubt.topic[side]),
    readings: doubt.readings.map(({ id, text, evidence }) => {
      const amount = amounts?.[`${doubt.id}/${id}`];
      return {
        id,
        text: text[side],
        origin: originsOf(evidence, pack, t),
        ...(id === doubt.used && { used: t('readingUsed') }),
        ...(amount && { amount }),
      };
    }),
    why: doubt.why[side],
    ...publishedBy(doubt.id, pack, t),
  };
}

const keptFor = (path: FactPath, { store, product }: Subject): readonly KeptFact[] | undefined =>
  (isFieldPath(path) ? store?.facts : product?.facts)?.[path];

/** A fact's value as it is shown, money of the pool in the pool's currency. */
const valueText = (path: FactPath, value: unknown, { facts }: Subject, t: Translator): string =>
  shownValue(path, value, t, facts.pool?.currency ?? undefined);

/** The value of a kept fact that counts. */
function keptValue(path: FactPath, subject: Subject, t: Translator): string | undefined {
  const fact = winning(path, keptFor(path, subject));
  return fact && valueText(path, fact.value, subject, t);
}

/** What a kind of page is called. */
export const pageName = (page: PageKind, t: Translator): string => t(keyOf('page', page));

/** Who typed a fact, or which page or file it was read from, and when. */
export function originText({ origin, at }: Pick<KeptFact, 'at' | 'origin'>, t: Translator): string {
  const time = shownTime(at, t);
  switch (origin.kind) {
    case 'typed':
      return t('originTyped', time);
    case 'read':
      return t('originRead', pageName(origin.page, t), time);
    case 'imported':
      return t('originImported', origin.file, time);
  }
}

/** Said of a fact that has not been seen for longer than its kind keeps, or was kept by a clock that was set back since. */
function ageText(path: FactPath, { at }: KeptFact, now: string, t: Translator): string[] {
  const days = Math.floor((Date.parse(now) - Date.parse(at)) / DAY_MS);
  if (days < -1) return [t('agedUnknown')];
  return days > freshDays(path) ? [t('aged', days)] : [];
}

/** A rule as a card or a guard shows it. */
export function provenView(reason: Reason, subject: Subject, t: Translator): ReasonView {
  const values = (reason.facts ?? []).flatMap((path) => keptValue(path, subject, t) ?? []);
  return {
    id: reason.id,
    verdict: reason.outcome,
    verdictWord: t(`verdict_${reason.outcome}`),
    text: reason.proven.text[sideOf(t)],
    ...(values.length > 0 && { value: values.join(' / ') }),
    notes: (reason.notes ?? []).map((note) => t(note)),
    confidence: t(`confidence_${reason.proven.confidence.replace('-', '_')}` as MessageKey),
    ...publishedBy(reason.id, subject.pack, t),
    evidence: evidenceViews(reason, subject.pack, t),
    doubts: doubtsOn(subject.pack, reason.proven.evidence).map((doubt) =>
      doubtView(doubt, reason, subject.pack, t),
    ),
  };
}

/** A fact's value with where it comes from and what else was seen; none where it is not known. */
export function valueView(path: FactPath, subject: Subject, t: Translator): CardView['values'] {
  const { row, readAt } = subject;
  if (path === 'product.price' && row?.price) {
    const origin = t('originRead', t('page_product_list'), shownTime(readAt, t));
    return [{ name: factName(path, t), value: row.price.text, origin }];
  }
  const kept = keptFor(path, subject);
  const fact = winning(path, kept);
  if (!fact) return [];
  if (path === 'product.expiries') {
    // A form and a file name certificates of their own: what counts is of all of them.
    const origins = kept?.flatMap((one) => [originText(one, t), ...ageText(path, one, readAt, t)]) ?? [];
    const value = valueText(path, subject.facts.product?.expiries, subject, t);
    return [{ name: factName(path, t), value, origin: origins.join(' · ') }];
  }
  const others = disagreeing(path, kept).map((other) =>
    t('disagrees', valueText(path, other.value, subject, t), originText(other, t)),
  );
  const origin = [originText(fact, t), ...ageText(path, fact, readAt, t), ...others].join(' · ');
  return [{ name: factName(path, t), value: valueText(path, fact.value, subject, t), origin }];
}

const entryName = (name: string, t: Translator): string => t(`entry_${name}` as MessageKey);

/** What the row itself shows, word for word, as its page was read. */
function seenViews({ seen = [] }: Judgement, { entry }: Subject, t: Translator): CardView['values'] {
  return seen.flatMap(({ name, note }) => {
    const value = entry?.values[name];
    if (!entry || value === undefined) return [];
    const origin = t('originRead', pageName(entry.page, t), shownTime(entry.seenAt, t));
    return [{ name: entryName(name, t), value, origin: note ? `${origin} · ${t(note)}` : origin }];
  });
}

function subjectView({ pack, row, entry }: Subject, title: string, t: Translator): CardView['subject'] {
  if (row) return { title, name: t('productId'), id: row.productId };
  const key = entry && pack.siteMap.pages[entry.page]?.lists?.entries?.key;
  return key ? { title, name: entryName(key.name, t), id: entry.key } : null;
}

/** @param title the product's name as its page shows it, where the card is about a product */
export function cardView(
  chip: ChipId,
  judgement: Judgement,
  subject: Subject,
  title: string | undefined,
  t: Translator,
): CardView {
  const { pack, row } = subject;
  const { unseen = [], texts = chip } = judgement;
  return {
    tag: t.tag,
    chip,
    verdict: judgement.verdict,
    verdictWord: t(`verdict_${judgement.verdict}`),
    title: t(`title_${texts}`),
    subject: subjectView(subject, title ?? '', t),
    summary: t(judgement.summary),
    warnings: (judgement.warnings ?? []).map((warning) => t(warning)),
    reasons: judgement.reasons.map((reason) => provenView(reason, subject, t)),
    basis: judgement.basis.map((reason) => provenView(reason, subject, t)),
    values: [
      ...seenViews(judgement, subject, t),
      ...judgement.used.flatMap((path) => valueView(path, subject, t)),
    ],
    missing: [
      ...unseen.map((name) => ({ name: entryName(name, t), where: t(`where_entry_${name}` as MessageKey) })),
      ...judgement.missing.map((path) => ({ name: factName(path, t), where: factPlace(path, t) })),
    ],
    hint: row && judgement.missing.some(isFieldPath) ? t('missingHint') : null,
    footer: t('cardFooter', pack.version),
    words: {
      close: t('close'),
      reasons: t('headingReasons'),
      basis: t('headingBasis'),
      values: t('headingValues'),
      missing: t('headingMissing'),
    },
  };
}
