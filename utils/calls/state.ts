import type { Text } from '../i18n/translate.ts';
import type { CallLog } from './log.ts';
import type { LogRefusal } from './problems.ts';

/** Where the reading of a log of calls stands; `file` is the file's name, none for a pasted text. */
export type CallLogState =
  /** `fault` is what the program failed of. */
  | { kind: 'start'; note?: Text; fault?: string }
  | { kind: 'reading'; file: string | undefined; done: number; total: number }
  | { kind: 'refused'; file: string | undefined; refused: LogRefusal }
  | { kind: 'read'; file: string | undefined; log: CallLog };
