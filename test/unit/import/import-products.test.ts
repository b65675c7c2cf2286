import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProducts } from '../../../utils/import/import-products.ts';
import { productTemplate } from '../../../utils/import/template.ts';
import { factsSchema } from '../../../utils/rules/facts.ts';
import { cellsOf, csv, lazyFile, refusalOf, summaryOf } from './support.ts';
import { textRow, xlsx } from './workbooks.ts';

const HEADER = '商品ID,类目,目的国,库存';
const id = (index: number): string => `1005006${String(index).padStart(9, '0')}`;

/** Ten thousand rows of which each hundredth is bad, each tenth of those in another way. */
function manyRows(): string[][] {
  const bad = ['家具', '玩 具 车', '#REF!', 'toy', '玩具!'];
  return Array.from({ length: 10_000 }, (_, index) => {
    const category = index % 100 === 99 ? (bad[Math.floor(index / 100) % bad.length] ?? '') : '玩具';
    return [id(index), category, '法国、德国', String(index)];
  });
}
const badLines = Array.from({ length: 100 }, (_, index) => (index + 1) * 100 + 1);

describe('importing products', { timeout: 30_000 }, () => {
  it.each(['csv', 'xlsx'])('keeps 9,900 of 10,000 rows of %s and names 100', async (format) => {
    const lines = manyRows().map((cells) => cells.join(','));
    const sheet = () => [HEADER.split(','), ...manyRows()].map((cells) => textRow(...cells)).join('');
    const file = format === 'csv' ? csv(HEADER, ...lines) : xlsx({ sheet: sheet() });
    const progress: number[] = [];
    const { good, bad, rows } = await summaryOf(file, {
      onProgress: (done, total) => progress.push(done / total),
    });
    expect([rows, good.length, bad.length]).toEqual([10_000, 9900, 100]);
    expect(bad.map(({ line }) => line)).toEqual(badLines);
    expect(bad.every(({ problems }) => problems[0]?.column === 'category')).toBe(true);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
  });

  it('takes a product once, and names the line it stood in before', async () => {
    const lines = [`${id(1)},玩具,,`, `${id(2)},?,,`, `${id(1)},电池,,`, `${id(2)},玩具,,`];
    const { good, bad } = await summaryOf(csv(HEADER, ...lines));
    expect(good.map(({ line }) => line)).toEqual([2]);
    expect(
      bad.map(({ line, problems }) => [line, problems.map(({ problem, args }) => [problem, args])]),
    ).toEqual([
      [3, [['category-unknown', ['?']]]],
      [4, [['product-twice', [2]]]],
      [5, [['product-twice', [3]]]],
    ]);
  });

  it('says how the file was read and what of it was not', async () => {
    const head = new TextEncoder().encode('Product ID;Category;Note\n');
    const row = [...new TextEncoder().encode(`${id(1)};`), 0xcd, 0xe6, 0xbe, 0xdf, 0x3b, 0x31, 0x0a];
    const gbk = await summaryOf(new Blob([head, new Uint8Array(row)]));
    expect(gbk).toMatchObject({ readAs: { kind: 'csv', encoding: 'gb18030' }, ignoredColumns: ['Note'] });
    expect(gbk.good).toMatchObject([{ facts: { category: 'toys' } }]);
    const sheet = textRow('Product ID', 'Stock') + textRow(id(1), '2');
    expect(await summaryOf(xlsx({ sheet }))).toMatchObject({ readAs: { kind: 'xlsx', sheet: 'Data' } });
  });

  it('doubts long IDs that all end in zero', async () => {
    const zeros = Array.from({ length: 5 }, (_, index) => `${id(index * 10)},玩具,,`);
    expect((await summaryOf(csv(HEADER, ...zeros))).areIdsDoubtful).toBe(true);
    expect((await summaryOf(csv(HEADER, ...zeros, `${id(1)},玩具,,`))).areIdsDoubtful).toBe(false);
  });
});

