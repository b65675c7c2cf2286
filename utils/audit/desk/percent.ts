import type { OnProgress } from '../../messaging/worker.ts';

/** Tells of whole percents: a message for each piece would take longer than the piece. */
export function byPercent(onProgress: OnProgress): OnProgress {
  let told = -1;
  return (done, total) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (percent !== told) onProgress(done, total);
    told = percent;
  };
}
