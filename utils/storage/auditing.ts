import { browser } from 'wxt/browser';
import { onChanged } from './changed.ts';
import { setLocal } from './set-local.ts';

/** By store, the audit that collects its rows. */
export type Auditing = Readonly<Record<string, string>>;

const AUDITING = 'auditing';

const auditingIn = (kept: unknown): Auditing =>
  typeof kept === 'object' && kept !== null ? { ...(kept as Auditing) } : {};

/** Which stores' audits run, as pages are told: they never ask for the audits themselves. */
export async function readAuditing(): Promise<Auditing> {
  const { [AUDITING]: kept } = await browser.storage.local.get(AUDITING);
  return auditingIn(kept);
}

/** Tells every open page. */
export const noteAuditing = (auditing: Auditing): Promise<void> => setLocal({ [AUDITING]: auditing });

/** Calls back whenever other audits run. */
export const onAuditingChanged = (callback: (auditing: Auditing) => void): void =>
  onChanged([AUDITING], (changed) => callback(auditingIn(changed[AUDITING]?.newValue)));
