import { strToU8, zipSync } from 'fflate';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  /** The rows and what follows them in the sheet, as its XML. */
  sheet: string;
  after?: string;
  shared?: string;
  styles?: string;
  workbook?: string;
}

const relations = (...all: (readonly [string, string])[]): string =>
  `<Relationships>${all.map(([type, target], index) => `<Relationship Id="r${index}" Type="${TYPE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const WORKBOOK =
  '<x:workbook><x:sheets><x:sheet name="Notes" r:id="r3" state="hidden"/><x:sheet name="Data" r:id="r0"/></x:sheets></x:workbook>';

/** A workbook as another program may write it: with prefixes, an absolute address, a hidden sheet first. */
export function workbook({
  sheet,
  after = '',
  shared = '',
  styles = '',
  workbook: book = WORKBOOK,
}: Parts): Record<string, string> {
  return {
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', '/xl/worksheets/sheet%201.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ['worksheet', 'worksheets/hidden.xml'],
    ),
    'xl/worksheets/sheet 1.xml': `<worksheet><sheetData>${sheet}</sheetData>${after}</worksheet>`,
    'xl/worksheets/hidden.xml': '<worksheet/>',
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
}

export const zip = (parts: Record<string, string>): Blob =>
  new Blob([zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))]);

export const xlsx = (parts: Parts): Blob => zip(workbook(parts));

/** The same zip with another unpacked size in its directory. */
export async function declaring(file: Blob, name: string, size: number): Promise<Blob> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const entry = bytes.lastIndexOf(name) - 46;
  bytes.writeUInt32LE(size, entry + 24);
  return new Blob([bytes]);
}

const escaped = (text: string): string => text.replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A text cell; the column is the one after the cell before it. */
export const text = (value: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

export const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
export const textRow = (...cells: string[]): string => row(...cells.map(text));
export const merges = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
