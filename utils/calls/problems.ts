import { type FileProblemKey, UnreadableFile } from '../import/problems.ts';

/** Why no time is known of a line. */
export type LineFault =
  | 'day-order'
  | 'impossible'
  | 'no-time'
  | 'not-json'
  | 'other-zone'
  | 'quotes'
  | 'several-times';

export interface UnreadableLine {
  /** As a text editor numbers lines. */
  line: number;
  fault: LineFault;
  /** How the line begins. */
  sample: string;
}

/** The lines that are no calls for certain: all of them counted, the first of them named. */
export interface UnreadableLines {
  count: number;
  first: UnreadableLine[];
}

export type LogProblem =
  | 'empty'
  | 'json-array'
  | 'no-text'
  | 'no-times'
  | 'not-readable'
  | 'open-quote'
  | 'packed'
  | 'too-many-minutes';

/** Why nothing can be said of a log as a whole, and which lines show it. */
export interface LogRefusal {
  problem: LogProblem;
  args?: readonly (string | number)[];
  unreadable?: UnreadableLines;
}

/** Thrown while a log is read; whoever shows it reads `refusal`. */
export class UnreadableLog extends Error {
  readonly refusal: LogRefusal;

  constructor(refusal: LogRefusal) {
    super(refusal.problem);
    this.name = 'UnreadableLog';
    this.refusal = refusal;
  }
}

/** What the readers of imported files say of a file, said of a log; everything else of theirs is no text. */
const OF_FILES: Partial<Record<FileProblemKey, LogProblem>> = {
  archive: 'packed',
  'empty-file': 'empty',
  encrypted: 'packed',
  'not-a-workbook': 'packed',
  'not-readable': 'not-readable',
  'old-xls': 'packed',
  'open-quote': 'open-quote',
};

/** What an error says of the log; nothing where it is a fault of the program. */
export function refusalOf(error: unknown): LogRefusal | undefined {
  if (error instanceof UnreadableLog) return error.refusal;
  if (!(error instanceof UnreadableFile)) return undefined;
  const { problem, args = [] } = error.reason;
  return { problem: OF_FILES[problem] ?? 'no-text', args };
}
