import type { ListedPool } from '../rules/facts.ts';
import { own } from '../rules/own.ts';
import { areAlike } from './kept.ts';
import type { StoreRecord } from './store-record.ts';

export type StatedPool = StoreRecord['pools'][string];

const STATED = ['destinations', 'epr', 'appliedAt'] as const;
type StatedPart = (typeof STATED)[number];

/** One pool as all stores that name it state it: what was stated last counts. */
export interface KnownPool {
  pool: ListedPool;
  /** The stores that name it, the one that stated it last first. */
  stores: StoreRecord[];
  /** What two of them state otherwise. */
  contradictions: StatedPart[];
}

const contradicted = (pools: readonly StatedPool[], part: StatedPart): boolean => {
  const [first, ...others] = pools.map((pool) => pool[part]).filter((value) => value !== null);
  return others.some((other) => !areAlike(first, other));
};

/** What a store states of a pool; a Pool ID may be a name that every object has. */
export const statedBy = (store: StoreRecord, id: string): StatedPool | undefined => own(store.pools, id);

function knownPool(id: string, stores: readonly StoreRecord[]): KnownPool {
  const stated = stores
    .flatMap((store) => {
      const pool = statedBy(store, id);
      return pool ? [{ store, pool }] : [];
    })
    .toSorted((a, b) => b.pool.at.localeCompare(a.pool.at));
  const pools = stated.map(({ pool }) => pool);
  /** What nobody stated is not known. */
  const last = <T extends StatedPart>(part: T): StatedPool[T] | null =>
    pools.find((pool) => pool[part] !== null)?.[part] ?? null;
  return {
    pool: { id, destinations: last('destinations'), epr: last('epr'), appliedAt: last('appliedAt') },
    stores: stated.map(({ store }) => store),
    contradictions: STATED.filter((part) => contradicted(pools, part)),
  };
}

/** Every pool that any of the stores names, each once, by Pool ID. */
export function poolsOf(stores: readonly StoreRecord[]): KnownPool[] {
  const ids = new Set(stores.flatMap(({ pools }) => Object.keys(pools)));
  return [...ids].toSorted().map((id) => knownPool(id, stores));
}
