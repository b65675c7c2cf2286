import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../utils/audit/export/csv.ts';
import { reportOf } from '../../../utils/audit/export/report.ts';
import { tableOf } from '../../../utils/audit/export/tables.ts';
import { NO_WORK } from '../../../utils/audit/work.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { workbookParts } from '../../../utils/spreadsheet/workbook.ts';
import { zipped } from '../../../utils/spreadsheet/zipped.ts';
import { cellsOf } from '../import/support.ts';
import { auditOf, batchOf, minute, seen } from './support.ts';

const TITLE = 5;

/** Any text that a page may show, and what spreadsheets are attacked with. */
const anyTitle = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\n', "'", '＝', '<', '&', '_x000A_', '玩'),
  }),
);

const reportWith = (titles: readonly string[]) => {
  const numbers = titles.map((_, index) => index + 1);
  const named = Object.fromEntries(titles.map((title, index) => [index + 1, title]));
  return reportOf(auditOf([batchOf(seen(numbers, { titles: named }))]), [], NO_WORK, minute(1));
};

/** As a reader of files gives a cell back: without space around it, and with one kind of line end. */
const read = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

const t = translator('zh_CN');
const titlesIn = (rows: string[][]): Set<string> =>
  new Set(rows.slice(1).map((cells) => read(cells[TITLE] ?? '')));

describe('titles of any kind', () => {
  it('come back from a CSV, with an apostrophe before what would be a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTitle, { minLength: 1, maxLength: 5 }), async (titles) => {
        const rows = await cellsOf(new Blob([...csv(reportWith(titles), t)]));
        const found = titlesIn(rows);
        for (const title of titles) {
          const isFormula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(title);
          expect(found).toContain(read(isFormula ? `'${title}` : title));
        }
        for (const title of found) expect(title).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
      { numRuns: 60 },
    );
  });

  it('come back from a workbook as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTitle, { minLength: 1, maxLength: 5 }), async (titles) => {
        const bytes = [...zipped(workbookParts([tableOf('findings', reportWith(titles), t)]))];
        const found = titlesIn(await cellsOf(new Blob(bytes.map((each) => new Uint8Array(each)))));
        for (const title of titles) expect(found).toContain(read(title));
      }),
      { numRuns: 60 },
    );
  });
});
