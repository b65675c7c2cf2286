import { newStore, type StoreRecord, storeRecordIn } from '../facts/store-record.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const PREFIX = 'store:';

/** The stores that were seen, each with what is known of it. */
export class Stores {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(channelId: string): Promise<StoreRecord | undefined> {
    const kept = await this.#records.get(PREFIX + channelId);
    const record = kept === undefined ? undefined : storeRecordIn(kept);
    if (kept !== undefined && !record) {
      await clearAway(this.#records, PREFIX + channelId, (value) => storeRecordIn(value) !== undefined);
    }
    return record;
  }

  /** All stores, the last seen first. */
  async all(): Promise<StoreRecord[]> {
    const keys = await this.#records.keys(PREFIX);
    const records = await Promise.all(keys.map((key) => this.get(key.slice(PREFIX.length))));
    return records
      .filter((record) => record !== undefined)
      .sort((a, b) => b.lastSeen.localeCompare(a.lastSeen) || a.channelId.localeCompare(b.channelId));
  }

  /** Changes a store's record, which is made where there is none. */
  async change(
    channelId: string,
    now: string,
    next: (record: StoreRecord) => StoreRecord,
    made: StoreRecord = newStore(channelId, now),
  ): Promise<void> {
    await this.get(channelId);
    await this.#records.update(PREFIX + channelId, (kept) => next(storeRecordIn(kept) ?? made));
  }
}
