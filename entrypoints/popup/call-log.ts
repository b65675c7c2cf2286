import { signal } from '@preact/signals';
import type { ReadLog } from '../../utils/calls/read-log.ts';
import type { CallLogState } from '../../utils/calls/state.ts';
import { faultText } from '../../utils/messaging/fault.ts';
import { runWorker } from '../../utils/messaging/worker.ts';
import type { CallsWork } from './calls.worker.ts';

export const callLog = signal<CallLogState>({ kind: 'start' });

/** Of the log that is being read; there is one at a time. */
let controller = new AbortController();

function begin(next: CallLogState): AbortSignal {
  controller.abort();
  controller = new AbortController();
  callLog.value = next;
  return controller.signal;
}

async function read(log: Blob, file: string | undefined, limit: number): Promise<void> {
  const own = begin({ kind: 'reading', file, done: 0, total: log.size });
  const worker = new Worker(new URL('./calls.worker.ts', import.meta.url), { type: 'module' });
  const work: CallsWork = { log, limit };
  try {
    const result = await runWorker<ReadLog>(worker, work, own, (done, total) => {
      if (!own.aborted) callLog.value = { kind: 'reading', file, done, total };
    });
    if (own.aborted) return;
    callLog.value =
      'log' in result ? { kind: 'read', file, ...result } : { kind: 'refused', file, ...result };
  } catch (error) {
    if (own.aborted) return;
    callLog.value = { kind: 'start', fault: faultText(error) };
  }
}

/**
 * Reads one file; of several none, as it is not known which was meant.
 * @param limit the calls that are allowed in a minute
 */
export async function readCallFiles(files: readonly File[], limit: number): Promise<void> {
  const [file, second] = files;
  if (second) begin({ kind: 'start', note: { key: 'importOneFile' } });
  else if (file) await read(file, file.name, limit);
}

/** Reads a pasted log. */
export const readCallText = (text: string, limit: number): Promise<void> =>
  read(new Blob([text]), undefined, limit);

/** Stops the reading at once. */
export function cancelCallLog(): void {
  if (callLog.value.kind === 'reading') begin({ kind: 'start', note: { key: 'callsCancelled' } });
}
