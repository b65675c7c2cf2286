import { type KeptPacks, keptPacksIn, NO_PACKS } from '../packs/kept.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

export const PACKS = 'packs';

/** The sources of packs and what came of them, in one record. */
export class Packs {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(): Promise<KeptPacks> {
    return keptPacksIn(await this.#records.get(PACKS)) ?? NO_PACKS;
  }

  /** What can't be read is set aside before anything takes its place. */
  async change(next: (kept: KeptPacks) => KeptPacks): Promise<void> {
    await clearAway(this.#records, PACKS, (kept) => keptPacksIn(kept) !== undefined);
    await this.#records.update(PACKS, (now) => next(keptPacksIn(now) ?? NO_PACKS));
  }
}
