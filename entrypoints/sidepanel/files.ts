import { effect, signal } from '@preact/signals';
import type { ExportState } from '../../components/audit/ExportMenu.tsx';
import type { ExportFormat } from '../../utils/audit/export/files.ts';
import { saveFile } from '../../utils/dom/save.ts';
import { faultText } from '../../utils/messaging/fault.ts';
import { desk } from './desk.ts';
import { audit, openAudit, shown, t, tab } from './state.ts';

export const exporting = signal<ExportState>({ kind: 'idle' });
/** Why the file that was chosen last could not be opened. */
export const problem = signal<string | undefined>(undefined);

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
    exporting.value = { kind: 'saved', name };
  } catch (error) {
    exporting.value = isCancelled(error)
      ? { kind: 'cancelled' }
      : { kind: 'failed', fault: faultText(error) };
  }
}

export const cancelExport = (): void => desk.cancelExport();

/** Opens the audit that a colleague sent. */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const [file, second] = files;
  if (!file) return;
  if (second) {
    problem.value = t.value('importOneFile');
    return;
  }
  problem.value = undefined;
  const received = await shown(desk.receive(file, file.name, t.value.language));
  if (!received) return;
  if ('problem' in received) {
    problem.value = received.problem;
    return;
  }
  tab.value = 'summary';
  await openAudit(received.id);
}
