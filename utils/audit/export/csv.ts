import Papa from 'papaparse';
import type { Translator } from '../../i18n/translate.ts';
import type { Cell } from '../../spreadsheet/workbook.ts';
import type { Report } from './report.ts';
import { tableOf } from './tables.ts';

/** What a spreadsheet may take for a formula, also after spaces and in the wide forms of Chinese input. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** RFC 4180; a text that would be a formula has an apostrophe before it. */
const line = (cells: readonly Cell[]): string =>
  `${Papa.unparse([cells], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;

/** The findings as CSV, row by row. */
export function* csv(report: Report, t: Translator): Generator<string> {
  const { columns, rows } = tableOf('findings', report, t);
  // The byte order mark tells Excel that the file is UTF-8.
  yield `\uFEFF${line(columns.map(({ title }) => title))}`;
  for (const cells of rows) yield line(cells);
}
