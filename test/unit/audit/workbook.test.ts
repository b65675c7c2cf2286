import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exported } from '../../../utils/audit/export/files.ts';
import { reportOf } from '../../../utils/audit/export/report.ts';
import { NO_WORK } from '../../../utils/audit/work.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { workbookParts } from '../../../utils/spreadsheet/workbook.ts';
import { zipped } from '../../../utils/spreadsheet/zipped.ts';
import { cellsOf } from '../import/support.ts';
import { auditOf, batchOf, idOf, minute, seen, toy } from './support.ts';

const COMMAND = `=cmd|'/C calc'!A0`;
const column = (title: string, kind: 'text' | 'number' | 'date' = 'text') => ({ title, width: 12, kind });

const bookOf = (rows: (string | number | null)[][]) =>
  new Blob(
    [
      ...zipped(
        workbookParts([
          { name: 'A/B: [表]', columns: [column('ID'), column('数', 'number'), column('时', 'date')], rows },
        ]),
      ),
    ].map((bytes) => new Uint8Array(bytes)),
  );

describe('a workbook', () => {
  it('is read back as it was written', async () => {
    const odd = `${COMMAND} <b>&"' 儿童玩具 𠮷 _x0041_`;
    const rows = await cellsOf(
      bookOf([
        ['1005006123456789', 12, '2026-11-22T06:30:00.000Z'],
        [odd, null, 'no date'],
        ['a\u0000b\ud800', 1.5, null],
      ]),
    );
    expect(rows[0]).toEqual(['ID', '数', '时']);
    expect(rows[1]?.slice(0, 2)).toEqual(['1005006123456789', '12']);
    expect(rows[1]?.[2]).toContain('2026-11-22');
    expect(rows[2]).toEqual([odd, '', 'no date']);
    expect(rows[3]?.slice(0, 2)).toEqual(['a\uFFFDb\uFFFD', '1.5']);
  });

  it('names columns beyond Z', () => {
    const columns = Array.from({ length: 28 }, (_, index) => column(String(index)));
    const sheet = workbookParts([{ name: 'A', columns, rows: [] }]).find(({ path }) =>
      path.includes('sheet1'),
    );
    expect([...(sheet?.pieces ?? [])].join('')).toContain('<autoFilter ref="A1:AB1"/>');
  });
});

describe("a report's workbook", () => {
  const files = async () => {
    const audit = auditOf([
      batchOf(seen([1], { titles: { 1: COMMAND }, at: minute(1) }), [toy(1, { 'product.marks': [] })]),
    ]);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const report = reportOf(audit, [], NO_WORK, minute(2));
    for await (const piece of exported('xlsx', report, translator('zh_CN')))
      pieces.push(new Uint8Array(piece));
    return unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  };
  const textIn = (all: Record<string, Uint8Array>, path: string) => strFromU8(all[path] ?? new Uint8Array());

  it('has summary, findings, matrix, sources and what was not seen, each with header, filter and widths', async () => {
    const all = await files();
    const names = [...textIn(all, 'xl/workbook.xml').matchAll(/sheet name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['概要', '问题', '标签与国家', '规则与来源', '未见到']);
    const filters = [...textIn(all, 'xl/workbook.xml').matchAll(/hidden="1">([^<]+)</g)].map(
      ([, range]) => range,
    );
    expect(filters[4]).toBe("'未见到'!$A$1:$D$1");
    for (let sheet = 1; sheet <= names.length; sheet += 1) {
      const xml = textIn(all, `xl/worksheets/sheet${sheet}.xml`);
      expect(xml).toContain('ySplit="1"');
      expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml).toContain('customWidth="1"');
    }
  });

  it('keeps IDs and formulas as text, and numbers and times as numbers', async () => {
    const xml = textIn(await files(), 'xl/worksheets/sheet2.xml');
    expect(xml).not.toContain('<f>');
    expect(xml).toMatch(new RegExp(`<c r="E2" s="1" t="inlineStr"><is><t [^>]+>${idOf(1)}<`));
    expect(xml).toContain("=cmd|'/C calc'!A0</t>");
    expect(xml).toMatch(/<c r="L2" s="3"><v>1<\/v>/);
    expect(xml).toMatch(/<c r="N2" s="4"><v>46348\.33\d+<\/v>/);
  });
});
