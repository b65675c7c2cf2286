import { encodingOf, textOf } from '../import/decode.ts';
import { kindOf } from '../import/file-kind.ts';
import { isLocked, type ReadOptions } from '../import/problems.ts';
import { CallCounter } from './count.ts';
import type { CallLog } from './log.ts';
import { type LogRefusal, refusalOf, UnreadableLog } from './problems.ts';
import { LogText } from './text.ts';

/** What reading a log comes to. */
export type ReadLog = { log: CallLog } | { refused: LogRefusal };

async function count(file: Blob, limit: number, { signal, onProgress }: ReadOptions): Promise<CallLog> {
  if ((await kindOf(file)) === 'zip') throw new UnreadableLog({ problem: 'packed' });
  const encoding = await encodingOf(file, signal);
  const counter = new CallCounter();
  const text = new LogText(counter);
  // A damaged character, such as half of one where a log was cut, changes no time.
  for await (const { content, done, isLast } of textOf(file, encoding, { signal, fatal: false })) {
    text.add(content, isLast);
    onProgress?.(done, file.size);
  }
  return counter.result(limit);
}

/**
 * Counts the calls of a log, CSV, NDJSON or lines with a time, piece by piece: what it takes does not grow with the log.
 * @param limit the calls that are allowed in a minute
 * @throws the signal's reason, when it is aborted
 */
export async function readCallLog(file: Blob, limit: number, options: ReadOptions = {}): Promise<ReadLog> {
  try {
    return { log: await count(file, limit, options) };
  } catch (error) {
    if (isLocked(error)) return { refused: { problem: 'not-readable' } };
    const refused = refusalOf(error);
    if (!refused) throw error;
    return { refused };
  }
}
