import { z } from '../rules/zod.ts';
import { isSameTaught, MOST_TAUGHT, type Taught, taughtWords } from '../site/taught.ts';
import { type Migration, recordIn } from './migrations.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const KEY = 'taught';

const keptTaught = z.extend(taughtWords, { at: z.iso.datetime() });

export const TAUGHT_VERSION = 1;

const keptSchema = z.strictObject({ version: z.literal(TAUGHT_VERSION), taught: z.array(keptTaught) });

type KeptTaughtRecord = z.infer<typeof keptSchema>;

/** From the first version of the record to today's, in order. */
const STEPS: readonly Migration[] = [];

/** What was taught, and when; ISO 8601. */
export type KeptTaught = z.infer<typeof keptTaught>;

/** The record that a kept value is, where it is one. */
export const taughtRecordIn = (kept: unknown): KeptTaughtRecord | undefined =>
  recordIn(keptSchema, STEPS, kept);

/** What was taught in both, the first taught first, as far as there is room. */
export function mergedTaught(one: KeptTaughtRecord, other: KeptTaughtRecord): KeptTaughtRecord {
  const all = [...one.taught, ...other.taught].toSorted((a, b) => a.at.localeCompare(b.at));
  const taught = all.filter((entry, place) => all.findIndex((own) => isSameTaught(own, entry)) === place);
  return { version: TAUGHT_VERSION, taught: taught.slice(0, MOST_TAUGHT) };
}

/** What the user taught the site map, the first taught first. */
export class TaughtWords {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async all(): Promise<KeptTaught[]> {
    return taughtRecordIn(await this.#records.get(KEY))?.taught ?? [];
  }

  /** Adds what is not there yet, all of it or none. @returns whether there was room */
  async add(taught: readonly Taught[], at: string): Promise<boolean> {
    let hasRoom = true;
    await this.#change((kept) => {
      const added = taught.filter(
        (one, place) => ![...kept, ...taught.slice(0, place)].some((own) => isSameTaught(own, one)),
      );
      hasRoom = kept.length + added.length <= MOST_TAUGHT;
      return hasRoom ? [...kept, ...added.map((one) => ({ ...one, at }))] : kept;
    });
    return hasRoom;
  }

  forget(taught: Taught): Promise<void> {
    return this.#change((kept) => kept.filter((one) => !isSameTaught(one, taught)));
  }

  /** What can't be read is set aside before anything takes its place. */
  async #change(next: (kept: KeptTaught[]) => KeptTaught[]): Promise<void> {
    await clearAway(this.#records, KEY, (kept) => taughtRecordIn(kept) !== undefined);
    await this.#records.update(KEY, (now) => ({
      version: TAUGHT_VERSION,
      taught: next(taughtRecordIn(now)?.taught ?? []),
    }));
  }
}
