import type { Facts } from '../rules/facts.ts';
import { own } from '../rules/own.ts';
import { z } from '../rules/zod.ts';
import { recordIn } from '../storage/migrations.ts';
import { isFieldPath } from './fields.ts';
import { type KeptFacts, keptFactsSchema, laterOf, mergedFacts, winning } from './kept.ts';
import { rateOf } from './rates.ts';
import { STORE_COLOURS } from './store-colours.ts';
import { STORE_MIGRATIONS } from './store-migrations.ts';

/** Times are ISO 8601 in UTC. */
const at = z.string();

/** Said of a step or document by a person. */
const tick = z.strictObject({ isDone: z.boolean(), at });
const note = z.strictObject({ text: z.string(), at });

/** A pool as a person states it; `null` is not known. */
const pool = z.strictObject({
  destinations: z.nullable(z.array(z.string())),
  epr: z.nullable(
    z.array(
      z.strictObject({
        country: z.string(),
        scheme: z.string(),
        number: z.string(),
        filedAt: z.nullable(z.string()),
      }),
    ),
  ),
  appliedAt: z.nullable(z.string()),
  at,
});

/** As many as its migrations have steps, and one. */
export const STORE_VERSION = 3;

const storeRecordSchema = z.strictObject({
  version: z.literal(STORE_VERSION),
  channelId: z.string(),
  name: z.string(),
  colour: z.nullable(z.enum(STORE_COLOURS)),
  firstSeen: at,
  /** Empty where it was added by hand and not seen yet. */
  lastSeen: at,
  facts: keptFactsSchema,
  /** By the id of the step's or document's rule. */
  ticks: z.record(z.string(), tick),
  notes: z.record(z.string(), note),
  /** By Pool ID. */
  pools: z.record(z.string(), pool),
});

/** All that is kept of one store. */
export type StoreRecord = z.infer<typeof storeRecordSchema>;

export const newStore = (channelId: string, now: string): StoreRecord => ({
  version: STORE_VERSION,
  channelId,
  name: '',
  colour: null,
  firstSeen: now,
  lastSeen: now,
  facts: {},
  ticks: {},
  notes: {},
  pools: {},
});

/** The store record that a kept value is, where it is one. */
export const storeRecordIn = (kept: unknown): StoreRecord | undefined =>
  recordIn(storeRecordSchema, STORE_MIGRATIONS, kept);

/** Entries by ID with one in the place of what was said of it before; `null`: without it. */
export function withEntry<T>(entries: Record<string, T>, id: string, entry: T | null): Record<string, T> {
  const { [id]: _before, ...others } = entries;
  return entry === null ? others : { ...others, [id]: entry };
}

const mapped = <T, U>(record: Record<string, T>, map: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

/** The counted value of every kept fact, by part and name. */
function valuesOf(facts: KeptFacts): Record<'store' | 'pool' | 'dates' | 'failure', Record<string, unknown>> {
  const values: ReturnType<typeof valuesOf> = { store: {}, pool: {}, dates: {}, failure: {} };
  for (const [path, kept] of Object.entries(facts)) {
    const [part, field = ''] = path.split('.') as [keyof typeof values, string];
    if (isFieldPath(path)) values[part][field] = winning(path, kept)?.value;
  }
  return values;
}

/**
 * The record's facts as the rules take them: of each name the newest, and none that the rules would refuse. A rate of
 * the pool that nobody stated follows from its counts; counts by category say which is the largest.
 */
export function factsOf({ facts, ticks, pools }: StoreRecord): Facts {
  const { store, pool, dates, failure } = valuesOf(facts);
  if (store.skusByCategory) delete store.largestCategorySkus;
  pool.sellThroughPct ??= rateOf(pool.soldSkus, pool.skus);
  pool.returnRatePct ??= rateOf(pool.returns, pool.orders);
  const listed = Object.entries(pools).map(([id, { at: _at, ...stated }]) => ({ id, ...stated }));
  return {
    store,
    pool,
    dates,
    done: mapped(ticks, ({ isDone }) => isDone),
    ...(Object.keys(failure).length > 0 && { failure }),
    ...(listed.length > 0 && { pools: listed }),
  };
}

/** What was said later of each key stands. */
const later = <T extends { at: string }>(
  one: Record<string, T>,
  other: Record<string, T>,
): Record<string, T> =>
  mapped({ ...one, ...other }, (value, key) => {
    const [a, b] = [own(one, key), own(other, key)];
    return a && b ? laterOf(a, b) : value;
  });

const seenLater = (a: StoreRecord, b: StoreRecord): number =>
  a.lastSeen.localeCompare(b.lastSeen) || a.name.localeCompare(b.name);

/** Two records of one store as one, of each fact and origin the later. */
export function mergedStores(one: StoreRecord, other: StoreRecord): StoreRecord {
  const [older = one, newer = other] = [one, other].toSorted(seenLater);
  const [firstSeen = newer.firstSeen] = [one.firstSeen, other.firstSeen].sort();
  return {
    ...newer,
    name: newer.name || older.name,
    colour: newer.colour ?? older.colour,
    firstSeen,
    facts: mergedFacts(older.facts, newer.facts),
    ticks: later(older.ticks, newer.ticks),
    notes: later(older.notes, newer.notes),
    pools: later(older.pools, newer.pools),
  };
}