// Long limits: on a machine that does other things too these take several times as long as alone.
describe('a file of 50 MB', { timeout: 60_000 }, () => {
  const SIZE = 50 * 1024 * 1024;
  const ROW_BYTES = 331;
  const ROWS = Math.ceil(SIZE / ROW_BYTES);
  const text = 'x'.repeat(300);
  const large = lazyFile(
    '商品ID,类目,备注,库存\n',
    (index) => `${id(index)},玩具,${text},${String(index).padStart(6, '0')}\n`,
    ROWS,
  );

  it('is read in pieces, with progress, and other events have their turn', async () => {
    const progress: number[] = [];
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const { good, bad } = await summaryOf(large, { onProgress: (done) => progress.push(done) });
    isOver = true;
    expect(large.size).toBeGreaterThan(SIZE);
    expect([good.length, bad.length]).toEqual([ROWS, 0]);
    expect(progress.length).toBeGreaterThanOrEqual(200);
    expect(turns).toBeGreaterThan(200);
  });

  it('can be cancelled', async () => {
    const cancel = new AbortController();
    const pieces: number[] = [];
    const onProgress = (done: number) => {
      pieces.push(done);
      if (pieces.length === 3) cancel.abort();
    };
    const result = importProducts(large, { signal: cancel.signal, onProgress });
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(pieces).toHaveLength(3);
    await expect(importProducts(large, { signal: cancel.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('is refused where it has more rows than one import takes', async () => {
    const file = lazyFile('商品ID,类目\n', (index) => `${id(index)},玩具\n`, 350_000);
    expect(await refusalOf(file)).toEqual({ problem: 'too-many-rows', args: [300_000] });
    const huge = lazyFile('商品ID,类目\n', () => `${id(0)},玩具\n`, 5_000_000);
    expect(await refusalOf(huge)).toEqual({ problem: 'file-too-large', args: [100] });
  });
});

describe('the template', () => {
  it.each([
    ['csv', 'zh_CN'],
    ['csv', 'en'],
    ['xlsx', 'zh_CN'],
    ['xlsx', 'en'],
  ] as const)('as %s in %s is taken as it is', async (format, language) => {
    const file = productTemplate(format, language);
    const { good, bad, ignoredColumns } = await summaryOf(file);
    expect([bad, ignoredColumns]).toEqual([[], []]);
    expect(good).toMatchObject([{ productId: '1005000000000001', stock: 100, facts: { category: 'toys' } }]);
    expect(factsSchema.safeParse({ product: { id: '1', ...good[0]?.facts } }).error).toBeUndefined();
    expect((await cellsOf(file))[0]?.[0]).toBe(language === 'en' ? 'Product ID' : '商品ID');
  });

  it('shows the same in both formats', async () => {
    const cells = async (format: 'csv' | 'xlsx') => cellsOf(productTemplate(format, 'zh_CN'));
    expect(await cells('xlsx')).toEqual(await cells('csv'));
  });
});

describe('a file that is something else', () => {
  const bytes = (...values: number[]) => new Blob([new Uint8Array([...values, ...Array(600).fill(0)])]);
  const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const wide = (text: string) => Array.from(text).flatMap((character) => [character.charCodeAt(0), 0]);

  it.each([
    ['nothing', new Blob([]), { problem: 'empty-file' }],
    ['blank lines', new Blob(['\uFEFF\r\n , \r\n']), { problem: 'empty-file' }],
    ['a header alone', csv(HEADER), { problem: 'no-rows' }],
    ['an old .xls', bytes(...ole2), { problem: 'old-xls' }],
    ['an encrypted .xlsx', bytes(...ole2, ...wide('EncryptedPackage')), { problem: 'encrypted' }],
    ['a PDF', new Blob(['%PDF-1.7\n']), { problem: 'pdf' }],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47), { problem: 'image' }],
    ['a bitmap', bytes(0x42, 0x4d, 0x00), { problem: 'image' }],
    ['a RAR', new Blob(['Rar!\x1a']), { problem: 'archive' }],
    ['HTML named .xls', new Blob(['\r\n<html><table>']), { problem: 'markup' }],
    ['XML named .xls', new Blob(['\uFEFF<?xml version="1.0"?><Workbook>']), { problem: 'markup' }],
    ['zero bytes', bytes(0x41), { problem: 'not-text' }],
    ['bytes of no encoding', new Blob([new Uint8Array([0x41, 0xff, 0xff, 0x2c])]), { problem: 'encoding' }],
    ['half a UTF-16', new Blob([new Uint8Array([0xff, 0xfe, 0x41])]), { problem: 'encoding' }],
    ['another table', csv('a,b', '1,2'), { problem: 'header-unknown', args: ['a | b'] }],
    ['an open quote in the header', csv('商品ID,"类目', '1,2'), { problem: 'open-quote', args: [1] }],
  ])('%s is refused', async (_, file, refusal) => {
    expect(await refusalOf(file)).toEqual(refusal);
  });

  it('is refused where it can not be read any more', async () => {
    const file = {
      size: 5,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) }),
    };
    expect(await refusalOf(file as unknown as Blob)).toEqual({ problem: 'not-readable' });
  });

  it('never throws, whatever its bytes are', async () => {
    const whole = new Uint8Array(await productTemplate('xlsx', 'en').arrayBuffer());
    const start = fc.constantFrom('', 'PK\x03\x04', '\uFEFF', '商品ID,类目\n', '"', '<');
    const anything = fc
      .tuple(start, fc.uint8Array({ maxLength: 300 }))
      .map(([text, rest]) => new Blob([text, new Uint8Array(rest)]));
    const damaged = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const copy = whole.slice();
        for (const [place, value] of changes) copy[place] = value;
        return new Blob([copy]);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, damaged), async (file) => {
        const result = await importProducts(file);
        expect('refused' in result || result.rows === result.good.length + result.bad.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

it('needs nothing that an extension forbids', () => {
  for (const name of ['papaparse/papaparse.min.js', 'fflate/esm/browser.js', 'saxes/saxes.js']) {
    expect(readFileSync(`node_modules/${name}`, 'utf8')).not.toMatch(/\beval\(|new Function/);
  }
});
