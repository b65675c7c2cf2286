import Papa from 'papaparse';
import { type Encoding, encodingOf, textOf } from './decode.ts';
import {
  checkColumnCount,
  checkRowCount,
  LIMITS,
  type ReadOptions,
  type TableRow,
  UnreadableFile,
} from './problems.ts';

const SEPARATORS = [',', ';', '\t'] as const;

interface ParsedRow {
  cells: string[];
  hasWrongQuotes: boolean;
  /** Where the row after it begins. */
  end: number;
}

function parseAll(text: string, separator: string): ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      rows.push({ cells: data, hasWrongQuotes: errors.length > 0, end: meta.cursor });
    },
  });
  return rows;
}

/** The separator that cuts the first row into the most cells; none before that row is complete. */
function separatorOf(text: string, isLast: boolean): string | undefined {
  const start = text.trimStart();
  if (!isLast && !start.includes('\n')) return undefined;
  const cellCount = (delimiter: string): number =>
    Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0;
  // The sort is stable: the comma wins where all are equal.
  return SEPARATORS.toSorted((one, other) => cellCount(other) - cellCount(one))[0];
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);

/** Cuts a text that comes in pieces into rows. */
export class CsvRows {
  private pending = '';
  private separator: string | undefined;
  private line = 0;

  /** The rows that are complete with this piece. */
  add(text: string, isLast: boolean): TableRow[] {
    this.pending += text;
    if (this.line === 0 && /^\s*</.test(this.pending)) throw new UnreadableFile('markup');
    this.separator ??= separatorOf(this.pending, isLast);
    const complete = this.separator === undefined ? [] : this.takeComplete(this.separator, isLast);
    if (this.pending.length > LIMITS.rowCharacters) throw new UnreadableFile('open-quote', this.line + 1);
    return complete;
  }

  private takeComplete(separator: string, isLast: boolean): TableRow[] {
    const parsed = parseAll(this.pending, separator);
    // The last one may go on in the next piece.
    if (!isLast) parsed.pop();
    this.pending = this.pending.slice(parsed.at(-1)?.end ?? 0);
    if (isLast) this.pending = '';
    return parsed.flatMap((row) => this.toTableRow(row));
  }

  private toTableRow({ cells, hasWrongQuotes }: ParsedRow): TableRow[] {
    this.line += 1;
    if (isBlank(cells) && !hasWrongQuotes) return [];
    const row = { line: this.line, cells };
    return [hasWrongQuotes ? { ...row, swallowed: lineBreaks(cells) } : row];
  }
}

/**
 * The rows of a CSV file, as many at once as a piece of it has; blank rows are left out.
 * @throws {UnreadableFile} what is no such text
 */
export async function* readCsv(
  file: Blob,
  { signal, onProgress }: ReadOptions,
  onEncoding?: (encoding: Encoding) => void,
): AsyncGenerator<TableRow[]> {
  const encoding = await encodingOf(file, signal);
  onEncoding?.(encoding);
  const table = new CsvRows();
  let count = 0;
  for await (const { content, done, isLast } of textOf(file, encoding, { signal })) {
    const rows = table.add(content, isLast);
    count += rows.length;
    checkRowCount(count);
    for (const { cells } of rows) checkColumnCount(cells.length);
    yield rows;
    onProgress?.(done, file.size);
  }
}
