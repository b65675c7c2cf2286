import type { Import } from '../../utils/import/import-products.ts';
import type { FromReader } from './read.worker.ts';

/**
 * Reads a file of product facts in a worker, so that the page answers meanwhile.
 * @throws the signal's reason, when it is aborted: the worker stops at once
 */
export async function readFile(
  file: File,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Import> {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<Import>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ('result' in data) resolve(data.result);
      else if ('fault' in data) reject(new Error(data.fault));
      else onProgress(data.done, data.total);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage(file);
  return result.finally(() => worker.terminate());
}
