import { browser } from 'wxt/browser';
import { onChanged } from './changed.ts';

/** Whether the browser notifies of alerts; `taken`: it did until it took the permission away. */
export type Notifying = 'off' | 'on' | 'taken';

const NOTIFYING = 'alertNotifications';

/** The browser's own name of the permission. */
export const PERMISSION = { permissions: ['notifications' as const] };

export async function readNotifying(): Promise<Notifying> {
  const { [NOTIFYING]: kept } = await browser.storage.local.get(NOTIFYING);
  return kept === 'on' || kept === 'taken' ? kept : 'off';
}

export const keepNotifying = (notifying: Notifying): Promise<void> =>
  browser.storage.local.set({ [NOTIFYING]: notifying });

/** Calls back whenever it was changed, in whatever page. */
export const onNotifyingChanged = (callback: () => void): void => onChanged([NOTIFYING], callback);
