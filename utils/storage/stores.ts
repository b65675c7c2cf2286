import { type Change, changesBetween } from '../facts/changes.ts';
import { newLog, type StoreLog, storeLogIn, withChanges } from '../facts/store-log.ts';
import { newStore, type StoreRecord, storeRecordIn } from '../facts/store-record.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const PREFIX = 'store:';
const LOG = 'log:';

/** What is kept under a key; where it can't be read it is set aside. */
async function readable<T>(
  records: Records,
  key: string,
  parse: (kept: unknown) => T | undefined,
): Promise<T | undefined> {
  const kept = await records.get(key);
  const parsed = kept === undefined ? undefined : parse(kept);
  if (kept !== undefined && parsed === undefined)
    await clearAway(records, key, (value) => parse(value) !== undefined);
  return parsed;
}

const isStore = (kept: unknown): boolean => storeRecordIn(kept) !== undefined;

/** The stores that were seen, each with what is known of it. */
export class Stores {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  get(channelId: string): Promise<StoreRecord | undefined> {
    return readable(this.#records, PREFIX + channelId, storeRecordIn);
  }

  /** What changed of a store, and when. */
  async log(channelId: string): Promise<StoreLog> {
    return (await readable(this.#records, LOG + channelId, storeLogIn)) ?? newLog(channelId);
  }

  /** All stores, the last seen first. */
  async all(): Promise<StoreRecord[]> {
    const stores: StoreRecord[] = [];
    for await (const [key, kept] of this.#records.entries(PREFIX)) {
      const record = storeRecordIn(kept);
      if (record) stores.push(record);
      else await clearAway(this.#records, key, isStore);
    }
    return stores.sort(
      (a, b) => b.lastSeen.localeCompare(a.lastSeen) || a.channelId.localeCompare(b.channelId),
    );
  }

  /** Changes a store's record, which is made where there is none, and in the same step its log. */
  async change(
    channelId: string,
    now: string,
    next: (record: StoreRecord) => StoreRecord,
    made: StoreRecord = newStore(channelId, now),
  ): Promise<void> {
    await Promise.all([this.get(channelId), this.log(channelId)]);
    let changes: Change[] = [];
    await this.#records.updateMany([PREFIX + channelId, LOG + channelId], (kept, key) => {
      if (key !== PREFIX + channelId) {
        return changes.length > 0 ? withChanges(storeLogIn(kept) ?? newLog(channelId), changes, now) : kept;
      }
      const before = storeRecordIn(kept) ?? made;
      const after = next(before);
      changes = changesBetween(before, after);
      return after;
    });
  }
}
