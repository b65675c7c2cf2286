import type { ProductPath } from '../facts/fields.ts';
import type { Text } from '../i18n/translate.ts';
import { type LabelResult, labelsAsked, labelsFor, notesFor } from '../rules/labels.ts';
import type { Label, Pack } from '../rules/pack.ts';
import { endings, overEndings, warningOf } from './expiry.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';

const EXPIRIES: ProductPath = 'product.expiries';

const NEEDED: readonly ProductPath[] = [
  'product.category',
  'product.destinations',
  'product.marks',
  'product.responsiblePersons',
  'product.registrations',
];

interface CountryLabels extends LabelResult {
  /** The items that decide here; none in a country that is blocked, out of reach or not covered. */
  asked: Label[];
}

const DECIDED: readonly LabelResult['status'][] = ['missing', 'unknown', 'complete'];

function countriesOf({ pack, facts: { product } }: Subject): CountryLabels[] {
  if (!product) return [];
  return (product.destinations ?? []).map((country) => {
    const result = labelsFor(pack, product, country);
    const asked = DECIDED.includes(result.status) ? labelsAsked(pack, product.category, country) : [];
    return { ...result, asked };
  });
}

/**
 * A label that is missing for certain is missing whatever else is not known. A market or category of which the table
 * says nothing is not covered, and never green.
 */
function verdictOf(countries: readonly CountryLabels[]): Verdict {
  const has = (...statuses: LabelResult['status'][]): boolean =>
    countries.some(({ status }) => statuses.includes(status));
  if (countries.some(({ missing }) => missing && missing.length > 0)) return 'fail';
  if (countries.length === 0 || has('unknown', 'not-covered')) return 'unknown';
  if (countries.some(({ status, asked }) => status === 'complete' && asked.length === 0)) return 'unknown';
  return has('complete') ? 'pass' : 'none';
}

function summaryOf(verdict: Verdict, countries: readonly CountryLabels[], fails: number): Text {
  if (verdict === 'unknown') return { key: countries.length === 0 ? 'labels_unread' : 'labels_unknown' };
  return { key: `labels_${verdict as 'pass' | 'fail' | 'none'}`, args: [fails] };
}

/** What every category is asked for, to be shown while category or destinations are not known. */
const askedOfAll = (pack: Pack): Label[] => pack.labels.filter(({ categories }) => categories === 'any');

/** What else is known of the product's markets. */
function notes({ pack, facts: { product } }: Subject): Reason[] {
  const ids = new Set(
    (product?.destinations ?? []).flatMap((country) => notesFor(pack, product?.category, country)),
  );
  return pack.notes
    .filter(({ id }) => ids.has(id))
    .map((note) => ({ id: note.id, proven: note, outcome: 'none' }));
}

function judge(subject: Subject): Judgement {
  const { product } = subject.facts;
  const missing = NEEDED.filter((path) => !product?.[path.slice('product.'.length) as keyof typeof product]);
  const countries = countriesOf(subject);
  const decided = verdictOf(countries);
  const soon = endings(subject);
  const verdict = overEndings(decided, soon);
  const outcomeOf = ({ id }: Label): Verdict => {
    if (countries.some((country) => country.missing?.includes(id))) return 'fail';
    const isOpen = countries.length === 0 || countries.some((country) => country.unknowns?.includes(id));
    return isOpen ? 'unknown' : 'pass';
  };
  const asked =
    countries.length === 0 ? askedOfAll(subject.pack) : countries.flatMap((country) => country.asked);
  const reasons: Reason[] = [...new Set(asked)].map((label) => ({
    id: label.id,
    proven: label,
    outcome: outcomeOf(label),
  }));
  const fails = reasons.filter(({ outcome }) => outcome === 'fail').length;
  const summary = summaryOf(decided, countries, fails);
  return {
    verdict,
    ...(fails > 0 && { detail: String(fails) }),
    summary: verdict === decided ? summary : { key: 'labels_caution', args: [summary] },
    warnings: soon.map(warningOf),
    reasons,
    basis: notes(subject),
    used: [...NEEDED.filter((path) => !missing.includes(path)), ...(product?.expiries ? [EXPIRIES] : [])],
    missing,
  };
}

export const labels: Feature = { id: 'labels', about: 'product', judge };
