import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Records } from '../../../utils/storage/records.ts';
import { copiesIn, SET_ASIDE } from '../../../utils/storage/set-aside.ts';

/** An empty `storage.local`, also with what the fake browser lacks. */
export function resetStorage(): void {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  const { local } = fakeBrowser.storage;
  vi.spyOn(local, 'getKeys').mockImplementation(async () => Object.keys(await local.get(null)));
}

/** What was set aside of a record, the first first. */
export const valuesAside = async (records: Records, key: string): Promise<unknown[]> =>
  copiesIn(await records.get(SET_ASIDE + key)).map(({ value }) => value);
