import { browser } from 'wxt/browser';
import type { Alert } from '../../utils/alerts/alert.ts';
import type { StoreRecord } from '../../utils/facts/store-record.ts';
import { notificationText } from '../../utils/features/alerts.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { KeptAlerts } from '../../utils/storage/alerts.ts';
import { keepNotifying, PERMISSION, readNotifying } from '../../utils/storage/notifying.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { logged } from './logged.ts';

/** One for all: the next takes the place of the last, and one that is sent twice is one. */
const ID = 'alerts';

/** The permission can go while the background is stopped; without it the browser has no such interface. */
async function mayNotify(): Promise<boolean> {
  if ((await readNotifying()) !== 'on') return false;
  if (await browser.permissions.contains(PERMISSION)) return true;
  await keepNotifying('taken');
  return false;
}

async function notify(message: string, t: Translator): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications.create(ID, { type: 'basic', iconUrl, title: t('brand'), message });
}

/**
 * Notifies of what is awake and was not notified of at its stage, if the user turned that on. What there is is noted
 * also while they are off, so that turning them on says nothing of what has long been known.
 */
export async function notifyOfNew(
  all: readonly Alert[],
  awake: readonly Alert[],
  stores: readonly StoreRecord[],
  t: Translator,
): Promise<void> {
  const kept = new KeptAlerts(await openRecords());
  const notified = await kept.notified();
  const isNew = ({ id, stage }: Alert): boolean => notified[id] !== stage;
  if (!all.some(isNew) && Object.keys(notified).length === all.length) return;
  const fresh = awake.filter(isNew);
  if (fresh.length > 0 && (await mayNotify())) {
    const nameOf = (channelId: string): string =>
      stores.find((store) => store.channelId === channelId)?.name || t('storeUnnamed', channelId);
    await notify(notificationText(fresh, nameOf, t), t);
  }
  await kept.noteNotified(Object.fromEntries(all.map(({ id, stage }) => [id, stage])));
}

/** A notification that is clicked opens the popup as a page of its own. */
function openPopup(): void {
  const opened = browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  logged(
    'notifications',
    opened.then(() => browser.notifications.clear(ID)),
  );
}

/** The interface comes with the permission, and may not be there before. */
function onClicked(): void {
  const { notifications } = browser;
  if (notifications && !notifications.onClicked.hasListener(openPopup)) {
    notifications.onClicked.addListener(openPopup);
  }
}

const isOurs = (permissions: readonly string[] | undefined): boolean =>
  permissions?.includes('notifications') ?? false;

async function turnOffWithout(): Promise<void> {
  if ((await readNotifying()) === 'on') await keepNotifying('taken');
}

/** Serves notifications for as long as the user lets the browser show them. */
export function watchNotifications(): void {
  onClicked();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (isOurs(permissions)) onClicked();
  });
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    if (isOurs(permissions)) logged('notifications', turnOffWithout());
  });
}
