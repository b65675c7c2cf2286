import type { Encoding } from './decode.ts';
import { letEventsRun } from './events.ts';
import { kindOf } from './file-kind.ts';
import { isLocked, LIMITS, type ReadOptions, type TableRow, UnreadableFile } from './problems.ts';
import { readCsv } from './read-csv.ts';
import { sheetRows } from './sheet.ts';
import { Parts } from './unpack.ts';
import { openWorkbook } from './workbook.ts';

/** How a file was read: to be shown beside its rows, where a person sees what is wrong with it. */
export type ReadAs = { kind: 'csv'; encoding: Encoding } | { kind: 'xlsx'; sheet: string };

const ROWS_AT_ONCE = 2000;
/** The share of the work on an XLSX that is done when it is unpacked. */
const UNPACKED_SHARE = 0.1;

async function* readXlsx(
  file: Blob,
  { signal, onProgress }: ReadOptions,
  onReadAs?: (as: ReadAs) => void,
): AsyncGenerator<TableRow[]> {
  const tell = (share: number) => onProgress?.(Math.round(file.size * share), file.size);
  const workbook = await openWorkbook(new Parts(new Uint8Array(await file.arrayBuffer())), signal);
  onReadAs?.({ kind: 'xlsx', sheet: workbook.sheetName });
  tell(UNPACKED_SHARE);
  const ofSheet = (share: number) => tell(UNPACKED_SHARE + (1 - UNPACKED_SHARE) * share);
  const rows = await sheetRows(workbook, signal, ofSheet);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    signal?.throwIfAborted();
    yield rows.slice(start, start + ROWS_AT_ONCE);
    await letEventsRun();
  }
}

async function* readKnown(
  file: Blob,
  options: ReadOptions,
  onReadAs?: (as: ReadAs) => void,
): AsyncGenerator<TableRow[]> {
  if (file.size > LIMITS.fileBytes) {
    throw new UnreadableFile('file-too-large', LIMITS.fileBytes / 1024 / 1024);
  }
  if ((await kindOf(file)) === 'zip') yield* readXlsx(file, options, onReadAs);
  else yield* readCsv(file, options, (encoding) => onReadAs?.({ kind: 'csv', encoding }));
}

/**
 * The rows of a CSV or XLSX file, some hundreds at once, its header first; blank rows are left out. The kind, encoding
 * and separator are those of the content, whatever the file's name says. Between two pieces other events have their turn.
 * @throws {UnreadableFile} a file that is something else, is damaged or too large
 * @throws the signal's reason, when it is aborted
 */
export async function* readTable(
  file: Blob,
  options: ReadOptions = {},
  onReadAs?: (as: ReadAs) => void,
): AsyncGenerator<TableRow[]> {
  let count = 0;
  try {
    options.signal?.throwIfAborted();
    for await (const rows of readKnown(file, options, onReadAs)) {
      count += rows.length;
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    throw isLocked(error) ? new UnreadableFile('not-readable') : error;
  }
  if (count === 0) throw new UnreadableFile('empty-file');
}
