import { signal } from '@preact/signals';
import { type BackupHead, firstLines, LAST_LINE, rowLines } from '../../utils/backup/file.ts';
import type { Settings } from '../../utils/backup/settings.ts';
import { saveFile } from '../../utils/dom/save.ts';
import { MOST_RECORDS_READ } from '../../utils/messaging/limits.ts';
import { send } from '../../utils/messaging/send.ts';
import { chosenKeys } from '../../utils/storage/hiding.ts';
import { chosenLanguage } from '../../utils/storage/settings.ts';
import { fault, showFault } from './state.ts';

/** How far the backup that is being made has come. */
export const saving = signal<{ done: number; total: number } | undefined>(undefined);

/** What the person chose for the extension as a whole. */
export async function ownSettings(): Promise<Settings> {
  const [language, keys] = await Promise.all([chosenLanguage(), chosenKeys()]);
  return { ...(language && { language }), ...(keys !== undefined && { keys }) };
}

const nameOf = ({ channelId, madeAt }: BackupHead): string =>
  `managedlens-backup-${channelId === null ? '' : `${channelId}-`}${madeAt.slice(0, 10)}.json`;

async function made(channelId: string | null): Promise<void> {
  const { keys, ...versions } = await send('backup.open', { channelId });
  const settings = channelId === null ? await ownSettings() : {};
  const head = { madeAt: new Date().toISOString(), ...versions, channelId, settings };
  const parts = [firstLines(head)];
  for (let start = 0; start < keys.length; start += MOST_RECORDS_READ) {
    saving.value = { done: start, total: keys.length };
    const rows = await send('records.read', { keys: keys.slice(start, start + MOST_RECORDS_READ) });
    parts.push(rowLines(rows, parts.length === 1));
  }
  saveFile(new Blob([...parts, LAST_LINE], { type: 'application/json' }), nameOf(head));
}

/** Saves all that is kept, or what is kept of one store, as a file. */
export async function saveBackup(channelId: string | null): Promise<void> {
  if (saving.value) return;
  saving.value = { done: 0, total: 0 };
  fault.value = undefined;
  await made(channelId).catch(showFault);
  saving.value = undefined;
}
