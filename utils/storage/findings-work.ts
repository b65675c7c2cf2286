import { NO_WORK, type Work, workSchema } from '../audit/work.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const PREFIX = 'findings:';

const keyOf = (channelId: string): string => PREFIX + channelId;

export const workIn = (kept: unknown): Work | undefined => workSchema.safeParse(kept).data;

const laterOf = <T extends { at: string }>(
  one: Record<string, T>,
  other: Record<string, T>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries({ ...one, ...other }).map(([id, theirs]) => {
      const own = one[id];
      return [id, own && own.at > theirs.at ? own : theirs];
    }),
  );

/** Of each finding what was said later. */
export const mergedWork = (one: Work, other: Work): Work => ({
  version: 1,
  mutes: laterOf(one.mutes, other.mutes),
  notes: laterOf(one.notes, other.notes),
  done: laterOf(one.done, other.done),
});

/** What people said of the findings of each store. */
export class FindingsWork {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** What can't be read is set aside. */
  async get(channelId: string): Promise<Work> {
    const kept = await this.#records.get(keyOf(channelId));
    const work = kept === undefined ? NO_WORK : workIn(kept);
    if (!work) await clearAway(this.#records, keyOf(channelId), (value) => workIn(value) !== undefined);
    return work ?? NO_WORK;
  }

  async change(channelId: string, next: (work: Work) => Work): Promise<void> {
    await this.get(channelId);
    await this.#records.update(keyOf(channelId), (kept) => next(workIn(kept) ?? NO_WORK));
  }
}
