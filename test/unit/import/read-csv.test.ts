import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../utils/import/read-table.ts';
import { cellsOf, csv, lazyFile, rowsOf } from './support.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const utf16 = (text: string, isLittle: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    bytes.setUint16(index * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(bytes.buffer);
};

/** GBK has no encoder in the platform: its two-byte characters, by decoding each. */
const GBK = new Map(
  Array.from({ length: 0x7e * 0xbe }, (_, index) => {
    const bytes = [0x81 + Math.floor(index / 0xbe), 0x40 + (index % 0xbe)] as const;
    const pair = bytes[1] === 0x7f ? [0x20] : bytes;
    return [new TextDecoder('gb18030').decode(new Uint8Array(pair)), pair] as const;
  }).filter(([text]) => text.length === 1 && text !== '\uFFFD'),
);
const gbk = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Array.from(text).flatMap((character) => [...(GBK.get(character) ?? [character.charCodeAt(0)])]),
  );

const ENCODERS: Record<string, (text: string) => BlobPart> = {
  'UTF-8': (text) => text,
  'UTF-8 with a mark': (text) => `\uFEFF${text}`,
  'UTF-16 LE': (text) => utf16(`\uFEFF${text}`, true),
  'UTF-16 BE': (text) => utf16(`\uFEFF${text}`, false),
  GBK: gbk,
};

const cell = fc.string({
  unit: fc.constantFrom(...'商品类目法国联通,;\t"\n \'=-1xé@'.replace('é', '')),
  maxLength: 8,
});
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('reading a CSV file', () => {
  it.each(Object.entries(ENCODERS))(
    'gives back any table written in %s with any separator',
    async (_, encode) => {
      const separators = fc.constantFrom(',', ';', '\t');
      const ends = fc.constantFrom('\n', '\r\n', '\r');
      await fc.assert(
        fc.asyncProperty(table, separators, ends, fc.boolean(), async (rows, separator, end, hasEnd) => {
          // The first row is the header: plain, so that the separator is the one that cuts it, and a word that is no UTF-8.
          const all = [rows[0]?.map((__, index) => `类目${index}`) ?? [], ...rows];
          const text = all.map((cells) => cells.map(quoted).join(separator)).join(end) + (hasEnd ? end : '');
          const expected = all.filter((cells) => cells.some((one) => one.trim() !== ''));
          expect(await cellsOf(new Blob([encode(text)]))).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('numbers rows as a spreadsheet program does', async () => {
    const rows = await rowsOf(csv('', 'a,b', ',', '"one\r\ntwo",x', '', 'last,'));
    expect(rows).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 4, cells: ['one\ntwo', 'x'] },
      { line: 6, cells: ['last', ''] },
    ]);
  });

  it('tells a row with wrong quotes, and how many lines it may have swallowed', async () => {
    const rows = await rowsOf(csv('a,b', 'x,"5" wide', 'y,1', 'z,"2"', 'w,3'));
    expect(rows.map(({ line, swallowed }) => [line, swallowed])).toEqual([
      [1, undefined],
      [2, 2],
      [3, undefined],
    ]);
  });

  it('reads lines, characters and line breaks across the borders of its pieces', async () => {
    const unit = (index: number) => `${String(index).padStart(6, '0')},"商品\r\n""${index % 10}"""\r\n`;
    const rows = await rowsOf(lazyFile('号,名\r\n', unit, 40_000));
    expect(rows).toHaveLength(40_001);
    const wrong = rows.slice(1).filter(({ line, cells }, index) => {
      const expected = [String(index).padStart(6, '0'), `商品\n"${index % 10}"`];
      return line !== index + 2 || cells.join() !== expected.join();
    });
    expect(wrong).toEqual([]);
  });

  it('refuses a quote that nothing closes before it has gathered the file', async () => {
    const rows = rowsOf(lazyFile('a,b\r\n1,"x\r\n', () => 'some text,\r\n', 400_000));
    await expect(rows).rejects.toMatchObject({ reason: { problem: 'open-quote', args: [2] } });
  });

  it('stops at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const seen: number[] = [];
    const reading = async () => {
      for await (const rows of readTable(
        lazyFile('a,b\n', () => '1,2\n', 1_000_000),
        cancel,
      )) {
        seen.push(rows.length);
        cancel.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
  });
});
