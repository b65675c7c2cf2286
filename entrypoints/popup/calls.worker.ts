import { readCallLog } from '../../utils/calls/read-log.ts';
import { serveWorker } from '../../utils/messaging/worker.ts';

/** A log, and the calls that are allowed in a minute. */
export interface CallsWork {
  log: Blob;
  limit: number;
}

serveWorker(({ log, limit }: CallsWork, onProgress) => readCallLog(log, limit, { onProgress }));
