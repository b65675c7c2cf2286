import type { Translator } from '../../i18n/translate.ts';
import { letEventsRun } from '../../import/events.ts';
import { type Sheet, workbookParts, XLSX_TYPE } from '../../spreadsheet/workbook.ts';
import { zipped } from '../../spreadsheet/zipped.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json, ndjson } from './json.ts';
import type { Report } from './report.ts';
import { TABLES, tableOf } from './tables.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json', 'ndjson', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEGABYTE = 1_000_000;

/** A larger JSON file is not opened again: Chrome holds no text of more than 536,870,888 characters. */
export const LARGEST_SENT = 500 * MEGABYTE;

const TYPES: Record<ExportFormat, string> = {
  xlsx: XLSX_TYPE,
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  html: 'text/html',
};

/** The formats that write every product that was seen, not only those with findings. */
const WITH_PRODUCTS = new Set<ExportFormat>(['json', 'ndjson']);

export interface ExportOptions {
  signal?: AbortSignal | undefined;
  /** Called as the work goes on; both in findings and, where they are written too, products. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

const encoder = new TextEncoder();
const PIECES_AT_ONCE = 100;

function* inBytes(pieces: Iterable<string>): Generator<Uint8Array> {
  let some: string[] = [];
  for (const piece of pieces) {
    some.push(piece);
    if (some.length < PIECES_AT_ONCE) continue;
    yield encoder.encode(some.join(''));
    some = [];
  }
  yield encoder.encode(some.join(''));
}

function bytesOf(
  format: ExportFormat,
  report: Report,
  t: Translator,
  onProduct: () => void,
): Iterable<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return zipped(workbookParts(TABLES.map((id): Sheet => tableOf(id, report, t))));
    case 'csv':
      return inBytes(csv(report, t));
    case 'json':
      return inBytes(json(report, onProduct));
    case 'ndjson':
      return inBytes(ndjson(report, onProduct));
    case 'html':
      return inBytes(html(report, t));
  }
}

/** A report that says how many of its findings have been asked for. */
function counted(report: Report, onFinding: () => void): Report {
  const { findings } = report;
  function* each() {
    for (const finding of findings) {
      yield finding;
      onFinding();
    }
  }
  return { ...report, findings: { [Symbol.iterator]: each } };
}

/**
 * A report as a file, piece by piece: the same report makes the same bytes. Between two pieces other events have their
 * turn.
 * @throws the signal's reason, when it is aborted
 */
export async function* exported(
  format: ExportFormat,
  report: Report,
  t: Translator,
  { signal, onProgress }: ExportOptions = {},
): AsyncGenerator<Uint8Array> {
  const { findings, coverage } = report.summary;
  const total = findings + (WITH_PRODUCTS.has(format) ? coverage.products : 0);
  let done = 0;
  const onPart = (): void => {
    done += 1;
  };
  signal?.throwIfAborted();
  for (const bytes of bytesOf(format, counted(report, onPart), t, onPart)) {
    if (bytes.length > 0) yield bytes;
    onProgress?.(done, total);
    await letEventsRun();
    signal?.throwIfAborted();
  }
}

/** What the file is called, `audit-21900-2026-11-22.xlsx`, and its media type. */
export const fileNaming = (format: ExportFormat, { audit }: Report): { name: string; type: string } => ({
  name: `audit-${audit.channelId}-${audit.startedAt.slice(0, 10)}.${format}`,
  type: TYPES[format],
});
