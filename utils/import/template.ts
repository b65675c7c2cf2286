import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Language } from '../i18n/translate.ts';
import { workbookParts, XLSX_TYPE } from '../spreadsheet/workbook.ts';
import { COLUMNS, type ColumnId, EXAMPLE_ID } from './columns.ts';

export type TemplateFormat = 'csv' | 'xlsx';

/** One row that the importer takes, to be written over. It shows each notation once. */
const EXAMPLE: Record<ColumnId, { zh_CN: string; en: string } | string> = {
  productId: EXAMPLE_ID,
  category: { zh_CN: '玩具', en: 'Toys' },
  destinations: { zh_CN: '法国、德国、英国', en: 'France, Germany, United Kingdom' },
  blocked: '-',
  marks: 'CE, UKCA',
  euName: 'Example GmbH',
  euAddress: 'Musterstr. 1, 10115 Berlin, Germany',
  euEmail: 'contact@example.com',
  gbName: 'Example Ltd',
  gbAddress: '1 Example Street, London E1 6AN, United Kingdom',
  gbEmail: 'contact@example.co.uk',
  registrations: 'CPNP:1234567 @2027-01-31; SCPN:7654321',
  certificates: 'CE:ABC-123 @2027-01-31',
  stock: '100',
};

function rowsOf(language: Language): string[][] {
  const header = COLUMNS.map((column) => column[language]);
  const example = COLUMNS.map(({ id }) => {
    const text = EXAMPLE[id];
    return typeof text === 'string' ? text : text[language];
  });
  return [header, example];
}

const csv = (language: Language): Blob =>
  // The byte order mark tells Excel that the file is UTF-8.
  new Blob([`\uFEFF${Papa.unparse(rowsOf(language), { newline: '\r\n' })}\r\n`], { type: 'text/csv' });

const SHEET_NAMES: Record<Language, string> = { zh_CN: '商品资料', en: 'Products' };

function xlsx(language: Language): Blob {
  const [titles = [], ...rows] = rowsOf(language);
  const columns = titles.map((title) => ({ title, width: 24, kind: 'text' as const }));
  const parts = workbookParts([{ name: SHEET_NAMES[language], columns, rows }]);
  const files = parts.map(({ path, pieces }) => [path, strToU8([...pieces].join(''))]);
  return new Blob([zipSync(Object.fromEntries(files))], { type: XLSX_TYPE });
}

/** The file that a seller fills in: headers in the language, every cell of the XLSX formatted as text. */
export const productTemplate = (format: TemplateFormat, language: Language): Blob =>
  format === 'csv' ? csv(language) : xlsx(language);
