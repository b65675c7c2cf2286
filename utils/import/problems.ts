/** Why a whole file can't be taken; each has a sentence in the locales that says what to do. */
export type FileProblemKey =
  | 'archive'
  | 'binary-workbook'
  | 'broken-workbook'
  | 'column-twice'
  | 'empty-file'
  | 'encoding'
  | 'encrypted'
  | 'file-too-large'
  | 'header-unknown'
  | 'image'
  | 'markup'
  | 'no-fact-column'
  | 'no-id-column'
  | 'no-rows'
  | 'not-a-workbook'
  | 'not-readable'
  | 'not-text'
  | 'old-xls'
  | 'open-quote'
  | 'pdf'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'unpacks-too-large';

/** What the sentence names, in the order of its `$1`, `$2`. */
type Args = readonly (string | number)[];

export interface FileProblem {
  problem: FileProblemKey;
  args?: Args;
}

/** Thrown by the readers; whoever shows it reads `reason`. */
export class UnreadableFile extends Error {
  readonly reason: FileProblem;

  constructor(problem: FileProblemKey, ...args: (string | number)[]) {
    super([problem, ...args].join(' '));
    this.name = 'UnreadableFile';
    this.reason = args.length > 0 ? { problem, args } : { problem };
  }
}

/** A file that was moved, changed or is locked since it was chosen can't be read any more. */
export const isLocked = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');

/** Why a row can't be taken, or what is wrong with one of its cells. */
export type RowProblemKey =
  | 'bad-quotes'
  | 'category-unknown'
  | 'cell-error'
  | 'certificate-form'
  | 'country-unknown'
  | 'formula-without-value'
  | 'id-form'
  | 'id-missing'
  | 'id-rounded'
  | 'mark-unknown'
  | 'merged-across'
  | 'merged-rows'
  | 'no-expiry'
  | 'not-a-count'
  | 'not-a-date'
  | 'not-an-email'
  | 'not-taken'
  | 'number-rounded'
  | 'person-without-name'
  | 'product-twice'
  | 'registration-form'
  | 'too-many-cells';

export interface CellProblem {
  problem: RowProblemKey;
  args?: Args;
}

/** What an XLSX cell is beside its text. */
export type CellNote = 'error' | 'merged-across' | 'merged-down' | 'not-computed' | 'rounded';

/** A row of the file that is not blank. */
export interface TableRow {
  /** As a spreadsheet program numbers its rows: from 1, blank rows counted, a quoted line break not. */
  line: number;
  cells: string[];
  /** By the index of the cell. */
  notes?: ReadonlyMap<number, CellNote>;
  /** The row's quotes are wrong, so that it may have swallowed this many of the lines after it. */
  swallowed?: number;
}

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Called after each piece; both in bytes of the file. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

const MIB = 1024 * 1024;

/** What one import takes; past it the file is refused with a sentence, and nothing of it is kept. */
export const LIMITS = {
  fileBytes: 100 * MIB,
  /** All parts of an XLSX that are read, unpacked. */
  unpackedBytes: 200 * MIB,
  zipEntries: 10_000,
  rows: 300_000,
  columns: 200,
  /** A row of a CSV; a longer one has a quote that nothing closes. */
  rowCharacters: MIB,
} as const;

export function checkRowCount(rows: number): void {
  // The header is a row too.
  if (rows > LIMITS.rows + 1) throw new UnreadableFile('too-many-rows', LIMITS.rows);
}

export function checkColumnCount(columns: number): void {
  if (columns > LIMITS.columns) throw new UnreadableFile('too-many-columns', LIMITS.columns);
}
