import type { TableRow } from '../import/problems.ts';
import { CsvRows } from '../import/read-csv.ts';
import type { CallCounter } from './count.ts';
import { isHeader, type TimeColumn, timeColumns, timeInLine, timeInRow } from './line.ts';
import { UnreadableLog } from './problems.ts';
import { timeInCell } from './time.ts';

/** Characters of a line that are looked at; a longer one takes no more memory. */
const MAX_LINE = 1024 * 1024;

/** Counts the lines of a text that comes in pieces. */
interface LogReader {
  add(piece: string, isLast: boolean): void;
}

class Lines implements LogReader {
  private readonly counter: CallCounter;
  private line = 0;
  /** The beginning of a line that goes on in the next piece. */
  private begun = '';

  constructor(counter: CallCounter) {
    this.counter = counter;
  }

  add(piece: string, isLast: boolean): void {
    const lines = (this.begun + piece).split('\n');
    this.begun = isLast ? '' : (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const whole of lines) {
      this.line += 1;
      const line = whole.slice(0, MAX_LINE);
      if (line.trim() !== '') this.counter.add(this.line, line, timeInLine(line));
    }
  }
}

/** The lines that a row's cells go on in. */
const innerLines = ({ cells }: TableRow): string[] => cells.flatMap((cell) => cell.split('\n').slice(1));

const hasTime = (line: string): boolean => typeof timeInCell(line.trimStart()) !== 'string';

class Table implements LogReader {
  private readonly counter: CallCounter;
  private readonly rows = new CsvRows();
  private columns: TimeColumn[] | undefined;
  /** Line breaks within cells so far: rows are counted, and lines are shown. */
  private breaks = 0;

  constructor(counter: CallCounter) {
    this.counter = counter;
  }

  add(piece: string, isLast: boolean): void {
    for (const row of this.rows.add(piece, isLast)) {
      const inner = innerLines(row);
      if (this.columns) this.count(row, inner, this.columns);
      else this.columns = timeColumns(row.cells);
      this.breaks += inner.length;
    }
  }

  private count(row: TableRow, inner: readonly string[], columns: readonly TimeColumn[]): void {
    const line = row.line + this.breaks;
    const text = row.cells.join(', ');
    if (row.swallowed !== undefined) {
      this.counter.addUnreadable(line, text, 'quotes', 1 + row.swallowed);
      return;
    }
    this.counter.add(line, text, timeInRow(row.cells, columns));
    // Between two quotation marks that only seem to be a pair there may be whole calls.
    const perhaps = inner.filter(hasTime).length;
    if (perhaps > 0) this.counter.addUnreadable(line, text, 'quotes', perhaps);
  }
}

/** Counts the calls of a log's text: a table by the name of a column, or else each line by itself. */
export class LogText implements LogReader {
  private readonly counter: CallCounter;
  private reader: LogReader | undefined;
  private pending = '';

  constructor(counter: CallCounter) {
    this.counter = counter;
  }

  add(piece: string, isLast: boolean): void {
    this.pending += piece;
    this.reader ??= this.readerFor(this.pending.trimStart(), isLast);
    if (!this.reader) return;
    this.reader.add(this.pending, isLast);
    this.pending = '';
  }

  /** None before the first line is complete, and what follows a bracket is known. */
  private readerFor(start: string, isLast: boolean): LogReader | undefined {
    if (/^\[\s*\{/.test(start)) throw new UnreadableLog({ problem: 'json-array' });
    const end = start.indexOf('\n');
    const isBegun = (end < 0 && start.length < MAX_LINE) || /^\[\s*$/.test(start);
    if (isBegun && !isLast) return undefined;
    return isHeader(end < 0 ? start : start.slice(0, end))
      ? new Table(this.counter)
      : new Lines(this.counter);
  }
}
