import type { BoardSeen } from '../../facts/failures.ts';
import { type KnownPool, poolsOf, type StatedPool, statedBy } from '../../facts/pools.ts';
import { countryName } from '../../facts/show.ts';
import type { StoreRecord } from '../../facts/store-record.ts';
import type { MessageKey, Translator } from '../../i18n/translate.ts';
import { asking, type EprFiling, type EprStatus, eprBindings, eprFilings } from '../../rules/epr.ts';
import type { Subject, Verdict } from '../judgement.ts';
import { shownTime } from '../present.ts';
import { statements } from '../programme.ts';
import { type CheckView, type NumberView, numberViews, readingText } from './epr-numbers.ts';
import { type Section, type SectionView, sectionView, worst } from './section.ts';

/** What the merge service asks of a pool in one country. */
interface BindingView extends CheckView {
  country: string;
}

export interface PoolView {
  id: string;
  verdict: Verdict;
  /** Where it sells and when it is applied for, and what of that is not known. */
  lines: string[];
  bindings: BindingView[];
  numbers: NumberView[];
  contradictions: string[];
  /** What this store's record states of it, to be changed. */
  stated: StatedPool | null;
}

export interface PoolsView extends SectionView {
  pools: PoolView[];
  /** The Pool IDs on the board of failures of which nothing is kept. */
  seen: string[];
}

const VERDICTS: Record<EprStatus, Verdict> = {
  bound: 'pass',
  malformed: 'fail',
  missing: 'unknown',
  shared: 'fail',
};

const RULES = ['merge.epr-bound', 'merge.epr-filed', 'merge.epr-not-reused'];

function bindingViews(
  { pool }: KnownPool,
  subject: Subject,
  all: readonly KnownPool[],
  t: Translator,
): BindingView[] {
  const own = eprBindings(
    subject.pack,
    all.map((known) => known.pool),
  ).filter((binding) => binding.pool === pool.id);
  const filings = eprFilings([pool]);
  return own.flatMap(({ country, status }) => {
    const name = countryName(country, t);
    // With all of a pool's numbers known, one that is not among them is missing for certain.
    const verdict = status === 'missing' && pool.epr ? 'fail' : VERDICTS[status];
    const binding = { country, verdict, text: t(`epr_${status}` as MessageKey, name) };
    const filing = filings.find((one) => one.country === country);
    return filing && status !== 'missing' ? [binding, filingView(filing, subject, name, t)] : [binding];
  });
}

/** The safe reading decides; what the other one says stands beside it. */
function filingView(
  { country, readings }: EprFiling,
  subject: Subject,
  name: string,
  t: Translator,
): BindingView {
  const verdict = readings['at-least-72-hours-before'];
  const said = Object.entries(readings).map(([reading, outcome]) =>
    t('eprFiledBy', readingText(subject.pack, reading, t), t(`epr_filed_${outcome}`)),
  );
  return { country, verdict, text: t('poolEprFiled', name, said.join(t('semicolon'))) };
}

const nameOf = ({ name, channelId }: StoreRecord, t: Translator): string =>
  name ? t('storeNamed', name, channelId) : channelId;

function contradictionTexts({ contradictions, stores }: KnownPool, t: Translator): string[] {
  const names = stores.map((store) => nameOf(store, t)).join(t('comma'));
  return contradictions.map((part) => t('monitorPoolContrary', t(`poolPart_${part}`), names));
}

function linesOf({ pool }: KnownPool, t: Translator): string[] {
  const { destinations, appliedAt } = pool;
  const countries = destinations?.map((code) => countryName(code, t)).join(t('comma'));
  return [
    destinations ? t('monitorPoolSells', countries || t('none')) : t('monitorPoolSellsUnknown'),
    appliedAt ? t('monitorPoolApplied', shownTime(appliedAt, t)) : t('monitorPoolAppliedUnknown'),
  ];
}

function poolView(known: KnownPool, subject: Subject, all: readonly KnownPool[], t: Translator): PoolView {
  const bindings = bindingViews(known, subject, all, t);
  const numbers = numberViews(known, subject.pack, all, t);
  const contradictions = contradictionTexts(known, t);
  const isOpen = !known.pool.destinations || (asking(known.pool).length > 0 && !known.pool.epr);
  const stated = subject.store && statedBy(subject.store, known.pool.id);
  return {
    id: known.pool.id,
    verdict: worst([
      ...bindings.map(({ verdict }) => verdict),
      ...numbers.flatMap(({ checks }) => checks.map(({ verdict }) => verdict)),
      ...(contradictions.length > 0 ? (['caution'] as const) : []),
      ...(isOpen ? (['unknown'] as const) : []),
    ]),
    lines: linesOf(known, t),
    bindings,
    numbers,
    contradictions,
    stated: stated ?? null,
  };
}

/** The pools of a store, each with its EPR numbers: whether they have their form, are its own alone, and were filed in time. */
export function poolsView(
  subject: Subject,
  stores: readonly StoreRecord[],
  board: BoardSeen | undefined,
  t: Translator,
): PoolsView {
  const all = poolsOf(stores);
  const own = all.filter(({ pool }) => subject.store && statedBy(subject.store, pool.id));
  const pools = own.map((known) => poolView(known, subject, all, t));
  const wrong = pools.filter(({ verdict }) => verdict === 'fail' || verdict === 'caution');
  const onBoard = (board?.rows ?? []).flatMap(({ values }) => values.pool ?? []);
  const seen = [...new Set(onBoard)].filter((id) => own.every(({ pool }) => pool.id !== id));
  const section: Section = {
    verdict: pools.length > 0 ? worst(pools.map(({ verdict }) => verdict)) : 'unknown',
    line:
      pools.length === 0
        ? { key: 'monitorPoolsNone' }
        : wrong.length > 0
          ? { key: 'monitorPoolsWrong', args: [wrong.map(({ id }) => id).join(t('comma'))] }
          : { key: 'monitorPools', args: [pools.map(({ id }) => id).join(t('comma'))] },
    reasons: statements(subject.pack, ...RULES),
  };
  return { ...sectionView(section, subject, t), pools, seen };
}
