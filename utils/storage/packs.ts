import { type KeptPacks, keptPacksIn, NO_PACKS } from '../packs/kept.ts';
import { type Records, setAside } from './records.ts';

const KEY = 'packs';

/** The sources of packs and what came of them, in one record. */
export class Packs {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(): Promise<KeptPacks> {
    return keptPacksIn(await this.#records.get(KEY)) ?? NO_PACKS;
  }

  /** What can't be read is set aside before anything takes its place. */
  async change(next: (kept: KeptPacks) => KeptPacks): Promise<void> {
    const kept = await this.#records.get(KEY);
    if (kept !== undefined && !keptPacksIn(kept)) await setAside(this.#records, KEY, kept);
    await this.#records.update(KEY, (now) => next(keptPacksIn(now) ?? NO_PACKS));
  }
}
