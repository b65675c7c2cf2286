import { type ImportSummary, importProducts } from '../../../utils/import/import-products.ts';
import type { FileProblem, ReadOptions, TableRow } from '../../../utils/import/problems.ts';
import { readTable } from '../../../utils/import/read-table.ts';

export async function rowsOf(file: Blob, options: ReadOptions = {}): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of readTable(file, options)) rows.push(...some);
  return rows;
}

export const cellsOf = async (file: Blob): Promise<string[][]> =>
  (await rowsOf(file)).map(({ cells }) => cells);

/** What is in the file; a refusal fails the test. */
export async function summaryOf(file: Blob, options: ReadOptions = {}): Promise<ImportSummary> {
  const result = await importProducts(file, options);
  if ('refused' in result) throw new Error(`refused: ${JSON.stringify(result.refused)}`);
  return result;
}

export async function refusalOf(file: Blob): Promise<FileProblem> {
  const result = await importProducts(file);
  if (!('refused' in result)) throw new Error('was not refused');
  return result.refused;
}

export const csv = (...lines: string[]): Blob => new Blob([lines.join('\r\n')]);

/**
 * A file that makes its bytes when they are asked for, in pieces of `unit`: 50 MB of it take no memory.
 * It has what the readers use of a Blob.
 */
export function lazyFile(head: string, unit: (index: number) => string, count: number): Blob {
  const encoder = new TextEncoder();
  const first = encoder.encode(head);
  const unitBytes = encoder.encode(unit(0)).length;
  const size = first.length + unitBytes * count;
  const unitsFrom = (start: number, end: number): Uint8Array<ArrayBuffer> => {
    const from = Math.floor(start / unitBytes);
    const to = Math.ceil(end / unitBytes);
    const units = Array.from({ length: to - from }, (_, index) => unit(from + index)).join('');
    return encoder.encode(units).subarray(start - from * unitBytes, end - from * unitBytes);
  };
  const bytes = (start: number, end: number) => [
    first.subarray(start, end),
    unitsFrom(Math.max(0, start - first.length), Math.max(0, end - first.length)),
  ];
  const slice = (start: number, end: number) => new Blob(bytes(start, Math.min(end, size)));
  return { size, slice } as unknown as Blob;
}
