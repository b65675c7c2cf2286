import type { Facts } from '../rules/facts.ts';
import { factsSchema } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { type FieldPath, isFieldPath } from './fields.ts';
import type { FactValue } from './typed.ts';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ shown: z.string(), place: z.optional(z.string()) }),
  z.record(z.string(), z.number()),
]);

const typedFact = z.strictObject({
  value,
  /** What was typed, to the letter. */
  text: z.string(),
  isExact: z.boolean(),
  at: z.string(),
});

const storeRecordSchema = z.strictObject({
  version: z.literal(1),
  channelId: z.string(),
  name: z.string(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  typed: z.record(z.string(), typedFact),
});

/** All that is kept of one store; times are ISO 8601 in UTC. */
export type StoreRecord = z.infer<typeof storeRecordSchema>;
export type TypedFact = z.infer<typeof typedFact>;

export const newStore = (channelId: string, now: string): StoreRecord => ({
  version: 1,
  channelId,
  name: '',
  firstSeen: now,
  lastSeen: now,
  typed: {},
});

/** @throws where the kept value is no store record, or its facts are none that the rules take. */
export function parseStoreRecord(kept: unknown): StoreRecord {
  const record = storeRecordSchema.parse(kept);
  factsSchema.parse(factsOf(record));
  return record;
}

/** A copy of the record with one fact set, or taken out where `fact` is undefined. */
export function withFact(record: StoreRecord, path: FieldPath, fact: TypedFact | undefined): StoreRecord {
  const { [path]: _replaced, ...others } = record.typed;
  return { ...record, typed: fact ? { ...others, [path]: fact } : others };
}

/** The record's facts as the rules take them. */
export function factsOf(record: StoreRecord): Facts {
  const facts: { store: Record<string, FactValue>; pool: Record<string, FactValue> } = {
    store: {},
    pool: {},
  };
  for (const [path, fact] of Object.entries(record.typed)) {
    if (!isFieldPath(path)) continue;
    const [part, field] = path.split('.') as ['store' | 'pool', string];
    facts[part][field] = fact.value;
  }
  return facts as Facts;
}

/** Two records of one store as one, of each fact the one typed last; undefined where either is no record. */
export function mergedStores(one: unknown, other: unknown): StoreRecord | undefined {
  const records = [one, other].map((record) => storeRecordSchema.safeParse(record).data);
  const [a, b] = records;
  if (!a || !b) return undefined;
  const [older, newer] = a.lastSeen <= b.lastSeen ? [a, b] : [b, a];
  const typed = { ...older.typed };
  for (const [path, fact] of Object.entries(newer.typed)) {
    const known = typed[path];
    if (!known || known.at <= fact.at) typed[path] = fact;
  }
  const [firstSeen = newer.firstSeen] = [a.firstSeen, b.firstSeen].sort();
  return { ...newer, name: newer.name || older.name, firstSeen, typed };
}
