import { folded } from '../import/columns.ts';
import type { LineFault } from './problems.ts';
import { type CallTime, timeIn } from './time.ts';

/** What a column or field with the time of a call is called, without marks and case. */
const TIME_NAMES = new Set([
  'time',
  'timestamp',
  'ts',
  'date',
  'datetime',
  'calltime',
  'createdat',
  'createdtime',
  'createtime',
  'eventtime',
  'gmtcreate',
  'logtime',
  'requesttime',
  'starttime',
  'timeiso8601',
  'timelocal',
  '时间',
  '时间戳',
  '日期',
  '日期时间',
  '日志时间',
  '请求时间',
  '调用时间',
  '接口调用时间',
  '创建时间',
  '发生时间',
  '开始时间',
]);

const isTimeName = (name: string): boolean => TIME_NAMES.has(folded(name).replace(/[@_.\-"']/g, ''));

/** Where a table's header has cells for the time: one, or a day and a time beside each other. */
export const timeColumns = (header: readonly string[]): number[] =>
  header.flatMap((name, index) => (isTimeName(name) ? [index] : []));

/** Whether a line is the header of a table with a column for the time, whatever separates its cells. */
export const isHeader = (line: string): boolean =>
  line.split(/[,;\t]/).some(isTimeName) && typeof timeIn(line) === 'string';

/** The time in a row's cells. */
export const timeInCells = (cells: readonly (string | undefined)[]): CallTime | LineFault =>
  timeIn(cells.map((cell = '') => cell.trim()).join(','));

function timeInObject(line: string): CallTime | LineFault {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line);
  } catch {
    return 'not-json';
  }
  const times = Object.entries(fields).filter(([name]) => isTimeName(name));
  return timeInCells(times.map(([, value]) => String(value)));
}

/** The time of a line of a log: an object of NDJSON, or a text with its time near the beginning. */
export const timeInLine = (line: string): CallTime | LineFault =>
  /^\s*\{/.test(line) ? timeInObject(line) : timeIn(line.trimStart());
