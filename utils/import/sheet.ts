import {
  type CellNote,
  checkColumnCount,
  checkRowCount,
  LIMITS,
  type TableRow,
  UnreadableFile,
} from './problems.ts';
import { unescapeXlsx, type Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

const DAY_MS = 86_400_000;
/** The last day that a date can be in a workbook, 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** A number of more digits than these has been rounded: Excel keeps fifteen. */
const FIRST_ROUNDED = 1e15;

interface CellState {
  column: number;
  type: string;
  style: number;
  value: string | undefined;
  text: string;
  hasFormula: boolean;
}

interface Row extends TableRow {
  notes: Map<number, CellNote>;
}

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** `C7` as column 2 and line 7; `undefined` where the text is no such place. */
function placeOf(reference: string): { column: number; line: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(digits) };
}

function rangeOf(reference: string): Range | undefined {
  const [start = '', end = start] = reference.split(':');
  const [first, last] = [placeOf(start), placeOf(end)];
  return first && last && { top: first.line, bottom: last.line, left: first.column, right: last.column };
}

/** The day of a date as a workbook counts it; its 29th February of 1900 never was. */
function dayOf(serial: number, countsFrom1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= LAST_SERIAL)) return undefined;
  const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * DAY_MS).toISOString().slice(0, 10);
}

/** Takes the cells of a sheet as its XML tells them. */
class SheetListener {
  readonly rows: Row[] = [];
  readonly merged: Range[] = [];
  private readonly workbook: Workbook;
  private line = 0;
  private row: Row | undefined;
  private cell: CellState | undefined;
  private element = '';
  private isPhonetic = false;
  private nextColumn = 0;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes.r);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'mergeCell') this.addMerge(attributes.ref ?? '');
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    this.element = name;
  }

  text(piece: string): void {
    const { cell, element } = this;
    if (!cell) return;
    if (element === 'v') cell.value = (cell.value ?? '') + piece;
    if (element === 't' && !this.isPhonetic) cell.text += piece;
  }

  close(name: string): void {
    if (name === 'c' && this.cell) this.closeCell(this.cell);
    if (name === 'row' && this.row) this.closeRow(this.row);
    if (name === 'rPh') this.isPhonetic = false;
    this.element = '';
  }

  private openRow(number: string | undefined): void {
    const line = number === undefined ? this.line + 1 : Number(number);
    if (!(line > this.line)) throw new UnreadableFile('broken-workbook');
    this.line = line;
    this.nextColumn = 0;
    this.row = { line, cells: [], notes: new Map() };
  }

  private closeRow(row: Row): void {
    this.row = undefined;
    if (row.notes.size === 0 && row.cells.every((cell) => cell.trim() === '')) return;
    checkRowCount(this.rows.push(row));
  }

  private openCell({ r: reference, t: type = 'n', s: style }: Readonly<Record<string, string>>): void {
    const column = reference === undefined ? this.nextColumn : placeOf(reference)?.column;
    if (column === undefined || column < this.nextColumn) throw new UnreadableFile('broken-workbook');
    this.nextColumn = column + 1;
    this.cell = { column, type, style: Number(style ?? 0), value: undefined, text: '', hasFormula: false };
  }

  private closeCell(cell: CellState): void {
    this.cell = undefined;
    const { row } = this;
    if (!row) throw new UnreadableFile('broken-workbook');
    if (cell.hasFormula && cell.value === undefined && cell.text === '')
      row.notes.set(cell.column, 'not-computed');
    if (cell.type === 'e') row.notes.set(cell.column, 'error');
    const text = this.textOf(cell, row);
    if (text === '' && !row.notes.has(cell.column)) return;
    checkColumnCount(cell.column + 1);
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells.push(text);
  }

  private textOf({ type, value = '', text, style, column }: CellState, row: Row): string {
    if (type === 's' && value !== '') return this.sharedString(value);
    if (type === 'inlineStr') return unescapeXlsx(text);
    if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    if (type === 'd') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value;
    if (type !== 'n' || value.trim() === '') return unescapeXlsx(value);
    const number = Number(value);
    if (!Number.isFinite(number)) throw new UnreadableFile('broken-workbook');
    if (this.workbook.dateStyles[style]) return dayOf(number, this.workbook.countsFrom1904) ?? String(number);
    if (Math.abs(number) >= FIRST_ROUNDED) row.notes.set(column, 'rounded');
    return String(number);
  }

  private sharedString(index: string): string {
    const text = this.workbook.sharedStrings[Number(index)];
    if (text === undefined) throw new UnreadableFile('broken-workbook');
    return text;
  }

  private addMerge(reference: string): void {
    const range = rangeOf(reference);
    if (!range) throw new UnreadableFile('broken-workbook');
    this.merged.push(range);
  }
}

/** The text of a merged range is its first cell's; each cell of it is told as merged. */
function mergeRow(
  row: Row,
  { left, right }: Range,
  note: 'merged-across' | 'merged-down',
  text: string,
): void {
  while (row.cells.length < left) row.cells.push('');
  for (let column = left; column <= Math.min(right, LIMITS.columns - 1); column += 1) {
    row.cells[column] = note === 'merged-down' ? text : (row.cells[column] ?? '');
    row.notes.set(column, note);
  }
}

function applyMerges(rows: readonly Row[], merged: readonly Range[]): void {
  const header = rows[0]?.line ?? 0;
  const last = rows.at(-1)?.line ?? 0;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  let visited = 0;
  for (const range of merged) {
    const isDown = range.left === range.right && range.top > header;
    const text = byLine.get(range.top)?.cells[range.left] ?? '';
    for (let line = range.top; line <= Math.min(range.bottom, last); line += 1) {
      const row = byLine.get(line);
      // Ranges that overlap, as no program writes them, could go over all rows again and again.
      visited += 1;
      if (visited > LIMITS.rows * 10) throw new UnreadableFile('broken-workbook');
      // A header that is merged with other cells of its own line is read by its first cell.
      if (row && line !== header) mergeRow(row, range, isDown ? 'merged-down' : 'merged-across', text);
    }
  }
}

/**
 * The rows of a workbook's sheet; blank ones are left out. A vertically merged cell's text stands in each of its
 * rows, with the note `merged-down`; what is merged in any other way has the note `merged-across`.
 * @throws {UnreadableFile} what is no such sheet
 */
export async function sheetRows(
  workbook: Workbook,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<TableRow[]> {
  const listener = new SheetListener(workbook);
  await readXml(workbook.sheetPart, listener, signal, onProgress);
  applyMerges(listener.rows, listener.merged);
  return listener.rows;
}
