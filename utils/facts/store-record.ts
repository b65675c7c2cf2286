import type { Facts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { isFieldPath } from './fields.ts';
import { type KeptFacts, keptFactsSchema, mergedFacts, winning } from './kept.ts';
import { rateOf } from './rates.ts';

const identity = {
  channelId: z.string(),
  name: z.string(),
  firstSeen: z.string(),
  lastSeen: z.string(),
};

const storeRecordSchema = z.strictObject({ version: z.literal(2), ...identity, facts: keptFactsSchema });

/** Before pages were read there were only typed facts. */
const firstVersion = z.strictObject({
  version: z.literal(1),
  ...identity,
  typed: z.record(
    z.string(),
    z.strictObject({ value: z.unknown(), text: z.string(), isExact: z.boolean(), at: z.string() }),
  ),
});

/** All that is kept of one store; times are ISO 8601 in UTC. */
export type StoreRecord = z.infer<typeof storeRecordSchema>;

export const newStore = (channelId: string, now: string): StoreRecord => ({
  version: 2,
  channelId,
  name: '',
  firstSeen: now,
  lastSeen: now,
  facts: {},
});

function migrated(kept: unknown): unknown {
  const old = firstVersion.safeParse(kept).data;
  if (!old) return kept;
  const { typed, ...store } = old;
  const facts: KeptFacts = Object.fromEntries(
    Object.entries(typed).map(([path, fact]) => [path, [{ ...fact, origin: { kind: 'typed' } }]]),
  );
  return { ...store, version: 2, facts };
}

/** @throws where the kept value is no store record */
export const parseStoreRecord = (kept: unknown): StoreRecord => storeRecordSchema.parse(migrated(kept));

/**
 * The record's facts as the rules take them: of each name the newest, and none that the rules would refuse. A rate of
 * the pool that nobody stated follows from its counts; counts by category say which is the largest.
 */
export function factsOf({ facts }: StoreRecord): Facts {
  const values: { store: Record<string, unknown>; pool: Record<string, unknown> } = { store: {}, pool: {} };
  for (const [path, kept] of Object.entries(facts)) {
    const [part, field = ''] = path.split('.') as ['store' | 'pool', string];
    if (isFieldPath(path)) values[part][field] = winning(path, kept)?.value;
  }
  const { store, pool } = values;
  if (store.skusByCategory) delete store.largestCategorySkus;
  pool.sellThroughPct ??= rateOf(pool.soldSkus, pool.skus);
  pool.returnRatePct ??= rateOf(pool.returns, pool.orders);
  return values;
}

/** Two records of one store as one, of each fact and origin the later; undefined where either is no record. */
export function mergedStores(one: unknown, other: unknown): StoreRecord | undefined {
  const [a, b] = [one, other].map((record) => storeRecordSchema.safeParse(migrated(record)).data);
  if (!a || !b) return undefined;
  const [older, newer] = a.lastSeen <= b.lastSeen ? [a, b] : [b, a];
  const [firstSeen = newer.firstSeen] = [a.firstSeen, b.firstSeen].sort();
  return {
    ...newer,
    name: newer.name || older.name,
    firstSeen,
    facts: mergedFacts(older.facts, newer.facts),
  };
}
