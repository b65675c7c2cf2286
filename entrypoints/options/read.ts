import type { Import } from '../../utils/import/import-products.ts';
import { type OnProgress, runWorker } from '../../utils/messaging/worker.ts';

/**
 * Reads a file of product facts in a worker.
 * @throws the signal's reason, when it is aborted: the worker stops at once
 */
export const readFile = (file: File, signal: AbortSignal, onProgress: OnProgress): Promise<Import> => {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  return runWorker(worker, file, signal, onProgress);
};
