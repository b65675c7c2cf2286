import { describe, expect, it } from 'vitest';
import { isHeader, timeInLine } from '../../../utils/calls/line.ts';
import { timeInText } from '../../../utils/calls/time.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;

const TEN = at('2026-11-22T10:00:00Z');
const TEN_IN_CHINA = at('2026-11-22T10:00:00+08:00');

describe('the time of a line', () => {
  it.each([
    ['2026-11-22 10:00:00 INFO call', TEN],
    ['2026-11-22T10:00:00 call', TEN],
    ['[2026-11-22 10:00:00,123] INFO call', TEN],
    ['2026-11-22 10:00:00.123456789 call', TEN],
    ['INFO  [main] 2026-11-22 10:00:00 - 42 calls', TEN],
    ['2026/11/22 10:00:00 GET /x', TEN],
    ['2026.11.22 10:00:00', TEN],
    ['2026-1-2 3:04:05', at('2026-01-02T03:04:05Z')],
    ['2026年11月22日 10:00:00 调用', TEN],
    ['"2026-11-22","10:00:00",200', TEN],
    ['2026-11-22\t10:00:00\t200', TEN],
    ['2026-11-22 10:00:00-10:05:00 GET', TEN],
    ['{"date":"2026-11-22","time":"10:00:00"}', TEN],
    ['{"time":"10:00:00","date":"2026-11-22"}', TEN],
    ['{"time":"2026-11-22 10:00:00","timestamp":"2026-11-22 10:00:00"}', TEN],
    ['{"createTime":"2026-11-20 09:00:00","callTime":"2026-11-22 10:00:00"}', TEN],
    ['{"request_time":0.123,"time":"2026-11-22 10:00:00"}', TEN],
    ['2026-11-22 10:00:00,2026-11-22 10:00:00,GET', TEN],
  ])('%s has no zone', (line, second) => {
    expect(timeInLine(line)).toEqual({ second, hasZone: false, hasSeconds: true });
  });

  it.each([
    ['2026-11-22T10:00:00Z', TEN],
    ['2026-11-22T10:00:00.999Z GET', TEN],
    ['2026-11-22T10:00:00+08:00', TEN_IN_CHINA],
    ['2026-11-22 10:00:00 +0800 GET', TEN_IN_CHINA],
    ['2026-11-22T04:30:00-05:30 GET', TEN],
    ['2026-11-22 10:00:00 UTC', TEN],
    ['127.0.0.1 - - [22/Nov/2026:10:00:00 +0800] "GET /x HTTP/1.1" 200', TEN_IN_CHINA],
    ['Sun, 22 Nov 2026 10:00:00 GMT GET', TEN],
    [`${TEN}.25 GET /x`, TEN],
    [`[${TEN}.25] GET /x`, TEN],
    [`{"time":${TEN}}`, TEN],
    [`{"ts":${TEN}999}`, TEN],
    [`{"ts":"${TEN}999000"}`, TEN],
    [`{"ts":"${TEN}999000000"}`, TEN],
    [`{"time":"[${TEN}.25]"}`, TEN],
    [`{"level":"info","@timestamp":"2026-11-22T10:00:00Z"}`, TEN],
    [`{"request_time":0.123,"time_local":"22/Nov/2026:10:00:00 +0800"}`, TEN_IN_CHINA],
    [`{"请求时间":"${TEN}000","接口":"x"}`, TEN],
  ])('%s has a zone', (line, second) => {
    expect(timeInLine(line)).toEqual({ second, hasZone: true, hasSeconds: true });
  });

  it('may be without seconds', () => {
    expect(timeInText('2026/11/22 10:00,GET')).toEqual({ second: TEN, hasZone: false, hasSeconds: false });
    expect(timeInText('2026-11-22T10:00Z')).toEqual({ second: TEN, hasZone: true, hasSeconds: false });
  });

  it.each([
    ['03/04/2026 10:00:00 GET', 'day-order'],
    ['25/12/2026 10:00:00 GET', 'day-order'],
    ['03-04-26 10:00:00 GET', 'day-order'],
    ['2026-02-30 10:00:00 GET', 'impossible'],
    ['2026-13-01 10:00:00 GET', 'impossible'],
    ['2026-11-22 24:00:01 GET', 'impossible'],
    ['2026-11-22 10:60:00 GET', 'impossible'],
    ['2026-11-22T10:00:00+99:00 GET', 'impossible'],
    ['2026-11-22 GET', 'no-time'],
    ['10:00:00 GET', 'no-time'],
    ['2026-11-22 10:00:00 PM GET', 'no-time'],
    ['2026-11-22 10:00:00.123 PM GET', 'no-time'],
    ['2026-11-22 10:00:00,123 p.m. GET', 'no-time'],
    ['2026-11-22 10:00 PM GET', 'no-time'],
    ['2026-11-22 10:00:00 下午 GET', 'no-time'],
    // An order's number where nothing says that it is a time.
    [`${TEN} GET /x`, 'no-time'],
    [`${TEN}, 10:00:00 GET`, 'no-time'],
    [`[${TEN}999] GET /x`, 'no-time'],
    [`GET,/x,${TEN}999000`, 'no-time'],
    [`${TEN}999000000`, 'no-time'],
    [`2026-11-20 09:00:00,"2026-11-22 10:00:00",GET`, 'several-times'],
    ['{"createTime":"2026-11-20 09:00:00","time":"2026-11-22 10:00:00"}', 'several-times'],
    ['{"createTime":"20/11/2026 09:00:00","time":"2026-11-22 10:00:00"}', 'several-times'],
    ['{"createTime":"2026-11-20 09:00:00","date":"2026-11-22","time":"10:00:00"}', 'several-times'],
    ['{"date":"2026-11-22","startTime":"09:00:00","time":"10:00:00"}', 'several-times'],
    ['{"callTime":"2026-11-22 10:00:00","requestTime":"2026-11-22 10:00:01"}', 'several-times'],
    ['1005001234567890,GET', 'no-time'],
    ['4999999999 GET', 'no-time'],
    ['    at call (main.js:10:15)', 'no-time'],
    [`${'x'.repeat(200)} 2026-11-22 10:00:00`, 'no-time'],
    ['{"time":"2026-11-22T10:00:00Z"', 'not-json'],
    ['{"message":"2026-11-22T10:00:00Z"}', 'no-time'],
    ['{"time":null}', 'no-time'],
    ['{"time":"03/04/2026 10:00:00"}', 'day-order'],
  ])('is not guessed of %s', (line, fault) => {
    expect(timeInLine(line)).toBe(fault);
  });
});

describe('the header of a table', () => {
  it.each([
    '时间,接口,状态',
    'id;timestamp;path',
    'path\t"Request Time"',
    'ts',
    '调用时间',
    'date,time,path',
  ])('is %s', (line) => {
    expect(isHeader(line)).toBe(true);
  });

  it.each(['path,status', '2026-11-22 10:00:00,time', 'it is time to go', '{"time":1}'])(
    'is not %s',
    (line) => {
      expect(isHeader(line)).toBe(false);
    },
  );
});
