import { z } from '../rules/zod.ts';
import type { Change } from './changes.ts';
import { origin } from './kept.ts';

/** The oldest go first; how many have gone is kept. */
export const MOST_LOGGED = 2000;

const entry = z.strictObject({
  /** When, ISO 8601 in UTC. */
  at: z.string(),
  what: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  origin,
});

export const LOG_VERSION = 1;

const storeLog = z.strictObject({
  version: z.literal(LOG_VERSION),
  channelId: z.string(),
  /** How many entries before these are no longer kept. */
  dropped: z.int(),
  /** The oldest first. */
  entries: z.array(entry),
});

/** What changed of a store's record, and when. */
export type StoreLog = z.infer<typeof storeLog>;
export type LogEntry = StoreLog['entries'][number];

export const newLog = (channelId: string): StoreLog => ({
  version: LOG_VERSION,
  channelId,
  dropped: 0,
  entries: [],
});

/** The log that a kept value is, where it is one. */
export const storeLogIn = (kept: unknown): StoreLog | undefined => storeLog.safeParse(kept).data;

function bounded(log: StoreLog): StoreLog {
  const over = Math.max(0, log.entries.length - MOST_LOGGED);
  return over === 0 ? log : { ...log, dropped: log.dropped + over, entries: log.entries.slice(over) };
}

/** The log with changes of one moment behind it. */
export const withChanges = (log: StoreLog, changes: readonly Change[], at: string): StoreLog =>
  bounded({ ...log, entries: [...log.entries, ...changes.map((change) => ({ at, ...change }))] });

/** Two logs of one store as one, each entry once. */
export function mergedLogs(a: StoreLog, b: StoreLog): StoreLog {
  const entries = new Map([...a.entries, ...b.entries].map((logged) => [JSON.stringify(logged), logged]));
  return bounded({
    ...a,
    dropped: Math.max(a.dropped, b.dropped),
    entries: [...entries.values()].toSorted((x, y) => x.at.localeCompare(y.at)),
  });
}
