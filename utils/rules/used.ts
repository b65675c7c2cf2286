import { type Facts, isKnown } from './facts.ts';
import { PROGRAMMES } from './parts.ts';
import { decideRules } from './programmes.ts';
import { LABEL_FACTS, type Situation } from './situation.ts';

const CHARGED = ['pool.returnRatePct', 'pool.sellThroughPct'];
const COUNTED = ['pool.orders', 'pool.returns', 'pool.skus', 'pool.soldSkus'];
const BILLED = ['pool.crossStoreAmount', 'pool.currency', 'pool.gmv'];
const SOLD = ['product.commissionPct', 'product.price', 'product.unitCost'];
const FEES = [...BILLED, ...CHARGED, ...COUNTED, ...SOLD, 'pool.crossStoreOrders'];

/** The facts that each part of a result looks at; of the programmes and the dates it is the pack that says. */
const LOOKED_AT: Record<string, readonly string[]> = {
  mergeFee: [...BILLED, ...CHARGED],
  fees: FEES,
  whatIf: FEES,
  labels: [...LABEL_FACTS, 'product.programme'],
  notes: ['product.category', 'product.destinations'],
  reach: [
    'product.blocked',
    'product.destinations',
    'product.joinedCountries',
    'product.programme',
    'product.templateCountries',
  ],
  epr: ['pools'],
  eprFiling: ['pools'],
};

function factAt(facts: Facts, path: string): unknown {
  const dot = path.indexOf('.');
  const [part, field] = dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
  const holder: unknown = facts[part as keyof Facts];
  return field === undefined ? holder : (holder as Record<string, unknown> | null | undefined)?.[field];
}

const fieldsOf = (part: string, holder: object | null | undefined): string[] =>
  Object.keys(holder ?? {}).map((field) => `${part}.${field}`);

const decidedBy = (situation: Situation, programme: (typeof PROGRAMMES)[number]): string[] =>
  decideRules(situation, programme).flatMap(({ facts }) => facts);

function lookedAt(situation: Situation, part: string): readonly string[] {
  const { facts } = situation;
  switch (part) {
    case 'readiness':
      return ['merge', 'semi']
        .flatMap((programme) => decidedBy(situation, programme as 'merge'))
        .concat(
          'asOf',
          'dates.supplyChainStarted',
          'store.supplyChainPendingDays',
          fieldsOf('done', facts.done),
        );
    case 'deadlines':
      return ['asOf', 'pool.month', ...fieldsOf('dates', facts.dates)];
    case 'triage':
      return fieldsOf('failure', facts.failure);
    default:
      return LOOKED_AT[part] ?? [];
  }
}

/** By part of a result, the known facts that it used, sorted; each programme is a part of its own. */
export function factsUsed(situation: Situation, parts: readonly string[]): Record<string, string[]> {
  const known = (paths: readonly string[]): string[] =>
    [...new Set(paths)].filter((path) => isKnown(factAt(situation.facts, path))).sort();
  const entries = parts.flatMap((part): [string, string[]][] =>
    part === 'programmes'
      ? PROGRAMMES.map((programme) => [`programmes.${programme}`, known(decidedBy(situation, programme))])
      : [[part, known(lookedAt(situation, part))]],
  );
  return Object.fromEntries(entries);
}
