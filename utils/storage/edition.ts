import { onChanged } from './changed.ts';
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

/** Tells every open tab and popup, at once and without knowing them. */
export const announceChange = (): Promise<void> => announce(EDITION);

/** Calls back whenever a change was announced. */
export const onChangeAnnounced = (callback: () => void): void => onChanged([EDITION], callback);

/** Tells every open tab that the site map is another. */
export const announceSiteMap = (): Promise<void> => announce(SITE_MAP_EDITION);

/** Calls back whenever another site map was announced. */
export const onSiteMapAnnounced = (callback: () => void): void => onChanged([SITE_MAP_EDITION], callback);

/** Tells the audit's panels that an audit, or what was said of its findings, is another. */
export const announceAudit = (): Promise<void> => announce(AUDIT_EDITION);

/** Calls back whenever another audit was announced. */
export const onAuditAnnounced = (callback: () => void): void => onChanged([AUDIT_EDITION], callback);
