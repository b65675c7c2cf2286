import type { BoardSeen } from '../../facts/failures.ts';
import type { StoreLog } from '../../facts/store-log.ts';
import type { StoreRecord } from '../../facts/store-record.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Pack } from '../../rules/pack.ts';
import { situationOf } from '../../rules/situation.ts';
import { chineseDay } from '../clock.ts';
import type { Subject, Verdict } from '../judgement.ts';
import { subjectOf } from '../subject.ts';
import { application } from './application.ts';
import { bill } from './bill.ts';
import { calls, mostCalls } from './calls.ts';
import { type FailuresView, failuresView } from './failures.ts';
import { type FeeView, feeView } from './fee.ts';
import { type FiguresView, figuresView } from './figures.ts';
import { type PoolsView, poolsView } from './pools.ts';
import { SECTIONS, type SectionId, type SectionView, sectionView } from './section.ts';
import { token } from './token.ts';

/** All that is kept of a store and what its merge pool needs. */
export interface Watched {
  pack: Pack;
  store: StoreRecord;
  /** All stores: a number may belong to one pool of them only. */
  stores: readonly StoreRecord[];
  board: BoardSeen | undefined;
  log: StoreLog;
  /** ISO 8601. */
  now: string;
}

export interface NeedView {
  section: SectionId;
  verdict: Verdict;
  text: string;
}

interface Sections {
  application: SectionView;
  figures: FiguresView;
  fee: FeeView;
  bill: SectionView;
  token: SectionView;
  calls: SectionView;
  failures: FailuresView;
  epr: PoolsView;
}

/** The merge service's monitor of a store: texts only, in one language. */
export interface MonitorView {
  /** What needs a person, the worst first. */
  needs: NeedView[];
  /** The parts that something is missing for. */
  unknown: SectionId[];
  sections: Sections;
  /** The calls that are allowed in a minute; `null` where the rules do not say. */
  mostCalls: number | null;
}

function subjectNow({ pack, store, now }: Watched): Subject {
  const subject = subjectOf(pack, store, undefined, now);
  const asOf = chineseDay(Date.parse(now));
  return { ...subject, ...situationOf(pack, { ...subject.facts, asOf }) };
}

const NEEDING: readonly Verdict[] = ['fail', 'caution'];

/** What of a store's merge service is known, and what of it needs a person. */
export function monitorView(watched: Watched, t: Translator): MonitorView {
  const subject = subjectNow(watched);
  const { board, log, stores } = watched;
  const sections: Sections = {
    application: sectionView(application(subject, t), subject, t),
    figures: figuresView(subject, log, t),
    fee: feeView(subject, t),
    bill: sectionView(bill(subject), subject, t),
    token: sectionView(token(subject, board, t), subject, t),
    calls: sectionView(calls(subject), subject, t),
    failures: failuresView(subject, board, t),
    epr: poolsView(subject, stores, board, t),
  };
  const needs = NEEDING.flatMap((verdict) =>
    SECTIONS.filter((section) => sections[section].verdict === verdict).map((section) => ({
      section,
      verdict,
      text: sections[section].line,
    })),
  );
  return {
    needs,
    unknown: SECTIONS.filter((id) => sections[id].verdict === 'unknown'),
    sections,
    mostCalls: mostCalls(subject.pack),
  };
}
