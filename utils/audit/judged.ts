import type { Ending } from '../facts/expiry.ts';
import { type FactPath, isFieldPath } from '../facts/fields.ts';
import { type KeptFact, winning } from '../facts/kept.ts';
import { endings } from '../features/expiry.ts';
import { FEATURES } from '../features/index.ts';
import type { ChipId, Feature, Judgement, Reason, Subject, Verdict } from '../features/judgement.ts';
import { judge } from '../features/run.ts';
import { type LabelResult, labelsAsked, labelsFor } from '../rules/labels.ts';
import type { Label } from '../rules/pack.ts';
import type { AuditedProduct, Found, Judged } from './audit.ts';

type Open = Found['verdict'];

const isOpen = (verdict: Verdict): verdict is Open => verdict !== 'pass' && verdict !== 'none';

/** A rule that only facts of the store decide says the same of every product: it is the store's. */
const isOfStore = ({ facts = [] }: Reason): boolean => facts.length > 0 && facts.every(isFieldPath);

const sortedSet = (items: Iterable<string>): string[] => [...new Set(items)].sort();

function foundOf(
  chip: ChipId,
  { used, missing }: Judgement,
  { id, facts = [...used, ...missing] }: { id: string | null; facts?: readonly FactPath[] | undefined },
  verdict: Open,
  countries: readonly string[] = [],
): Found {
  return {
    chip,
    rule: id,
    verdict,
    countries: sortedSet(countries),
    ends: null,
    used: sortedSet(facts.filter((path) => !missing.includes(path))),
    missing: verdict === 'unknown' ? sortedSet(facts.filter((path) => missing.includes(path))) : [],
  };
}

/**
 * A judgement's open reasons, as far as they are about the one who is judged. A verdict that no reason explains rests
 * on what the judgement quotes first.
 */
function foundIn(chip: ChipId, judgement: Judgement, about: 'store' | 'product'): Found[] {
  const { verdict, reasons, used, missing } = judgement;
  const isOwn = (reason: Reason): boolean => isOfStore(reason) === (about === 'store');
  const open = reasons.filter(({ outcome }) => isOpen(outcome));
  const own = open.filter(isOwn);
  if (own.length > 0) {
    return own.map((reason) => foundOf(chip, judgement, reason, reason.outcome as Open));
  }
  const isOwnFact = (path: FactPath): boolean => isFieldPath(path) === (about === 'store');
  const isExplained = open.length > 0 && !missing.some(isOwnFact);
  if (!isOpen(verdict) || isExplained) return [];
  const [first] = reasons;
  const facts = [...used, ...missing].filter(isOwnFact);
  return [foundOf(chip, judgement, { id: first?.id ?? null, facts }, verdict)];
}

/** Of several that bear one name, the one that ends first. */
const soonest = (all: readonly Ending[]): Ending[] => [
  ...new Map(all.toReversed().map((ending) => [ending.what, ending])).values(),
];

type Labels = AuditedProduct['labels'];

/** Of a destination's labels nothing is decided: the table does not cover it, asks nothing, or the category is open. */
const isUndecided = ({ status, unknowns = [] }: LabelResult, isAsked: boolean): boolean =>
  status === 'not-covered' ||
  (status === 'unknown' && unknowns.length === 0) ||
  (status === 'complete' && !isAsked);

const SATISFIED_BY: Record<Label['satisfiedBy']['kind'], FactPath> = {
  mark: 'product.marks',
  registration: 'product.registrations',
  'responsible-person': 'product.responsiblePersons',
};

/** The facts that a label rests on; which countries are blocked or out of reach only where that is known. */
function factsOfLabel({ pack, facts: { product } }: Subject, id: string): FactPath[] {
  const label = pack.labels.find((each) => each.id === id);
  return [
    'product.category',
    'product.destinations',
    ...(label ? [SATISFIED_BY[label.satisfiedBy.kind]] : []),
    ...(product?.blocked ? (['product.blocked'] as const) : []),
    ...(product?.programme ? (['product.programme'] as const) : []),
  ];
}

