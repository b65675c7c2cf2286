import { daysBetween } from './calendar.ts';
import { eprFilingOf, eprOf } from './epr.ts';
import { type Facts, isKnown } from './facts.ts';
import { labelsOf } from './labels.ts';
import type { Pack } from './pack.ts';
import { largest, type NumberFact, type Quantity, quantityOf, sum } from './quantity.ts';

/** What a test can be decided by; `undefined` is not known. */
export type Value = Quantity | boolean | string | undefined;

/** What is known of a store, its pools and a product, under one pack. */
export interface Situation {
  pack: Pack;
  facts: Facts;
  /** The value of a fact, or of what follows from several; worked out once. */
  value(name: string): Value;
}

const USD_DECIMALS = 2;

/** A number as the values it can stand for. */
export const number = (fact: NumberFact | null | undefined, decimals?: number): Quantity | undefined =>
  isKnown(fact) ? quantityOf(fact, decimals) : undefined;

function skuCounts(
  { store }: Facts,
  combine: (counts: (Quantity | undefined)[]) => Quantity,
): Quantity | undefined {
  if (!store?.skusByCategory) return undefined;
  return combine(Object.values(store.skusByCategory).map((count) => number(count)));
}

/** The facts that decide a product's labels, beside which country is asked about. */
export const LABEL_FACTS: readonly string[] = [
  'product.blocked',
  'product.category',
  'product.destinations',
  'product.marks',
  'product.registrations',
  'product.responsiblePersons',
];

/** Whole days from one day to another; none where the later one is not later. */
function daysPassed(from: string | null | undefined, to: string | null | undefined): number | undefined {
  return from && to && from <= to ? daysBetween(from, to) : undefined;
}

interface Derived {
  /** The facts it follows from. */
  behind: readonly string[];
  /** It can be a fact itself, which counts where none of those is known. */
  isFact?: true;
  value(facts: Facts, pack: Pack): Value;
}

/** Values that need more than the fact of their name: other facts, or a currency. */
const DERIVED: Record<string, Derived> = {
  'pools.epr': { behind: ['pools'], value: ({ pools }, pack) => eprOf(pack, pools) },
  'pools.eprFiled': { behind: ['pools'], value: ({ pools }) => eprFilingOf(pools) },
  'product.labels': {
    behind: LABEL_FACTS,
    value: ({ product }, pack) => labelsOf(pack, product),
  },
  'store.gmv90dUsd': {
    behind: ['store.gmv90dUsd'],
    value: ({ store }) => number(store?.gmv90dUsd, USD_DECIMALS),
  },
  'store.largestCategorySkus': {
    behind: ['store.skusByCategory'],
    isFact: true,
    value: (facts) => skuCounts(facts, largest) ?? number(facts.store?.largestCategorySkus),
  },
  'store.supplyChainPendingDays': {
    behind: ['store.supplyChainPendingDays'],
    value: ({ store, dates, asOf }) =>
      number(store?.supplyChainPendingDays ?? daysPassed(dates?.supplyChainStarted, asOf)),
  },
  'store.totalSkus': { behind: ['store.skusByCategory'], value: (facts) => skuCounts(facts, sum) },
};

type RawFact = NumberFact | boolean | null | undefined;

function factAt(facts: Facts, name: string): RawFact {
  const [part = '', field = ''] = name.split('.');
  const holder: unknown = facts[part as keyof Facts];
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, field)) return undefined;
  return (holder as Record<string, RawFact>)[field];
}

function rawValue(facts: Facts, name: string): Value {
  const fact = factAt(facts, name);
  if (typeof fact === 'boolean') return fact;
  return name === 'store.registeredIn' ? ((fact as string) ?? undefined) : number(fact);
}

/** Puts facts under a pack. Pure: the facts are taken as they are when it is made. */
export function situationOf(pack: Pack, facts: Facts): Situation {
  let known: Map<string, Value> | undefined;
  return {
    pack,
    facts,
    value(name) {
      known ??= new Map();
      if (known.has(name)) return known.get(name);
      const value = DERIVED[name] ? DERIVED[name].value(facts, pack) : rawValue(facts, name);
      known.set(name, value);
      return value;
    },
  };
}

/** The facts that a value follows from; where it is not known, those that a person would have to find or type. */
export function factsBehind(name: string, facts: Facts): readonly string[] {
  const { behind, isFact } = DERIVED[name] ?? { behind: [name] };
  const isStated =
    isFact && isKnown(factAt(facts, name)) && !behind.some((fact) => isKnown(factAt(facts, fact)));
  return isStated ? [name] : behind;
}
