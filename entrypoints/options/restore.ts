import { signal } from '@preact/signals';
import { Comparison } from '../../utils/backup/compare.ts';
import { type Backup, LARGEST_BACKUP, readBackup } from '../../utils/backup/file.ts';
import type { Settings } from '../../utils/backup/settings.ts';
import type { RestorePreview, RestoreStage } from '../../utils/backup/stage.ts';
import { batchesOf } from '../../utils/messaging/batches.ts';
import { MOST_RECORDS_READ, MOST_RECORDS_RESTORED } from '../../utils/messaging/limits.ts';
import { send } from '../../utils/messaging/send.ts';
import { announceChange, announceSiteMap } from '../../utils/storage/edition.ts';
import { chooseKeys } from '../../utils/storage/hiding.ts';
import { kindOf, storeOf } from '../../utils/storage/kinds.ts';
import { SET_ASIDE } from '../../utils/storage/set-aside.ts';
import { ownSettings } from './save-backup.ts';
import { fault, overview, showFault } from './state.ts';

export const restore = signal<RestoreStage>({ kind: 'start' });

/** What the backup could have of what is kept here, and has not. */
async function keysOnlyHere({ rows, bad, channelId }: Backup): Promise<string[]> {
  const { keys } = await send('backup.open', { channelId });
  const inFile = new Set([...rows, ...bad.map(({ key }) => [key] as const)].map(([key]) => key));
  return keys.filter((key) => !inFile.has(key) && !key.startsWith(SET_ASIDE) && kindOf(key));
}

async function previewOf(backup: Backup): Promise<RestorePreview> {
  const comparison = new Comparison();
  for (const rows of batchesOf(backup.rows, MOST_RECORDS_READ)) {
    const ours = new Map(await send('records.read', { keys: rows.map(([key]) => key) }));
    for (const row of rows) comparison.add(row, ours.get(row[0]));
  }
  const onlyHere = await keysOnlyHere(backup);
  for (const key of onlyHere) {
    const own = overview.value?.stores.find(({ channelId }) => channelId === storeOf(key));
    comparison.addOnlyHere(key, own?.name);
  }
  return { backup, changes: comparison.changes(), onlyHere };
}

/** Checks a file and shows what it would change. Nothing of it is kept. */
export async function openBackup(file: File): Promise<void> {
  const { name } = file;
  fault.value = undefined;
  restore.value = { kind: 'checking', file: name };
  try {
    const read: Awaited<ReturnType<typeof readBackup>> =
      file.size > LARGEST_BACKUP ? { problem: 'too-large' } : await readBackup(await file.text());
    restore.value =
      'problem' in read
        ? { kind: 'refused', file: name, problem: read }
        : { kind: 'preview', file: name, ...(await previewOf(read)) };
  } catch (error) {
    restore.value = { kind: 'start' };
    showFault(error);
  }
}

/** What was chosen here stays, unless all is replaced. */
async function restoreSettings(theirs: Settings, isReplacing: boolean): Promise<void> {
  const own = isReplacing ? {} : await ownSettings();
  if (theirs.keys !== undefined && own.keys === undefined) await chooseKeys(theirs.keys);
  if (theirs.language && !own.language) await send('language.choose', { language: theirs.language });
}

/** Keeps what the preview shows, piece by piece: whatever stops it, it can be done again without harm. */
export async function keepBackup(isReplacing: boolean): Promise<void> {
  const { value: stage } = restore;
  if (stage.kind !== 'preview' && stage.kind !== 'stopped') return;
  const { file, backup, onlyHere } = stage;
  const total = backup.rows.length;
  const refused: string[] = [];
  let done = 0;
  fault.value = undefined;
  restore.value = { kind: 'restoring', file, done, total };
  try {
    for (const rows of batchesOf(backup.rows, MOST_RECORDS_RESTORED)) {
      refused.push(...(await send('records.restore', { rows, isReplacing })).refused);
      done += rows.length;
      restore.value = { kind: 'restoring', file, done, total };
    }
    if (isReplacing) {
      for (const keys of batchesOf(onlyHere, MOST_RECORDS_READ)) await send('records.delete', { keys });
    }
    await restoreSettings(backup.settings, isReplacing);
    restore.value = { kind: 'restored', file, count: done - refused.length, refused };
  } catch (error) {
    restore.value = { ...stage, kind: 'stopped', done, isReplacing };
    showFault(error);
  }
  await Promise.all([announceChange(), announceSiteMap()]);
}

export const discardBackup = (): void => {
  restore.value = { kind: 'start' };
};
