import { folded } from '../import/columns.ts';
import type { LineFault } from './problems.ts';
import { type CallTime, HEAD, timeInCell, timeInText } from './time.ts';

/** What a column or field with the time of the call itself is called, without marks and case. */
const CALL_NAMES = new Set(['calltime', 'requesttime', '请求时间', '调用时间', '接口调用时间']);

/** The same of one with a time that may be the call's. */
const TIME_NAMES = new Set([
  ...CALL_NAMES,
  'time',
  'timestamp',
  'ts',
  'date',
  'datetime',
  'createdat',
  'createdtime',
  'createtime',
  'eventtime',
  'gmtcreate',
  'logtime',
  'starttime',
  'timeiso8601',
  'timelocal',
  '时间',
  '时间戳',
  '日期',
  '日期时间',
  '日志时间',
  '创建时间',
  '发生时间',
  '开始时间',
]);

const bare = (name: string): string => folded(name).replace(/[@_.\-"']/g, '');

const isTimeName = (name: string): boolean => TIME_NAMES.has(bare(name));

/** A column or field that is named as one for a time. */
export interface TimeColumn {
  index: number;
  isCall: boolean;
}

/** Where a table's header has cells for the time: one, several, or a day and a time beside each other. */
export const timeColumns = (header: readonly string[]): TimeColumn[] =>
  header.flatMap((name, index) => (isTimeName(name) ? [{ index, isCall: CALL_NAMES.has(bare(name)) }] : []));

/** Whether a line is the header of a table with a column for the time, whatever separates its cells. */
export const isHeader = (line: string): boolean =>
  line.split(/[,;\t]/).some(isTimeName) && typeof timeInCell(line) === 'string';

type Told = CallTime | LineFault;

const isTold = (time: Told): boolean => time !== 'no-time';

/** The times that cells tell: each by itself, and the others by two, a day and a time of day. */
function timesOf(cells: readonly string[]): Told[] {
  const whole = cells.map(timeInCell);
  const parts = cells.filter((_, index) => whole[index] === 'no-time');
  const pairs = parts.flatMap((day) => parts.map((clock) => timeInCell(`${day},${clock}`)));
  return [...whole, ...pairs].filter(isTold);
}

/** What is told, where all of it is the same: which of several times is the call's, nothing says. */
function agreed(times: readonly Told[]): Told {
  const moments = new Set(times.map((time) => (typeof time === 'string' ? time : time.second)));
  return moments.size > 1 ? 'several-times' : (times[0] ?? 'no-time');
}

/** The time in the cells of a row: that of the call where a column is named so, as far as it has a time. */
export function timeInRow(cells: readonly unknown[], columns: readonly TimeColumn[]): Told {
  const textOf = ({ index }: TimeColumn): string => String(cells[index] ?? '').trim();
  const times = timesOf(columns.filter(({ isCall }) => isCall).map(textOf));
  return agreed(times.length > 0 ? times : timesOf(columns.map(textOf)));
}

function timeInObject(line: string): Told {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line);
  } catch {
    return 'not-json';
  }
  return timeInRow(Object.values(fields), timeColumns(Object.keys(fields)));
}

/** A cell that is a time and nothing else. */
const TIME_ALONE = /^[\d\s"/:.+年月日TZ-]{12,}$/;

/** The time near the beginning of a text, if it is not a row with several. */
function timeInPlain(line: string): Told {
  const time = timeInText(line);
  if (!isTold(time)) return time;
  const cells = line.slice(0, HEAD).split(/[,;\t]/);
  const alone = cells.filter((cell) => TIME_ALONE.test(cell)).map(timeInText);
  return agreed([time, ...alone.filter(isTold)]);
}

/** The time of a line of a log: an object of NDJSON, or a text with its time near the beginning. */
export const timeInLine = (line: string): Told =>
  /^\s*\{/.test(line) ? timeInObject(line) : timeInPlain(line.trimStart());
