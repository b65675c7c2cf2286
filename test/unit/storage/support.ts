import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** An empty `storage.local`, also with what the fake browser lacks. */
export function resetStorage(): void {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  const { local } = fakeBrowser.storage;
  vi.spyOn(local, 'getKeys').mockImplementation(async () => Object.keys(await local.get(null)));
}
