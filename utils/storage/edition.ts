import { browser } from 'wxt/browser';

/** Changes with every change of what verdicts rest on: tabs and popups listen to it and ask anew. */
const EDITION = 'edition';

/** Tells every open tab and popup, at once and without knowing them. */
export const announceChange = (): Promise<void> =>
  browser.storage.local.set({ [EDITION]: crypto.randomUUID() });

/** Calls back whenever a change was announced. */
export function onChangeAnnounced(callback: () => void): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, unknown>): void => {
    if (Object.hasOwn(changes, EDITION)) callback();
  });
}
