import type { ProductPath } from '../facts/fields.ts';
import { type LabelResult, labelsAsked, labelsFor } from '../rules/labels.ts';
import type { Label, Pack } from '../rules/pack.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';

const NEEDED: readonly ProductPath[] = [
  'product.category',
  'product.destinations',
  'product.marks',
  'product.responsiblePersons',
  'product.registrations',
];

const VERDICTS: Record<LabelResult['status'], Verdict> = {
  missing: 'fail',
  unknown: 'unknown',
  'not-covered': 'unknown',
  complete: 'pass',
  blocked: 'none',
  'not-reachable': 'none',
};

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'pass', 'none'];

const worst = (verdicts: readonly Verdict[]): Verdict =>
  ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';

/** What every category is asked for, to be shown while the category itself is not known. */
const askedOfAll = (pack: Pack): Label[] => pack.labels.filter(({ categories }) => categories === 'any');

function asked({ pack, facts: { product } }: Subject): Label[] {
  if (!product?.category || !product.destinations) return askedOfAll(pack);
  const labels = product.destinations.flatMap((country) => labelsAsked(pack, product.category, country));
  return [...new Set(labels)];
}

function judge(subject: Subject): Judgement {
  const { product } = subject.facts;
  const missing = NEEDED.filter((path) => !product?.[path.slice('product.'.length) as keyof typeof product]);
  const results = product
    ? (product.destinations ?? []).map((country) => labelsFor(subject.pack, product, country))
    : [];
  const verdict = results.length > 0 ? worst(results.map(({ status }) => VERDICTS[status])) : 'unknown';
  const outcomeOf = ({ id }: Label): Verdict => {
    if (results.some((result) => result.missing?.includes(id))) return 'fail';
    return results.length === 0 || results.some((result) => result.unknowns?.includes(id))
      ? 'unknown'
      : 'pass';
  };
  const reasons: Reason[] = asked(subject).map((label) => ({
    id: label.id,
    proven: label,
    outcome: outcomeOf(label),
  }));
  const fails = reasons.filter(({ outcome }) => outcome === 'fail').length;
  return {
    verdict,
    ...(fails > 0 && { detail: String(fails) }),
    summary: { key: `labels_${verdict as 'pass' | 'fail' | 'unknown' | 'none'}`, args: [fails] },
    reasons,
    used: NEEDED.filter((path) => !missing.includes(path)),
    missing,
  };
}

export const labels: Feature = { id: 'labels', judge };
