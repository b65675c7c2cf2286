import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Language } from '../i18n/translate.ts';
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

const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const XLSX_TYPE = `${SHEET_TYPE}.sheet`;

const xml = (content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);

const relations = (...all: readonly (readonly [type: string, target: string])[]): Uint8Array => {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`);
};

const CONTENT_TYPES = xml(
  `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
);

/** Cell styles: 0 as Excel's own, 1 text (format 49), which keeps IDs whole, 2 the same in bold. */
const STYLES = xml(
  `<styleSheet ${MAIN}>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function sheet(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string, place: string, style: number): string =>
    `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const row = (texts: readonly string[], line: number): string => {
    const cells = texts.map((text, column) => cell(text, `${LETTERS[column]}${line}`, line === 1 ? 2 : 1));
    return `<row r="${line}">${cells.join('')}</row>`;
  };
  return xml(
    `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols><col min="1" max="${COLUMNS.length}" width="24" style="1" customWidth="1"/></cols>` +
      `<sheetData>${rows.map((texts, index) => row(texts, index + 1)).join('')}</sheetData></worksheet>`,
  );
}

const SHEET_NAMES: Record<Language, string> = { zh_CN: '商品资料', en: 'Products' };

function xlsx(language: Language): Blob {
  const workbook =
    `<workbook ${MAIN} xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>` +
    `<sheets><sheet name="${SHEET_NAMES[language]}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const zip = zipSync({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': xml(workbook),
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/worksheets/sheet1.xml': sheet(rowsOf(language)),
    'xl/styles.xml': STYLES,
  });
  return new Blob([zip], { type: XLSX_TYPE });
}

/** The file that a seller fills in: headers in the language, every cell of the XLSX formatted as text. */
export const productTemplate = (format: TemplateFormat, language: Language): Blob =>
  format === 'csv' ? csv(language) : xlsx(language);