/** What a product's labels come to, destination by destination, and what of it is open. */
function labelsIn(judgement: Judgement, subject: Subject): { labels: Labels; found: Found[] } {
  const { pack, facts } = subject;
  const product = facts.product ?? { id: '' };
  const results = (product.destinations ?? []).map(
    (country) => [country, labelsFor(pack, product, country)] as const,
  );
  const isAsked = (country: string): boolean => labelsAsked(pack, product.category, country).length > 0;
  const where = (isIn: (result: LabelResult, country: string) => boolean): string[] =>
    results.filter(([country, result]) => isIn(result, country)).map(([country]) => country);
  const open = judgement.reasons.flatMap((reason): Found[] => {
    const { id, outcome } = reason;
    if (!isOpen(outcome)) return [];
    const countries = where(({ missing, unknowns }) =>
      Boolean(missing?.includes(id) || unknowns?.includes(id)),
    );
    return [foundOf('labels', judgement, { id, facts: factsOfLabel(subject, id) }, outcome, countries)];
  });
  const undecided = where((result, country) => isUndecided(result, isAsked(country)));
  const outcomes = judgement.reasons.map(({ id, outcome }) => [id, outcome]);
  return {
    labels: {
      outcomes: Object.fromEntries(outcomes) as Labels['outcomes'],
      countries: Object.fromEntries(results.map(([country, { status }]) => [country, status])),
    },
    found: [
      ...open,
      ...(undecided.length > 0 ? [foundOf('labels', judgement, { id: null }, 'unknown', undecided)] : []),
      ...soonest(endings(subject)).map(
        ({ what, on }): Found => ({
          ...foundOf('labels', judgement, { id: null, facts: ['product.expiries'] }, 'caution'),
          ends: { what, on },
        }),
      ),
    ],
  };
}

/** The values that judgements used; what the row itself shows counts before what is kept of it. */
function factsIn(
  judgements: readonly Judgement[],
  { store, product, row, readAt }: Subject,
): Judged['facts'] {
  const paths = judgements.flatMap(({ used, reasons }) => [
    ...used,
    ...reasons.flatMap(({ facts = [] }) => facts),
  ]);
  const isOfRow = (path: FactPath): boolean => (row ? !isFieldPath(path) : isFieldPath(path));
  const factOf = (path: FactPath): KeptFact | undefined => {
    if (path === 'product.price' && row?.price) {
      const { text, ...value } = row.price;
      return { value, text, at: readAt, origin: { kind: 'read', page: 'product-list' } };
    }
    return winning(path, (isFieldPath(path) ? store?.facts : product?.facts)?.[path]);
  };
  const facts = sortedSet(paths.filter(isOfRow)).flatMap((path): [string, KeptFact][] => {
    const fact = factOf(path as FactPath);
    return fact ? [[path, fact]] : [];
  });
  return Object.fromEntries(facts);
}

const FEATURES_OF_PRODUCTS: readonly Feature[] = FEATURES['product-list'] ?? [];

const judgedBy = (features: readonly Feature[], subject: Subject): [Feature, Judgement][] =>
  features.map((feature) => [feature, judge(feature, subject)]);

const verdictsOf = (judged: readonly [Feature, Judgement][]): Judged['verdicts'] =>
  Object.fromEntries(judged.map(([{ id }, { verdict }]) => [id, verdict]));

/** What holds of the store itself, whatever its products are. */
export function judgedStore(subject: Subject): Judged {
  const judged = judgedBy(
    FEATURES_OF_PRODUCTS.filter(({ about, id }) => about === 'store' || id === 'fee'),
    subject,
  );
  return {
    seenAt: subject.readAt,
    packVersion: subject.pack.version,
    verdicts: verdictsOf(judged),
    found: judged.flatMap(([{ id }, judgement]) => foundIn(id, judgement, 'store')),
    facts: factsIn(
      judged.map(([, judgement]) => judgement),
      subject,
    ),
  };
}

/** What holds of a row's product. */
export function judgedProduct(subject: Subject): Judged & { labels: Labels } {
  const judged = judgedBy(
    FEATURES_OF_PRODUCTS.filter(({ about }) => about === 'product'),
    subject,
  );
  const labels = judged.find(([{ id }]) => id === 'labels');
  const ofLabels = labels && labelsIn(labels[1], subject);
  const others = judged.filter(([{ id }]) => id !== 'labels');
  return {
    seenAt: subject.readAt,
    packVersion: subject.pack.version,
    verdicts: verdictsOf(judged),
    found: [
      ...(ofLabels?.found ?? []),
      ...others.flatMap(([{ id }, judgement]) => foundIn(id, judgement, 'product')),
    ],
    facts: factsIn(
      judged.map(([, judgement]) => judgement),
      subject,
    ),
    labels: ofLabels?.labels ?? { outcomes: {}, countries: {} },
  };
}
