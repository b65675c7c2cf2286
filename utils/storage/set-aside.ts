import { z } from '../rules/zod.ts';
import type { Records } from './records.ts';

export const SET_ASIDE = 'set-aside:';

/** Of one record no more copies than this are kept: the first, which had most in it, and the newest. */
const MOST_COPIES = 8;

const copy = z.strictObject({
  value: z.unknown(),
  /** When it was set aside, ISO 8601; before there were versions that was not kept. */
  at: z.nullable(z.string()),
});

const setAsideSchema = z.strictObject({ version: z.literal(2), copies: z.array(copy) });

/** A value that could not be used. */
export type SetAsideCopy = z.infer<typeof copy>;

/** The copies of one record that were set aside; the first version was the bare value. */
export function copiesIn(kept: unknown): SetAsideCopy[] {
  if (kept === undefined) return [];
  return setAsideSchema.safeParse(kept).data?.copies ?? [{ value: kept, at: null }];
}

const recordOf = (copies: SetAsideCopy[]): unknown =>
  copies.length > 0 ? { version: 2, copies } : undefined;

const byTime = (a: SetAsideCopy, b: SetAsideCopy): number => (a.at ?? '').localeCompare(b.at ?? '');

/** The copies of both, each value once and as of when it was first set aside. */
export function mergedCopies(one: unknown, other: unknown): unknown {
  const newestFirst = [...copiesIn(one), ...copiesIn(other)].toSorted(byTime).toReversed();
  const byValue = new Map(newestFirst.map((entry) => [JSON.stringify(entry.value), entry]));
  const [first, ...later] = [...byValue.values()].toSorted(byTime);
  return recordOf(first ? [first, ...later.slice(1 - MOST_COPIES)] : []);
}

const copyOf = (value: unknown): unknown => recordOf([{ value, at: new Date().toISOString() }]);

/** Keeps a value that can't be used under another key, beside what was set aside of it before. */
export const setAside = (records: Records, key: string, value: unknown): Promise<void> =>
  records.update(SET_ASIDE + key, (earlier) => mergedCopies(earlier, copyOf(value)));

/** Sets a record aside, in one step, where it can't be used. */
export async function clearAway(
  records: Records,
  key: string,
  isSound: (kept: unknown) => boolean,
): Promise<void> {
  let unsound: unknown;
  await records.updateMany([key, SET_ASIDE + key], (kept, of) => {
    if (of !== key) return unsound === undefined ? kept : mergedCopies(kept, copyOf(unsound));
    if (kept !== undefined && !isSound(kept)) unsound = kept;
    return unsound === undefined ? kept : undefined;
  });
}

/** Deletes the copy of a record that was set aside at a time. */
export const deleteCopy = (records: Records, key: string, at: string | null): Promise<void> =>
  records.update(SET_ASIDE + key, (kept) => recordOf(copiesIn(kept).filter((entry) => entry.at !== at)));
