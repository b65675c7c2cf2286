import type { OnProgress } from '../../messaging/worker.ts';
import type { ExportedFile } from '../desk.ts';
import { type ExportFormat, exported, fileNaming } from '../export/files.ts';
import { matrixOf } from '../matrix.ts';
import type { Opened } from './opened.ts';
import { byPercent } from './percent.ts';

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
