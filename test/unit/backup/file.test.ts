import { describe, expect, it } from 'vitest';
import {
  type BackupHead,
  firstLines,
  LAST_LINE,
  type Row,
  readBackup,
  rowLines,
} from '../../../utils/backup/file.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { newStore } from '../../../utils/facts/store-record.ts';
import { NO_PACKS } from '../../../utils/packs/kept.ts';

const HEAD: BackupHead = {
  madeAt: '2026-11-22T08:00:00.000Z',
  extensionVersion: '0.1.0',
  packVersion: '2026.11.22',
  channelId: null,
  settings: { language: 'zh_CN', keys: null },
};

const ID = '1005000000000001';
const ROWS: Row[] = [
  ['store:1', { ...newStore('1', '2026-11-22T08:00:00.000Z'), name: '店"\n1' }],
  [`product:1:${ID}`, newProduct(ID)],
  ['set-aside:store:2', 'gone'],
];

const file = (rows: readonly Row[] = ROWS, head: BackupHead = HEAD): string =>
  firstLines(head) + rowLines(rows, true) + LAST_LINE;

describe('a backup', () => {
  it('is read as it was written, in however many parts', async () => {
    const parts = [ROWS.slice(0, 1), ROWS.slice(1)];
    const text =
      firstLines(HEAD) + parts.map((rows, place) => rowLines(rows, place === 0)).join('') + LAST_LINE;
    expect(text).toBe(file());
    expect(await readBackup(text)).toEqual({ ...HEAD, rows: ROWS, bad: [] });
    expect(await readBackup(`\uFEFF${text}`)).toEqual({ ...HEAD, rows: ROWS, bad: [] });
    expect(await readBackup(JSON.stringify(JSON.parse(text), null, 2))).toMatchObject({ rows: ROWS });
  });

  it('of nothing is a backup', async () => {
    expect(await readBackup(file([]))).toEqual({ ...HEAD, rows: [], bad: [] });
  });

  it('has a line for each record', () => {
    expect(file().trimEnd().split('\n')).toHaveLength(ROWS.length + 2);
  });

  it('names each record that can’t be restored, and goes on with the rest', async () => {
    const bad: Row[] = [
      ['store:2', newStore('3', 'now')],
      ['store:1', newStore('1', 'now')],
      ['future:1', {}],
      ['product:1:1', newProduct('1')],
    ];
    const text = file([...ROWS, ...bad]).replace(LAST_LINE, `,\n"no row"${LAST_LINE}`);
    expect(await readBackup(text)).toMatchObject({
      rows: ROWS,
      bad: [
        { key: 'store:2', problem: 'not-record' },
        { key: 'store:1', problem: 'twice' },
        { key: 'future:1', problem: 'unknown-kind' },
        { key: 'product:1:1', problem: 'unknown-kind' },
        { key: '8', problem: 'not-row' },
      ],
    });
  });

  it('brings no rule packs, which nobody would have signed, and nothing else that is of one browser alone', async () => {
    const own: Row[] = [
      ['packs', NO_PACKS],
      ['alerts:notified', {}],
      ['alerts:certificates', {}],
    ];
    expect(await readBackup(file([...ROWS, ...own]))).toMatchObject({
      rows: ROWS,
      bad: own.map(([key]) => ({ key, problem: 'unknown-kind' })),
    });
  });
});

describe('a file that is refused', () => {
  it.each([
    ['', { problem: 'empty' }],
    [' \n', { problem: 'empty' }],
    ['PK\u0003', { problem: 'not-json' }],
    ['[]', { problem: 'not-backup' }],
    ['{"managedLens":"site-map-patch","version":1,"taught":[]}', { problem: 'not-backup' }],
    [
      file().replace('"version":1,', '"version":2,').replace('0.1.0', '9.0'),
      { problem: 'newer', version: '9.0' },
    ],
    [file().replace('"madeAt":"2026', '"madeAt":"yesterday 2026'), { problem: 'damaged', line: 1 }],
  ])('says why: %j', async (text, problem) => {
    expect(await readBackup(text)).toEqual(problem);
  });

  it('for it was cut off, says at which line, wherever that is', async () => {
    const text = file();
    const lineAt = (place: number): number => text.slice(0, place).split('\n').length;
    for (let place = firstLines(HEAD).length; place < text.trimEnd().length; place += 7) {
      const read = await readBackup(text.slice(0, place));
      expect(read, String(place)).toMatchObject({ problem: 'damaged' });
      // Cut after a whole line, it is the line that is missing.
      expect([lineAt(place), lineAt(place) - 1]).toContain('line' in read ? read.line : 0);
    }
  });

  it('for it was damaged in the middle, says at which line', async () => {
    expect(await readBackup(file().replace('["product', '[product'))).toEqual({
      problem: 'damaged',
      line: 3,
    });
  });

  it('for a record in it is newer than this extension, as a whole', async () => {
    const newer: Row = ['store:2', { ...newStore('2', 'now'), version: 99 }];
    expect(await readBackup(file([...ROWS, newer]))).toEqual({ problem: 'newer', version: '0.1.0' });
  });
});
