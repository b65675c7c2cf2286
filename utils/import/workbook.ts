import { UnreadableFile } from './problems.ts';
import type { Parts } from './unpack.ts';
import { readXml } from './xml.ts';

interface Relation {
  id: string;
  /** The last word of its type, such as `worksheet`; the rest differs between the two editions of the standard. */
  type: string;
  target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A relation's target is an address relative to the part that has it. */
function partAt(target: string, from: string): string {
  try {
    return decodeURIComponent(new URL(target, `zip://parts/${from}`).pathname).slice(1);
  } catch {
    throw new UnreadableFile('broken-workbook');
  }
}

async function relationsOf(parts: Parts, part: string): Promise<Relation[]> {
  const name = part.slice(folderOf(part).length);
  const bytes = parts.read(`${folderOf(part)}_rels/${name}.rels`);
  const relations: Relation[] = [];
  if (!bytes) return relations;
  await readXml(bytes, {
    open(element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (element !== 'Relationship' || mode === 'External') return;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: partAt(target, part) });
    },
  });
  return relations;
}

/** What the sheet's cells need from the rest of the workbook. */
export interface Workbook {
  /** The part with the first sheet that is not hidden. */
  sheetPart: Uint8Array;
  sheetName: string;
  sharedStrings: string[];
  /** Whether a cell of the style shows a date, by the style's index. */
  dateStyles: boolean[];
  countsFrom1904: boolean;
}

interface Outline {
  sheets: { name: string; relation: string; isHidden: boolean }[];
  countsFrom1904: boolean;
}

async function outlineOf(bytes: Uint8Array): Promise<Outline> {
  const outline: Outline = { sheets: [], countsFrom1904: false };
  let root: string | undefined;
  await readXml(bytes, {
    open(element, attributes) {
      root ??= element;
      if (element === 'workbookPr') outline.countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const isHidden = /^(hidden|veryHidden)$/.test(attributes.state ?? '');
      outline.sheets.push({ name: attributes.name ?? '', relation, isHidden });
    },
  });
  if (root !== 'workbook') throw new UnreadableFile('not-a-workbook');
  return outline;
}

/** Excel writes what XML can't hold, such as a carriage return, as `_x000D_`. */
export const unescapeXlsx = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

async function sharedStringsOf(bytes: Uint8Array | undefined, signal?: AbortSignal): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  if (!bytes) return strings;
  const listener = {
    open(element: string) {
      if (element === 'si') text = '';
      if (element === 'rPh') isPhonetic = true;
      isText = element === 't' && !isPhonetic;
    },
    close(element: string) {
      if (element === 'si') strings.push(unescapeXlsx(text));
      if (element === 'rPh') isPhonetic = false;
      isText = false;
    },
    text(piece: string) {
      if (isText) text += piece;
    },
  };
  await readXml(bytes, listener, signal);
  return strings;
}

/** The formats of dates that every workbook has; 27 to 36 and 50 to 58 are those of Chinese. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** Whether a format of the workbook's own has a year or a day, beside its quoted and bracketed texts. */
const isDateCode = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').replace(/General/gi, ''));

async function dateStylesOf(bytes: Uint8Array | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  const ownFormats = new Map<number, string>();
  let isInCells = false;
  if (!bytes) return styles;
  await readXml(bytes, {
    open(element, attributes) {
      const id = Number(attributes.numFmtId);
      if (element === 'numFmt') ownFormats.set(id, attributes.formatCode ?? '');
      if (element === 'cellXfs') isInCells = true;
      if (element !== 'xf' || !isInCells) return;
      const code = ownFormats.get(id);
      styles.push(code === undefined ? isBuiltInDate(id) : isDateCode(code));
    },
    close(element) {
      if (element === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/**
 * Opens an XLSX file at its first sheet that is not hidden.
 * @throws {UnreadableFile} a zip that holds no such workbook
 */
export async function openWorkbook(parts: Parts, signal?: AbortSignal): Promise<Workbook> {
  const start = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (start === undefined) throw new UnreadableFile('not-a-workbook');
  if (start.endsWith('.bin')) throw new UnreadableFile('binary-workbook');
  const bytes = parts.read(start);
  if (!bytes) throw new UnreadableFile('broken-workbook');
  const { sheets, countsFrom1904 } = await outlineOf(bytes);
  const relations = await relationsOf(parts, start);
  const isSheet = ({ id, type }: Relation, relation: string) => type === 'worksheet' && id === relation;
  const partOf = (wanted: (relation: Relation) => boolean): Uint8Array | undefined => {
    const target = relations.find(wanted)?.target;
    return target === undefined ? undefined : parts.read(target);
  };
  const sheet = sheets.find(
    ({ isHidden, relation }) => !isHidden && relations.some((one) => isSheet(one, relation)),
  );
  const sheetPart = sheet && partOf((one) => isSheet(one, sheet.relation));
  if (!sheetPart) throw new UnreadableFile('broken-workbook');
  return {
    sheetPart,
    sheetName: sheet.name,
    sharedStrings: await sharedStringsOf(
      partOf(({ type }) => type === 'sharedStrings'),
      signal,
    ),
    dateStyles: await dateStylesOf(partOf(({ type }) => type === 'styles')),
    countsFrom1904,
  };
}
