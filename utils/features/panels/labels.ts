import type { FactPath } from '../../facts/fields.ts';
import { countryName } from '../../facts/show.ts';
import { keyOf, type MessageKey, type Translator } from '../../i18n/translate.ts';
import { type LabelResult, labelsAsked, labelsFor } from '../../rules/labels.ts';
import type { Label } from '../../rules/pack.ts';
import type { Subject, Verdict } from '../judgement.ts';
import { type Section, signed } from './view.ts';

/** Destinations in which everything is the same. */
interface Market {
  countries: string[];
  status: LabelResult['status'];
  outcomes: ReadonlyMap<string, Verdict>;
}

function outcomesIn(
  subject: Subject,
  country: string,
  { missing, unknowns }: LabelResult,
): Map<string, Verdict> {
  const asked = labelsAsked(subject.pack, subject.facts.product?.category, country);
  return new Map(
    asked.map(({ id }) => [
      id,
      missing?.includes(id) ? 'fail' : unknowns?.includes(id) ? 'unknown' : missing ? 'pass' : 'none',
    ]),
  );
}

/** The product's destinations, those of which the table says the same together. */
function marketsOf(subject: Subject): Market[] {
  const { pack, facts } = subject;
  const { product } = facts;
  const markets = new Map<string, Market>();
  for (const country of product ? (product.destinations ?? []) : []) {
    const result = labelsFor(pack, product ?? { id: '' }, country);
    const outcomes = outcomesIn(subject, country, result);
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
  caution: 'labelMissing',
  unknown: 'labelUnknown',
  none: 'labelNotAsked',
};

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
    markets.some(({ outcomes }) => ['fail', 'unknown'].includes(outcomes.get(id) ?? 'none'));
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
        [
          { text: t('panelAllLabels') },
          ...markets.map(({ status }) => signed(STATUS[status], t(keyOf('labelStatus', status)), t)),
          { text: '' },
        ],
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
