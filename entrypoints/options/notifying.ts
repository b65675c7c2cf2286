import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { NotificationsProps } from '../../components/Notifications.tsx';
import { keepNotifying, PERMISSION, readNotifying } from '../../utils/storage/notifying.ts';

export const notifying = signal<NotificationsProps['notifying']>('off');

export async function refreshNotifying(): Promise<void> {
  notifying.value = await readNotifying();
}

/** Asks for the permission at the very press that wants it: later the browser would refuse to ask. */
async function turnOn(): Promise<void> {
  if (await browser.permissions.request(PERMISSION)) await keepNotifying('on');
  else notifying.value = 'denied';
}

/** Gives the permission back too. */
async function turnOff(): Promise<void> {
  await keepNotifying('off');
  await browser.permissions.remove(PERMISSION);
}

export const notify = (isWanted: boolean): Promise<void> => (isWanted ? turnOn() : turnOff());
