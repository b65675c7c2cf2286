import type { FieldPath } from '../../facts/fields.ts';
import { winning } from '../../facts/kept.ts';
import { shownValue } from '../../facts/show.ts';
import type { StoreLog } from '../../facts/store-log.ts';
import type { Text, Translator } from '../../i18n/translate.ts';
import { isKnown } from '../../rules/facts.ts';
import { chargeFor } from '../../rules/merge-fee.ts';
import type { NumberFact } from '../../rules/quantity.ts';
import type { Subject } from '../judgement.ts';
import { factName } from '../present.ts';
import { type SeriesView, seriesView } from './history.ts';
import { type Section, type SectionView, sectionView } from './section.ts';
import { shortValue } from './short.ts';

const RATES = ['pool.sellThroughPct', 'pool.returnRatePct'] as const;
const SHOWN = [...RATES, 'pool.gmv'] as const;
const COUNTS = ['pool.skus', 'pool.soldSkus', 'pool.orders', 'pool.returns'] as const;
const FACTS: readonly FieldPath[] = [
  'pool.month',
  'pool.currency',
  ...SHOWN,
  'pool.crossStoreAmount',
  'pool.crossStoreOrders',
  ...COUNTS,
];

export interface FiguresView extends SectionView {
  series: SeriesView[];
}

/** A rate that nobody stated follows from its counts. */
const workedOut = ({ store, facts }: Subject, t: Translator): Text[] =>
  RATES.flatMap((path): Text[] => {
    const rate = facts.pool?.[path === 'pool.sellThroughPct' ? 'sellThroughPct' : 'returnRatePct'];
    if (!isKnown(rate) || winning(path, store?.facts[path])) return [];
    return [{ key: 'monitorWorkedOut', args: [factName(path, t), shownValue(path, rate, t, undefined)] }];
  });

type Shown = (typeof SHOWN)[number];

const poolValue = ({ facts: { pool } }: Subject, path: Shown): NumberFact | null | undefined =>
  pool?.[path.slice('pool.'.length) as 'gmv'];

function shown(path: Shown, subject: Subject, t: Translator): string {
  const value = poolValue(subject, path);
  const currency = subject.facts.pool?.currency ?? undefined;
  return t(
    'monitorFigure',
    factName(path, t),
    isKnown(value) ? shortValue(path, value, currency, t) : t('notKnown'),
  );
}

/** The month's figures, each with its origin, and how they went. */
export function figuresView(subject: Subject, log: StoreLog, t: Translator): FiguresView {
  const { conditions } = chargeFor(subject);
  const barOf = (path: FieldPath): string | undefined => {
    const test = conditions.find(({ rule }) => rule.test?.fact === path)?.rule.test;
    return test && test.op !== 'is' ? test.value : undefined;
  };
  const known = SHOWN.filter((path) => isKnown(poolValue(subject, path)));
  const section: Section = {
    // Whether they are good enough is for the fee to say.
    verdict: known.length === SHOWN.length ? 'none' : 'unknown',
    line:
      known.length > 0
        ? { key: 'monitorFigures', args: SHOWN.map((path) => shown(path, subject, t)) }
        : { key: 'monitorFiguresUnknown' },
    notes: workedOut(subject, t),
    facts: FACTS,
  };
  return {
    ...sectionView(section, subject, t),
    series: SHOWN.map((path) => seriesView(path, barOf(path), subject, log, t)),
  };
}
