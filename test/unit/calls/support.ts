import { CallCounter } from '../../../utils/calls/count.ts';
import type { CallLog } from '../../../utils/calls/log.ts';
import type { LogRefusal } from '../../../utils/calls/problems.ts';
import { readCallLog } from '../../../utils/calls/read-log.ts';
import { LogText } from '../../../utils/calls/text.ts';
import { pack } from '../rules/support.ts';

const rule = pack.rules.find(({ id }) => id === 'merge.triage-call-rate');

/** The calls that the rule allows in a minute. */
export const LIMIT = Number(rule?.test && 'value' in rule.test ? rule.test.value : Number.NaN);

/** 10:00:00 in China on the day of the tests, as seconds. */
export const TEN = Date.parse('2026-11-22T10:00:00+08:00') / 1000;

export const lineAt = (second: number): string => `${new Date(second * 1000).toISOString()} GET /order/query`;

/** So many calls at each of these seconds after ten o'clock, in their order. */
export const linesAt = (...calls: readonly (readonly [second: number, count: number])[]): string[] =>
  calls.flatMap(([second, count]) => Array.from({ length: count }, () => lineAt(TEN + second)));

/** What a text says that comes in these pieces. */
export function countPieces(pieces: readonly string[], limit = LIMIT): CallLog {
  const counter = new CallCounter();
  const text = new LogText(counter);
  for (const [index, piece] of pieces.entries()) text.add(piece, index === pieces.length - 1);
  return counter.result(limit);
}

export const countLines = (lines: readonly string[], limit = LIMIT): CallLog =>
  countPieces([lines.join('\n')], limit);

export async function logOf(file: Blob): Promise<CallLog> {
  const result = await readCallLog(file, LIMIT);
  if ('refused' in result) throw new Error(`refused: ${JSON.stringify(result.refused)}`);
  return result.log;
}

export async function refusalOf(file: Blob): Promise<LogRefusal> {
  const result = await readCallLog(file, LIMIT);
  if ('log' in result) throw new Error('was not refused');
  return result.refused;
}
