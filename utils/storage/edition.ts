import { browser } from 'wxt/browser';
import { setLocal } from './set-local.ts';

/** Changes with every change of what verdicts rest on: tabs and popups listen to it and ask anew. */
const EDITION = 'edition';

/** Changes with every change of what pages are read by: tabs listen to it and read anew. */
const SITE_MAP_EDITION = 'siteMapEdition';

/** Changes with every change of an audit, or of what was said of its findings. */
const AUDIT_EDITION = 'auditEdition';

async function announce(key: string): Promise<void> {
  try {
    await setLocal({ [key]: crypto.randomUUID() });
  } catch {
    // No room, whatever Firefox calls that. The change itself is kept; the next announcement tells of it too.
  }
}

function onAnnounced(key: string, callback: () => void): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, unknown>): void => {
    if (Object.hasOwn(changes, key)) callback();
  });
}

/** Tells every open tab and popup, at once and without knowing them. */
export const announceChange = (): Promise<void> => announce(EDITION);

/** Calls back whenever a change was announced. */
export const onChangeAnnounced = (callback: () => void): void => onAnnounced(EDITION, callback);

/** Tells every open tab that the site map is another. */
export const announceSiteMap = (): Promise<void> => announce(SITE_MAP_EDITION);

/** Calls back whenever another site map was announced. */
export const onSiteMapAnnounced = (callback: () => void): void => onAnnounced(SITE_MAP_EDITION, callback);

/** Tells the audit's panels that an audit, or what was said of its findings, is another. */
export const announceAudit = (): Promise<void> => announce(AUDIT_EDITION);

/** Calls back whenever another audit was announced. */
export const onAuditAnnounced = (callback: () => void): void => onAnnounced(AUDIT_EDITION, callback);
