import type { TableRow } from '../import/problems.ts';
import { CsvRows } from '../import/read-csv.ts';
import type { CallCounter } from './count.ts';
import { isHeader, timeColumns, timeInCells, timeInLine } from './line.ts';

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

const lineBreaks = ({ cells }: TableRow): number =>
  cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);

class Table implements LogReader {
  private readonly counter: CallCounter;
  private readonly rows = new CsvRows();
  private columns: number[] | undefined;
  /** Line breaks within cells so far: rows are counted, and lines are shown. */
  private breaks = 0;

  constructor(counter: CallCounter) {
    this.counter = counter;
  }

  add(piece: string, isLast: boolean): void {
    for (const row of this.rows.add(piece, isLast)) {
      if (this.columns) this.count(row, this.columns);
      else this.columns = timeColumns(row.cells);
      this.breaks += lineBreaks(row);
    }
  }

  private count({ line, cells, swallowed }: TableRow, columns: readonly number[]): void {
    const time = swallowed === undefined ? timeInCells(columns.map((index) => cells[index])) : 'quotes';
    this.counter.add(line + this.breaks, cells.join(', '), time, swallowed);
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

  /** None before the first line is complete. */
  private readerFor(start: string, isLast: boolean): LogReader | undefined {
    const end = start.indexOf('\n');
    if (end < 0 && !isLast && start.length < MAX_LINE) return undefined;
    return isHeader(end < 0 ? start : start.slice(0, end))
      ? new Table(this.counter)
      : new Lines(this.counter);
  }
}
