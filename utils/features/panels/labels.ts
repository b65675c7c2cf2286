import { expiryName } from '../../facts/expiry.ts';
import type { FactPath } from '../../facts/fields.ts';
import { countryName } from '../../facts/show.ts';
import { keyOf, type MessageKey, type Translator } from '../../i18n/translate.ts';
import { type LabelResult, labelsAsked, labelsFor } from '../../rules/labels.ts';
import type { Label } from '../../rules/pack.ts';
import { endings } from '../expiry.ts';
import type { Subject, Verdict } from '../judgement.ts';
import { type Section, type SignedCell, signed } from './view.ts';

/** Destinations in which everything is the same. */
interface Market {
  countries: string[];
  status: LabelResult['status'];
  outcomes: ReadonlyMap<string, Verdict>;
}

/** The schemes of which every registration that the product has is over. */
function endedSchemes(subject: Subject): Set<string> {
  const ended = new Set(endings(subject).flatMap(({ what, stage }) => (stage === 'ended' ? [what] : [])));
  const registrations = subject.facts.product?.registrations ?? [];
  const isOver = ({ scheme, number }: (typeof registrations)[number]): boolean =>
    ended.has(expiryName(scheme, number));
  const held = new Set(registrations.filter((entry) => !isOver(entry)).map(({ scheme }) => scheme));
  return new Set(registrations.map(({ scheme }) => scheme).filter((scheme) => !held.has(scheme)));
}

function outcomesIn(
  subject: Subject,
  country: string,
  { missing, unknowns }: LabelResult,
  ended: ReadonlySet<string>,
): Map<string, Verdict> {
  const asked = labelsAsked(subject.pack, subject.facts.product?.category, country);
  const outcomeOf = ({ id, satisfiedBy }: Label): Verdict => {
    if (!missing) return 'none';
    if (missing.includes(id)) return 'fail';
    if (unknowns?.includes(id)) return 'unknown';
    return satisfiedBy.kind === 'registration' && ended.has(satisfiedBy.scheme) ? 'caution' : 'pass';
  };
  return new Map(asked.map((label) => [label.id, outcomeOf(label)]));
}

/** The product's destinations, those of which the table says the same together. */
function marketsOf(subject: Subject): Market[] {
  const { pack, facts } = subject;
  const { product } = facts;
  const ended = endedSchemes(subject);
  const markets = new Map<string, Market>();
  for (const country of product ? (product.destinations ?? []) : []) {
    const result = labelsFor(pack, product ?? { id: '' }, country);
    const outcomes = outcomesIn(subject, country, result, ended);
    // What is missing for certain is missing, whatever else is not known.
    const status = result.missing?.length ? 'missing' : result.status;
    const same = JSON.stringify([status, ...outcomes]);
    const market = markets.get(same) ?? { countries: [], status, outcomes };
    market.countries.push(country);
    markets.set(same, market);
  }
  return [...markets.values()];
}

const STATUS: Record<LabelResult['status'], Verdict> = {
  blocked: 'none',
  'not-reachable': 'none',
  'not-covered': 'unknown',
  missing: 'fail',
  unknown: 'unknown',
  complete: 'pass',
};

const FACT_OF: Record<Label['satisfiedBy']['kind'], FactPath> = {
  mark: 'product.marks',
  registration: 'product.registrations',
  'responsible-person': 'product.responsiblePersons',
};

const LABEL_WORDS: Record<Verdict, MessageKey> = {
  pass: 'labelThere',
  fail: 'labelMissing',
  caution: 'labelEnded',
  unknown: 'labelUnknown',
  none: 'labelNotAsked',
};

/** What a market comes to; one that is complete by a registration that is over is not green. */
function statusCell({ status, outcomes }: Market, t: Translator): SignedCell {
  if (status === 'complete' && [...outcomes.values()].includes('caution')) {
    return signed('caution', t('labelEnded'), t);
  }
  return signed(STATUS[status], t(keyOf('labelStatus', status)), t);
}

/**
 * Labels down, markets across: what each asks for, and where on the form what is missing is filled in.
 * @param places by fact, the part of the form that holds it
 */
export function labelMatrix(
  subject: Subject,
  places: Readonly<Record<string, string>>,
  t: Translator,
): Section[] {
  const markets = marketsOf(subject);
  if (markets.length === 0) return [];
  const asked = subject.pack.labels.filter(({ id }) => markets.some(({ outcomes }) => outcomes.has(id)));
  const placeOf = ({ satisfiedBy }: Label): string => {
    if (satisfiedBy.kind === 'mark') return t('panelTypeBelow');
    const isOnForm = satisfiedBy.kind === 'registration' || satisfiedBy.region === 'EU';
    return (isOnForm && places[FACT_OF[satisfiedBy.kind]]) || t('panelNotOnForm');
  };
  const isOpen = ({ id }: Label): boolean =>
    markets.some(({ outcomes }) => ['fail', 'caution', 'unknown'].includes(outcomes.get(id) ?? 'none'));
  return [
    {
      kind: 'table',
      title: t('panelLabels'),
      notes: [],
      head: [
        t('panelLabel'),
        ...markets.map(({ countries }) =>
          countries.map((country) => countryName(country, t)).join(t('comma')),
        ),
        t('panelWhere'),
      ],
      rows: [
        [{ text: t('panelAllLabels') }, ...markets.map((market) => statusCell(market, t)), { text: '' }],
        ...asked.map((label) => [
          { text: label.text[t.language === 'en' ? 'en' : 'zh'] },
          ...markets.map(({ outcomes }) => {
            const verdict = outcomes.get(label.id) ?? 'none';
            return signed(verdict, t(LABEL_WORDS[verdict]), t);
          }),
          { text: isOpen(label) ? placeOf(label) : '' },
        ]),
      ],
    },
  ];
}
