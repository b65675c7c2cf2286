/** What stands in a column; IDs are text, which keeps every digit. */
export type CellKind = 'text' | 'number' | 'date';

/** A date is its ISO 8601 text. */
export type Cell = string | number | null;

export interface Column {
  title: string;
  /** In characters. */
  width: number;
  kind: CellKind;
}

/** A sheet whose first row is its header. */
export interface Sheet {
  name: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
}

/** A file inside a workbook, piece by piece. */
export interface Part {
  path: string;
  pieces: Iterable<string>;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const XLSX_TYPE = `${SHEET_TYPE}.sheet`;

const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML can't hold, and half of a character
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text as a sheet holds it: `_x0041_` would be read as an A. */
const escaped = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .replace(NOT_XML, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

const relations = (all: readonly (readonly [type: string, target: string])[]): string => {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
};

const override = (path: string, type: string): string =>
  `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;

const contentTypes = (sheets: readonly string[]): string =>
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('workbook.xml', 'sheet.main') +
  sheets.map((sheet) => override(sheet, 'worksheet')).join('') +
  `${override('styles.xml', 'styles')}</Types>`;

const STYLE: Record<CellKind | 'header', number> = { text: 1, header: 2, number: 3, date: 4 };

const DATE_FORMAT = 164;

const format = (numFmtId: number, fontId = 0): string =>
  `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" ` +
  'applyNumberFormat="1" applyFont="1"/>';

/** In the order of `STYLE`. Format 49 is text: it keeps `=1+1` and leading zeros as they are; 3 is a whole number. */
const FORMATS = [format(0), format(49), format(49, 1), format(3), format(DATE_FORMAT)];

const STYLES =
  `<styleSheet ${MAIN}>` +
  `<numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** `A`, … `Z`, `AA`, … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const DAY_MS = 86_400_000;
/** The day before a workbook's first, the 1900 leap day that never was among them. */
const EPOCH = Date.UTC(1899, 11, 30);

function cellXml(value: Cell, place: string, kind: CellKind, style: number): string {
  if (value === null) return '';
  const time = kind === 'date' ? Date.parse(String(value)) : Number.NaN;
  if (!Number.isNaN(time)) return `<c r="${place}" s="${style}"><v>${(time - EPOCH) / DAY_MS}</v></c>`;
  if (typeof value === 'number') return `<c r="${place}" s="${STYLE.number}"><v>${value}</v></c>`;
  const text = escaped(value);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** @param onRows told how many rows were written, its header too */
function* sheetXml({ columns, rows }: Sheet, onRows: (count: number) => void): Generator<string> {
  const names = columns.map((_, column) => letters(column));
  const cols = columns.map(
    ({ width, kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${STYLE[kind]}" customWidth="1"/>`,
  );
  yield `${PROLOGUE}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>`;
  const header = columns.map(({ title }, index) => cellXml(title, `${names[index]}1`, 'text', STYLE.header));
  yield `<row r="1">${header.join('')}</row>`;
  let line = 1;
  for (const row of rows) {
    line += 1;
    if (line > MOST_ROWS) throw new RangeError(`A sheet holds ${MOST_ROWS} rows`);
    const cells = row.map((value, index) => {
      const kind = columns[index]?.kind ?? 'text';
      return cellXml(value, `${names[index]}${line}`, kind, STYLE[kind]);
    });
    yield `<row r="${line}">${cells.join('')}</row>`;
  }
  onRows(line);
  yield `</sheetData><autoFilter ref="A1:${names.at(-1)}${line}"/></worksheet>`;
}

/** A name as a workbook takes it. */
const sheetName = (name: string): string => escaped(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));

/** A filter's range has a name of its own, or LibreOffice does not show it. */
const filterName = ({ name, columns }: Sheet, index: number, rows: number): string =>
  `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">` +
  `'${sheetName(name).replaceAll("'", "''")}'!$A$1:$${letters(columns.length - 1)}$${rows}</definedName>`;

/** The sheets by name; asked for once they are written, when their lengths are known. */
function* workbookXml(sheets: readonly Sheet[], rows: readonly number[]): Generator<string> {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map((sheet, index) => filterName(sheet, index, rows[index] ?? 1));
  yield `${PROLOGUE}<workbook ${MAIN} xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>`;
  yield `<sheets>${named.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/**
 * The files of an XLSX workbook, in the order in which they are to be made, each piece when it is asked for; the same
 * sheets make the same bytes.
 */
export function workbookParts(sheets: readonly Sheet[]): Part[] {
  const paths = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const rows: number[] = [];
  const all = [...paths.map((path) => ['worksheet', path] as const), ['styles', 'styles.xml'] as const];
  const whole = (path: string, xml: string): Part => ({ path, pieces: [PROLOGUE, xml] });
  return [
    whole('[Content_Types].xml', contentTypes(paths)),
    whole('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    whole('xl/_rels/workbook.xml.rels', relations(all)),
    whole('xl/styles.xml', STYLES),
    ...sheets.map((sheet, index) => ({
      path: `xl/${paths[index]}`,
      pieces: sheetXml(sheet, (count) => {
        rows[index] = count;
      }),
    })),
    { path: 'xl/workbook.xml', pieces: workbookXml(sheets, rows) },
  ];
}
