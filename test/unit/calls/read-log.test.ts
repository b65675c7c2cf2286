import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCallLog } from '../../../utils/calls/read-log.ts';
import { lazyFile } from '../import/support.ts';
import { LIMIT, lineAt, linesAt, logOf, refusalOf, TEN } from './support.ts';

const log = (...lines: string[]): Blob => new Blob([lines.join('\n')]);

const bytes = (...numbers: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(numbers);

describe('a log', () => {
  it('is lines with a time', async () => {
    const { calls, unreadable } = await logOf(log(...linesAt([0, 3]), '\tat main.js:10', ...linesAt([1, 2])));
    expect([calls, unreadable.count]).toEqual([5, 1]);
  });

  it('is an object a line', async () => {
    const lines = [0, 1, 2].map((after) => JSON.stringify({ path: '/x', ts: (TEN + after) * 1000 }));
    const { calls, unreadable, from } = await logOf(log(...lines, '{"ts":'));
    expect([calls, from]).toEqual([3, TEN]);
    expect(unreadable.first).toEqual([{ line: 4, fault: 'not-json', sample: '{"ts":' }]);
  });

  it('is a table with a column for the time, and quoted line breaks in its rows', async () => {
    const { calls, unreadable } = await logOf(
      log('接口;备注;请求时间', '/x;"two\nlines";2026/11/22 10:00:00', '/y;;', '/z;ok;2026/11/22 10:00:01'),
    );
    expect(calls).toBe(2);
    expect(unreadable).toEqual({ count: 1, first: [{ line: 4, fault: 'no-time', sample: '/y, ,' }] });
  });

  it('is a table with the day and the time of day in two columns', async () => {
    const { calls, to } = await logOf(
      log('Date,Time,Path', '2026-11-22,10:00:00,/x', '2026-11-22,10:00:30,/y'),
    );
    expect([calls, to]).toEqual([2, Date.parse('2026-11-22T10:00:30Z') / 1000]);
  });

  it('is a table without a header that is known', async () => {
    const rows = ['path,when', '/x,2026-11-22 10:00:00', '/y,2026-11-22 10:00:01'];
    const { calls, unreadable } = await logOf(log(...rows));
    expect([calls, unreadable.count]).toEqual([2, 1]);
  });

  it('with two columns for a time is counted by the one that is named the call’s', async () => {
    const rows = Array.from(
      { length: 600 },
      (_, index) => `2026-11-20 09:${10 + (index % 50)}:00,2026-11-22 10:00:30,/x`,
    );
    const { clockMinute } = await logOf(log('创建时间,调用时间,接口', ...rows));
    expect(clockMinute).toEqual({ least: 600, most: 600 });
  });

  it('with two columns for a time and none named so is not counted by the first', async () => {
    const rows = ['2026-11-20 09:00:00,2026-11-22 10:00:30,/x', '2026-11-22 10:00:30,2026-11-22 10:00:30,/y'];
    const { calls, unreadable } = await logOf(log('创建时间,发生时间,接口', ...rows));
    expect(calls).toBe(1);
    expect(unreadable.first.map(({ line, fault }) => [line, fault])).toEqual([[2, 'several-times']]);
  });

  it('counts every line that a wrong quotation mark swallowed as unreadable', async () => {
    const rows = ['time,note', `${TEN},x`, `${TEN},"5" wide`, `${TEN},y`, `${TEN},"z"`, `${TEN},w`];
    const { calls, unreadable } = await logOf(log(...rows));
    expect(unreadable.first.map(({ line, fault }) => [line, fault])).toEqual([[3, 'quotes']]);
    expect(calls + unreadable.count).toBe(5);
  });

  it('takes lines between two quotation marks that are perhaps no pair for perhaps calls', async () => {
    const rows = ['time,note', `${TEN},"so`, `${TEN},5"`, `${TEN},"two\nlines"`];
    const { calls, unreadable } = await logOf(log(...rows));
    expect([calls, unreadable.count]).toEqual([2, 1]);
    expect(unreadable.first).toEqual([{ line: 2, fault: 'quotes', sample: `${TEN}, so ${TEN},5` }]);
  });

  it('may be UTF-8 with a mark, UTF-16, GBK, or damaged where it was cut', async () => {
    const text = `接口,时间\n/x,2026-11-22 10:00:00`;
    const utf16 = new Uint8Array(
      new Uint16Array(Array.from(`\uFEFF${text}`, (one) => one.charCodeAt(0))).buffer,
    );
    const gbk = bytes(0xbd, 0xd3, 0xbf, 0xda, 0x2c, 0xca, 0xb1, 0xbc, 0xe4);
    for (const file of [
      new Blob([`\uFEFF${text}`]),
      new Blob([utf16]),
      new Blob([gbk, '\r\n/x,2026-11-22 10:00:00\r\n']),
    ]) {
      expect(await logOf(file)).toMatchObject({ calls: 1, unreadable: { count: 0 } });
    }
    const cut = new Blob([bytes(0xb4, 0xff), ` tail\n${lineAt(TEN)} 接口\n`]);
    expect(await logOf(cut)).toMatchObject({ calls: 1, unreadable: { count: 1 } });
  });

  it('is UTF-8 too where it was cut inside a character', async () => {
    const called = { calls: 600, from: Date.parse('2026-11-22T10:00:30Z') / 1000 };
    const row = '2026-11-20 09:00:00,2026-11-22 10:00:30,推送\n';
    const table = new TextEncoder().encode(`订单创建时间点,调用时间,接口\n${row.repeat(600)}`);
    const lines = new TextEncoder().encode('推送 2026年11月22日 10:00:30\n'.repeat(600));
    for (const lost of [1, 2]) {
      expect(await logOf(new Blob([table.slice(0, -1 - lost)]))).toMatchObject(called);
      expect(await logOf(new Blob([lines.slice(lost)]))).toMatchObject(called);
    }
  });

  it('takes no line for another where one is longer than what is looked at', async () => {
    const long = `${lineAt(TEN)} ${'x'.repeat(3 * 1024 * 1024)}`;
    expect((await logOf(log(long, lineAt(TEN + 1), long))).calls).toBe(3);
  });
});

describe('what is no log', () => {
  it.each([
    ['nothing', new Blob([]), 'empty'],
    ['blank lines', log('', '  ', ''), 'empty'],
    ['a zip file or workbook', new Blob([zipSync({ a: bytes(1) })]), 'packed'],
    ['a gzip file', new Blob([bytes(0x1f, 0x8b, 8, 0, 0, 0, 0)]), 'packed'],
    ['a picture', new Blob([bytes(0x89), 'PNG\r\n', bytes(0x1a)]), 'no-text'],
    ['a PDF', log('%PDF-1.7'), 'no-text'],
    ['an array in one line', log(JSON.stringify([{ time: TEN }, { time: TEN }])), 'json-array'],
    ['an array in many lines', log('[', '  {', `    "time": ${TEN}`, '  }', ']'), 'json-array'],
    ['a program', new Blob([bytes(0x7f), 'ELF', bytes(0, 0, 0, 1)]), 'no-text'],
  ])('%s is refused', async (_, file, problem) => {
    expect(await refusalOf(file)).toMatchObject({ problem });
  });

  it('says of lines without any time which they are', async () => {
    expect(await refusalOf(log('03/04/2026 10:00:00', 'x'))).toEqual({
      problem: 'no-times',
      unreadable: {
        count: 2,
        first: [
          { line: 1, fault: 'day-order', sample: '03/04/2026 10:00:00' },
          { line: 2, fault: 'no-time', sample: 'x' },
        ],
      },
    });
  });

  it('has calls in more minutes than are kept at once', async () => {
    const line = (index: number) => `${lineAt(TEN + index * 60)}\n`;
    const result = await refusalOf(lazyFile('', line, 92 * 24 * 60 + 1));
    expect(result).toEqual({ problem: 'too-many-minutes', args: [92] });
  });

  it('was moved while it was read', async () => {
    const file = {
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
    };
    expect(await refusalOf(file as unknown as Blob)).toEqual({ problem: 'not-readable' });
  });
});

describe('a long log', () => {
  const line = (index: number) =>
    `${lineAt(TEN + Math.floor(index / 8))}?id=${String(index).padStart(60, '0')}\n`;
  const count = Math.floor((20 * 1024 * 1024) / line(0).length);
  const file = lazyFile('', line, count);

  it('is read piece by piece, with progress to its end', async () => {
    const done: number[] = [];
    let largest = 0;
    const watched = {
      size: file.size,
      slice: (start: number, end: number) => {
        largest = Math.max(largest, end - start);
        return file.slice(start, end);
      },
    };
    const onProgress = (bytesDone: number) => void done.push(bytesDone);
    const result = await readCallLog(watched as unknown as Blob, LIMIT, { onProgress });
    expect(result).toMatchObject({ log: { calls: count, clockMinute: { least: 480, most: 480 } } });
    expect(largest).toBeLessThan(1024 * 1024);
    expect(done.length).toBeGreaterThan(50);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(done.at(-1)).toBe(file.size);
  });

  it('stops where it is cancelled', async () => {
    const controller = new AbortController();
    const pieces: number[] = [];
    const onProgress = (bytesDone: number) => {
      pieces.push(bytesDone);
      if (pieces.length === 3) controller.abort(new Error('cancelled'));
    };
    const reading = readCallLog(file, LIMIT, { onProgress, signal: controller.signal });
    await expect(reading).rejects.toThrow('cancelled');
    expect(pieces).toHaveLength(3);
  });
});
