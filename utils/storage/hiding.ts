import { browser } from 'wxt/browser';
import { combinationProblem } from '../dom/combination.ts';
import { onChanged } from './changed.ts';

/** Whether the overlay is hidden on all pages, and the keys for it; `null`: none. */
export interface Hiding {
  isHidden: boolean;
  keys: string | null;
}

export const DEFAULT_KEYS = 'Alt+Shift+M';

const HIDDEN = 'overlayHidden';
const KEYS = 'overlayKeys';

const keysFrom = (kept: unknown): string | null =>
  kept === null || (typeof kept === 'string' && !combinationProblem(kept)) ? kept : DEFAULT_KEYS;

/** The keys that were chosen, if any were. */
export async function chosenKeys(): Promise<string | null | undefined> {
  const { [KEYS]: kept } = await browser.storage.local.get(KEYS);
  return kept === undefined ? undefined : keysFrom(kept);
}

export async function readHiding(): Promise<Hiding> {
  const { [HIDDEN]: hidden, [KEYS]: keys } = await browser.storage.local.get([HIDDEN, KEYS]);
  return { isHidden: hidden === true, keys: keysFrom(keys) };
}

/** Hides the overlay in every tab, or shows it again. */
export const hideOverlay = (isHidden: boolean): Promise<void> =>
  browser.storage.local.set({ [HIDDEN]: isHidden });

/** @param keys a combination that has no problem, or `null` for none */
export const chooseKeys = (keys: string | null): Promise<void> => browser.storage.local.set({ [KEYS]: keys });

/** Calls back whenever either was changed, in whatever tab. */
export const onHidingChanged = (callback: () => void): void => onChanged([HIDDEN, KEYS], callback);
