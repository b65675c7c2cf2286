import { type Due, deadlinesOf } from './deadlines.ts';
import { type EprFiling, type EprResult, eprBindings, eprFilings } from './epr.ts';
import type { Facts, ProductFacts } from './facts.ts';
import { type ConditionGap, incentiveGaps } from './incentive-gap.ts';
import { type LabelResult, labelsFor, notesFor } from './labels.ts';
import { type MonthLedger, monthLedger } from './ledger.ts';
import { type Charge, chargeFor, type MergeFeeResult, mergeFee } from './merge-fee.ts';
import type { Pack, Programme } from './pack.ts';
import { type ProgrammeResult, programmeResults } from './programmes.ts';
import { type Reach, reachOf } from './reach.ts';
import { type Readiness, readinessFor } from './readiness.ts';
import { type SaleCase, saleCases } from './sale.ts';
import { type Situation, situationOf } from './situation.ts';
import { type Triage, triageOf } from './triage.ts';
import { factsUsed } from './used.ts';

/** What a month and a sale cost, and what it takes to pay less. */
export interface Fees {
  month?: MonthLedger;
  sale?: SaleCase[];
  incentive?: ConditionGap[];
}

/** The programmes whose way in is laid out step by step. */
const LED: readonly Programme[] = ['merge', 'semi'];

/** Everything the pack says of the given facts; a part is there where its facts were given. */
export interface Evaluation {
  programmes?: Record<Programme, ProgrammeResult>;
  readiness?: Partial<Record<Programme, Readiness>>;
  mergeFee?: MergeFeeResult;
  fees?: Fees;
  /** The fees with the facts of `whatIf` in the place of the others. */
  whatIf?: Fees;
  labels?: Record<string, LabelResult>;
  /** By country, what else is known of the market: ids of notes. */
  notes?: Record<string, string[]>;
  reach?: Reach;
  epr?: EprResult[];
  eprFiling?: EprFiling[];
  /** By rule, when what is running is due. */
  deadlines?: Record<string, Due[]>;
  triage?: Triage;
  /** By part of the result, the facts it used. */
  used: Record<string, string[]>;
}

const byKey = <T>(keys: readonly string[], value: (key: string) => T): Record<string, T> =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, value(key)]));

function feesOf(situation: Situation, charge: Charge): Fees {
  const { pool, product } = situation.facts;
  return {
    ...(pool && { month: monthLedger(situation, charge) }),
    ...(product && { sale: saleCases(situation, product, charge.incentive) }),
    ...(pool && { incentive: incentiveGaps(situation, charge) }),
  };
}

function moneyOf(situation: Situation): Pick<Evaluation, 'mergeFee' | 'fees'> {
  const { pool, product } = situation.facts;
  if (!pool && !product) return {};
  const charge = chargeFor(situation);
  return { ...(pool && { mergeFee: mergeFee(situation, charge) }), fees: feesOf(situation, charge) };
}

function supposed(pack: Pack, facts: Facts): Fees {
  const situation = situationOf(pack, changed(facts));
  return feesOf(situation, chargeFor(situation));
}

/** The facts as they would be with the changed ones in their place. */
function changed({ whatIf, ...facts }: Facts): Facts {
  return {
    ...facts,
    ...((facts.pool || whatIf?.pool) && { pool: { ...facts.pool, ...whatIf?.pool } }),
    ...((facts.product || whatIf?.product) && {
      product: { id: '', ...facts.product, ...whatIf?.product } as ProductFacts,
    }),
  };
}

/** Facts in, results out: pure, and the same facts always give the same results in the same order. */
export function evaluate(pack: Pack, facts: Facts): Evaluation {
  const { store, pool, pools, product, dates, failure, whatIf } = facts;
  const situation = situationOf(pack, facts);
  const triage = failure && triageOf(situation);
  const destinations = product?.destinations;
  const result: Omit<Evaluation, 'used'> = {
    ...(store && {
      programmes: programmeResults(situation),
      readiness: byKey(LED, (programme) => readinessFor(situation, programme as Programme)),
    }),
    ...moneyOf(situation),
    ...(whatIf && { whatIf: supposed(pack, facts) }),
    ...(destinations && {
      labels: byKey(destinations, (country) => labelsFor(pack, product, country)),
      notes: byKey(destinations, (country) => notesFor(pack, product.category, country)),
    }),
    ...(product && { reach: reachOf(pack, product) }),
    ...(pools && { epr: eprBindings(pack, pools), eprFiling: eprFilings(pools) }),
    ...((dates || pool?.month) && { deadlines: deadlinesOf(pack, facts) }),
    ...(triage && { triage }),
  };
  return { ...result, used: factsUsed(situation, Object.keys(result)) };
}
