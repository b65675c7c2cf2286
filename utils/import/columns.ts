import { type CellNote, type TableRow, UnreadableFile } from './problems.ts';

/** The template's columns in their order, with their headers in both languages. */
export const COLUMNS = [
  { id: 'productId', zh_CN: '商品ID', en: 'Product ID' },
  { id: 'category', zh_CN: '类目', en: 'Category' },
  { id: 'destinations', zh_CN: '目的国', en: 'Destinations' },
  { id: 'blocked', zh_CN: '已屏蔽的国家', en: 'Blocked countries' },
  { id: 'marks', zh_CN: '标签上的标志', en: 'Marks on the label' },
  { id: 'euName', zh_CN: '欧盟责任人名称', en: 'EU responsible person name' },
  { id: 'euAddress', zh_CN: '欧盟责任人地址', en: 'EU responsible person address' },
  { id: 'euEmail', zh_CN: '欧盟责任人邮箱', en: 'EU responsible person e-mail' },
  { id: 'gbName', zh_CN: '英国责任人名称', en: 'GB responsible person name' },
  { id: 'gbAddress', zh_CN: '英国责任人地址', en: 'GB responsible person address' },
  { id: 'gbEmail', zh_CN: '英国责任人邮箱', en: 'GB responsible person e-mail' },
  { id: 'registrations', zh_CN: '注册与通报号', en: 'Registrations' },
  { id: 'certificates', zh_CN: '证书', en: 'Certificates' },
  { id: 'stock', zh_CN: '库存', en: 'Stock' },
] as const;

/** The product ID of the template's example row: no seller's own. */
export const EXAMPLE_ID = '1005000000000001';

export type ColumnId = (typeof COLUMNS)[number]['id'];

/** A word as it is compared: without space, case, full-width forms and accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .normalize('NFC')
    .toLowerCase();

const BY_HEADER = new Map(
  COLUMNS.flatMap(({ id, zh_CN, en }) => [zh_CN, en].map((text) => [folded(text), id])),
);

/** Which of the template's columns a file has, and where. */
export interface Header {
  line: number;
  /** The index of each column's cells. */
  places: ReadonlyMap<ColumnId, number>;
  /** Every cell after these is one too many. */
  width: number;
  /** Headers that the template does not have; nothing of these columns is taken. */
  ignored: string[];
}

const NAMED_LENGTH = 60;

/** Text of the file as a sentence can name it. */
export const named = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > NAMED_LENGTH ? `${line.slice(0, NAMED_LENGTH)}…` : line;
};

/**
 * Reads the first row of a file.
 * @throws {UnreadableFile} a row that is no header of the template
 */
export function parseHeader({ line, cells, swallowed }: TableRow): Header {
  if (swallowed !== undefined) throw new UnreadableFile('open-quote', line);
  const places = new Map<ColumnId, number>();
  const ignored: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = BY_HEADER.get(folded(cell));
    if (column === undefined) {
      if (cell.trim() !== '') ignored.push(named(cell));
      continue;
    }
    if (places.has(column)) throw new UnreadableFile('column-twice', named(cell));
    places.set(column, index);
  }
  if (places.size === 0) throw new UnreadableFile('header-unknown', ignored.slice(0, 5).join(' | '));
  if (!places.has('productId')) throw new UnreadableFile('no-id-column');
  if (places.size === 1) throw new UnreadableFile('no-fact-column');
  return { line, places, width: cells.length, ignored };
}

/** What a column's cell holds in a row. */
export interface Cell {
  text: string;
  note: CellNote | undefined;
}

export function cellOf({ places }: Header, { cells, notes }: TableRow, column: ColumnId): Cell {
  const place = places.get(column);
  if (place === undefined) return { text: '', note: undefined };
  return { text: cells[place]?.trim() ?? '', note: notes?.get(place) };
}
