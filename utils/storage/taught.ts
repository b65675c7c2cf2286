import { z } from '../rules/zod.ts';
import { isSameTaught, MOST_TAUGHT, type Taught, taughtWords } from '../site/taught.ts';
import { type Records, setAside } from './records.ts';

const KEY = 'taught';

const keptTaught = z.extend(taughtWords, { at: z.iso.datetime() });

const keptSchema = z.strictObject({ version: z.literal(1), taught: z.array(keptTaught) });

/** What was taught, and when; ISO 8601. */
export type KeptTaught = z.infer<typeof keptTaught>;

const parsed = (kept: unknown): KeptTaught[] | undefined => keptSchema.safeParse(kept).data?.taught;

/** What the user taught the site map, the first taught first. */
export class TaughtWords {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async all(): Promise<KeptTaught[]> {
    return parsed(await this.#records.get(KEY)) ?? [];
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
    const kept = await this.#records.get(KEY);
    if (kept !== undefined && !parsed(kept)) await setAside(this.#records, KEY, kept);
    await this.#records.update(KEY, (now) => ({ version: 1, taught: next(parsed(now) ?? []) }));
  }
}
