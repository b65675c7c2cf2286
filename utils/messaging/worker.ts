import { faultText } from './fault.ts';

/** What a worker says of its work. */
type FromWorker<Result> = { done: number; total: number } | { result: Result } | { fault: string };

export type OnProgress = (done: number, total: number) => void;

/**
 * Gives a worker its work, so that the page answers meanwhile.
 * @throws the signal's reason, when it is aborted: the worker stops at once
 */
export async function runWorker<Result>(
  worker: Worker,
  work: unknown,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result> {
  const result = new Promise<Result>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Result>>) => {
      if ('result' in data) resolve(data.result);
      else if ('fault' in data) reject(new Error(data.fault));
      else onProgress(data.done, data.total);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage(work);
  return result.finally(() => worker.terminate());
}

/** Does in a worker what it is given. */
export function serveWorker<Work, Result>(
  run: (work: Work, onProgress: OnProgress) => Promise<Result>,
): void {
  /** A worker's own end of its channel; the types of this project are a page's. */
  const port = globalThis as unknown as {
    onmessage: ((event: MessageEvent<Work>) => void) | null;
    postMessage(message: FromWorker<Result>): void;
  };
  port.onmessage = async ({ data }) => {
    try {
      port.postMessage({ result: await run(data, (done, total) => port.postMessage({ done, total })) });
    } catch (error) {
      port.postMessage({ fault: faultText(error) });
    }
  };
}
