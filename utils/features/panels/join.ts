import type { FactPath } from '../../facts/fields.ts';
import type { MessageKey, Translator } from '../../i18n/translate.ts';
import { decideRules, programmeResult, rulesOf } from '../../rules/programmes.ts';
import { type Reach, reachOf, semiCountries } from '../../rules/reach.ts';
import { type ItemState, type Readiness, readinessFor } from '../../rules/readiness.ts';
import { endings, warningOf } from '../expiry.ts';
import type { Reason, Subject, Verdict } from '../judgement.ts';
import { provenView, valueView } from '../present.ts';
import { judgeProgramme, reasonOf, statements } from '../programme.ts';
import { freightTable } from './freight.ts';
import { reachChecks } from './reach.ts';
import { type PanelSeen, type PanelView, type Section, type SignedCell, type Step, signed } from './view.ts';

const STATES: Record<ItemState, Verdict> = {
  blocked: 'fail',
  done: 'pass',
  failed: 'fail',
  open: 'caution',
  unknown: 'unknown',
  waiting: 'caution',
};

/** Where the store stands on each step into semi-managed, what that was read from, and who asks for it. */
function steps(subject: Subject, { items }: Readiness, t: Translator): Section {
  const decided = new Map(decideRules(subject, 'semi').map((outcome) => [outcome.rule.id, outcome]));
  const rules = rulesOf(subject.pack, 'semi');
  return {
    kind: 'steps',
    title: t('joinStepsTitle'),
    steps: items.flatMap(({ rule: id, state, seeRule }): Step[] => {
      const [rule] = rules.filter((entry) => entry.id === id);
      if (!rule) return [];
      const outcome = decided.get(id);
      const reason: Reason = outcome ? reasonOf(outcome) : { id, proven: rule, outcome: 'none' };
      const facts: readonly FactPath[] = reason.facts ?? [];
      const advice = seeRule ? statements(subject.pack, seeRule) : [];
      return [
        {
          state: signed(STATES[state], t(`state_${state}`), t),
          from: facts.flatMap((path) => valueView(path, subject, t).map(({ origin }) => origin)),
          reason: provenView(reason, subject, t),
          advice: advice.map((entry) => provenView(entry, subject, t)),
        },
      ];
    }),
  };
}

/** How many of the bars of a programme are met, or why they are in doubt. */
function barsCell(subject: Subject, programme: 'semi' | 'semi-product', t: Translator): SignedCell {
  const { verdict, fails, unknowns, cautions, conflicts } = programmeResult(subject, programme);
  const bars = rulesOf(subject.pack, programme).filter(({ kind }) => kind === 'bar').length;
  const [ending] = programme === 'semi-product' ? endings(subject) : [];
  if (verdict === 'pass' && ending) return signed('caution', t(warningOf(ending)), t);
  const doubts = cautions.length + conflicts.length;
  if (verdict === 'pass' && doubts > 0) return signed('caution', t('summary_caution', doubts, bars), t);
  const counts = { pass: bars, fail: fails.length, unknown: unknowns.length };
  return signed(verdict, t(`joinBars_${verdict}`, counts[verdict], bars), t);
}

/** Whether the store and this product may join, by the bars of each, and whether it has. */
function verdicts(subject: Subject, t: Translator): Section {
  const { programme } = subject.facts.product ?? {};
  return {
    kind: 'checks',
    title: t('joinVerdicts'),
    checks: [
      { name: t('joinStore'), cell: barsCell(subject, 'semi', t) },
      { name: t('joinProduct'), cell: barsCell(subject, 'semi-product', t) },
      {
        name: t('joinMark'),
        cell: programme
          ? { text: t(programme === 'semi' ? 'joinMarkJoined' : 'joinMarkNot') }
          : signed('unknown', t('notKnown'), t),
      },
    ],
  };
}

function price({ readings }: PanelSeen, t: Translator): Section {
  const basePrice = readings.find(({ fact }) => fact === 'form.basePrice')?.text;
  return {
    kind: 'checks',
    title: t('joinPrice'),
    checks: [
      {
        name: t('joinBasePrice'),
        cell: basePrice ? { text: basePrice } : signed('unknown', t('panelNotFound'), t),
      },
      { name: t('joinRegional'), cell: signed('caution', t('joinRegionalNone'), t) },
    ],
  };
}

/** What reach and price rest on. */
const BASIS = [
  'semi.one-price',
  'semi.change-price',
  'semi.reach-47',
  'semi.block-country',
  'semi.product-by-product',
  'semi.gap-logistics-fee',
];

function sources(subject: Subject, { irreversible }: Readiness, t: Translator): Section {
  const { pack } = subject;
  const bars = decideRules(subject, 'semi-product').filter(({ rule }) => rule.kind === 'bar');
  const all = [
    ...statements(pack, ...irreversible).map((reason) => ({ ...reason, outcome: 'caution' as const })),
    ...bars.map(reasonOf),
    ...statements(pack, ...BASIS),
  ];
  return {
    kind: 'reasons',
    title: t('panelSources'),
    reasons: all.map((reason) => provenView(reason, subject, t)),
  };
}

/** Whether the number of countries is all that can be said: a product that has not joined only would reach them. */
function reachCell({ isSemi, isUpperBound, countries }: Reach, all: number, t: Translator): SignedCell {
  const reached = countries.length;
  if (isUpperBound) return signed('unknown', t('joinReachAtMost', reached), t);
  const key: MessageKey = isSemi === 'pass' ? 'joinReaches' : 'joinWouldReach';
  return signed(isSemi === 'pass' && reached === all ? 'pass' : 'caution', t(key, reached, all), t);
}

/** The panel of the page on which a listing joins semi-managed. */
export function joinPanel(subject: Subject, seen: PanelSeen, t: Translator): PanelView {
  const { pack, facts } = subject;
  const { verdict } = judgeProgramme('semi', subject);
  const readiness = readinessFor(subject, 'semi');
  const done = readiness.items.filter(({ state }) => state === 'done').length;
  const reach = reachOf(pack, facts.product ?? { id: '' });
  const reached = reachCell(reach, semiCountries(pack).length, t);
  return {
    tag: t.tag,
    title: t('joinTitle'),
    summary: [
      signed(verdict, t(`joinVerdict_${verdict as 'pass'}`), t),
      signed(readiness.verdict, t('joinSteps', done, readiness.items.length), t),
      reached,
    ],
    sections: [
      verdicts(subject, t),
      steps(subject, readiness, t),
      reachChecks(reach, reached, t),
      ...freightTable(subject, seen, t),
      price(seen, t),
      sources(subject, readiness, t),
    ],
    footer: t('cardFooter', pack.version),
  };
}
