import type { Facts } from './facts.ts';
import { type EprResult, eprBindings, type LabelResult, labelsFor } from './labels.ts';
import { type MergeFeeResult, mergeFee } from './merge-fee.ts';
import { type Pack, PROGRAMMES, type Programme } from './pack.ts';
import { decideRules, type ProgrammeResult, programmeResult } from './programmes.ts';

/** Everything the pack says of the given facts; a part is there where its facts were given. */
export interface Evaluation {
  programmes?: Record<Programme, ProgrammeResult>;
  mergeFee?: MergeFeeResult;
  labels?: Record<string, LabelResult>;
  epr?: EprResult[];
}

const byKey = <T>(keys: readonly string[], value: (key: string) => T): Record<string, T> =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, value(key)]));

/** Facts in, results out: pure, and the same facts always give the same results in the same order. */
export function evaluate(pack: Pack, facts: Facts): Evaluation {
  const { store, pool, pools, product } = facts;
  return {
    ...(store && {
      programmes: byKey(PROGRAMMES, (programme) =>
        programmeResult(decideRules(pack, programme as Programme, facts)),
      ) as Record<Programme, ProgrammeResult>,
    }),
    ...(pool && { mergeFee: mergeFee(pack, pool) }),
    ...(product?.destinations && {
      labels: byKey(product.destinations, (country) => labelsFor(pack, product, country)),
    }),
    ...(pools && { epr: eprBindings(pack, pools) }),
  };
}
