import { effect, signal } from '@preact/signals';
import type { ExportState } from '../../components/audit/ExportMenu.tsx';
import type { ReceiveState } from '../../components/audit/Stores.tsx';
import type { Received } from '../../utils/audit/desk.ts';
import { type ExportFormat, LARGEST_SENT } from '../../utils/audit/export/files.ts';
import { saveFile } from '../../utils/dom/save.ts';
import { faultText } from '../../utils/messaging/fault.ts';
import { desk } from './desk.ts';
import { audit, openAudit, t, tab } from './state.ts';

export const exporting = signal<ExportState>({ kind: 'idle' });
export const receiving = signal<ReceiveState>({ kind: 'idle' });

let opened: string | undefined;

// What came of an export is said of the audit that it was of.
effect(() => {
  const id = audit.value?.entry.id;
  if (id !== opened && exporting.peek().kind !== 'making') exporting.value = { kind: 'idle' };
  opened = id;
});

const isCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Saves the open audit's report. */
export async function exportAs(format: ExportFormat): Promise<void> {
  exporting.value = { kind: 'making', format, done: 0, total: 0 };
  try {
    const { name, file } = await desk.export(format, (done, total) => {
      if (exporting.value.kind === 'making') exporting.value = { kind: 'making', format, done, total };
    });
    saveFile(file, name);
    exporting.value = { kind: 'saved', name, isTooLarge: format === 'json' && file.size > LARGEST_SENT };
  } catch (error) {
    exporting.value = isCancelled(error)
      ? { kind: 'cancelled' }
      : { kind: 'failed', fault: faultText(error) };
  }
}

export const cancelExport = (): void => desk.cancelExport();

const refused = (problem: string): ReceiveState => ({ kind: 'refused', problem });

/** @returns what came of it, where no audit did */
async function receive(file: File): Promise<{ id: string } | ReceiveState> {
  const { name } = file;
  receiving.value = { kind: 'receiving', name, done: 0, total: 0 };
  try {
    const received: Received = await desk.receive(file, name, t.value.language, (done, total) => {
      if (receiving.value.kind === 'receiving') receiving.value = { kind: 'receiving', name, done, total };
    });
    return 'problem' in received ? refused(received.problem) : received;
  } catch (error) {
    return isCancelled(error) ? { kind: 'cancelled' } : refused(faultText(error));
  }
}

/** Opens the audit that a colleague sent. */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const [file, second] = files;
  if (!file || receiving.value.kind === 'receiving') return;
  if (second) {
    receiving.value = refused(t.value('importOneFile'));
    return;
  }
  const received = await receive(file);
  if ('kind' in received) {
    receiving.value = received;
    return;
  }
  tab.value = 'summary';
  await openAudit(received.id);
  receiving.value = { kind: 'idle' };
}

export const cancelReceive = (): void => desk.cancelReceive();
