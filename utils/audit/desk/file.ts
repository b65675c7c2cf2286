import type { OnProgress } from '../../messaging/worker.ts';
import type { ExportedFile } from '../desk.ts';
import { type ExportFormat, exported, fileNaming } from '../export/files.ts';
import { matrixOf } from '../matrix.ts';
import type { Opened } from './opened.ts';

/** Tells of whole percents: a message for each piece would take longer than the piece. */
function byPercent(onProgress: OnProgress): OnProgress {
  let told = -1;
  return (done, total) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (percent !== told) onProgress(done, total);
    told = percent;
  };
}

/** The open audit as a file. @throws the signal's reason, when it is aborted */
export async function exportedFile(
  format: ExportFormat,
  opened: Opened,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<ExportedFile> {
  const report = { ...opened, matrix: matrixOf(opened.audit) };
  const { name, type } = fileNaming(format, report);
  const pieces: BlobPart[] = [];
  const options = { signal, onProgress: byPercent(onProgress) };
  for await (const bytes of exported(format, report, opened.t, options)) pieces.push(new Uint8Array(bytes));
  return { name, type, file: new Blob(pieces, { type }) };
}
