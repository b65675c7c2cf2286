import { browser } from 'wxt/browser';

export type Changed = Readonly<Record<string, { newValue?: unknown }>>;

/** Calls back whenever one of the keys in `storage.local` was given a value, in whatever tab or page. */
export function onChanged(keys: readonly string[], callback: (changed: Changed) => void): void {
  try {
    browser.storage.local.onChanged.addListener((changed: Changed): void => {
      if (keys.some((key) => Object.hasOwn(changed, key))) callback(changed);
    });
  } catch {
    // A document that is being left may not listen in Firefox, and there is nothing that it still has to hear.
  }
}
