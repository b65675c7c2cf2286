import { browser } from 'wxt/browser';

/** Sets items of `storage.local`, tried twice: after it had no room, Firefox refuses one more change. */
export async function setLocal(items: Record<string, unknown>): Promise<void> {
  const set = (): Promise<void> => browser.storage.local.set(items);
  await set().catch(set);
}
