import type { Expiry } from '../facts/expiry.ts';
import type { ProductFacts, ResponsiblePerson } from '../rules/facts.ts';
import { type Cell, type ColumnId, cellOf, type Header } from './columns.ts';
import {
  isFormulaError,
  isNone,
  isRefused,
  type Parsed,
  parseCategory,
  parseCertificates,
  parseCountryList,
  parseEmail,
  parseMarks,
  parseProductId,
  parseRegistrations,
  parseStock,
} from './fields.ts';
import type { CellProblem, TableRow } from './problems.ts';

/** What a row says of its product, as the facts of `utils/rules`; what it doesn't say is not there. */
export type ImportedFacts = Pick<
  ProductFacts,
  'category' | 'destinations' | 'blocked' | 'marks' | 'responsiblePersons' | 'registrations'
>;

/** A row that was taken: plain JSON. Products with the same text in a cell share its list, so none may be changed. */
export interface ImportedProduct {
  line: number;
  productId: string;
  facts: ImportedFacts;
  stock?: number;
  /** The registrations and certificates of the row that end on a day. */
  expiries: Expiry[];
  /** The row says that there is no certificate that ends. */
  hasNoCertificates?: true;
}

/** A problem without a column is the whole row's. */
export interface RowProblem extends CellProblem {
  column?: ColumnId;
}

/** A row that was not taken; nothing of it is kept. */
export interface BadRow {
  line: number;
  /** Where it could be read. */
  productId?: string;
  problems: RowProblem[];
}

/** What is wrong with a cell whatever its column takes. */
function noteProblem(column: ColumnId, { text, note }: Cell): CellProblem | undefined {
  if (note === 'error' || isFormulaError(text)) return { problem: 'cell-error', args: [text] };
  if (note === 'not-computed') return { problem: 'formula-without-value' };
  if (note === 'merged-across') return { problem: 'merged-across' };
  if (note === 'rounded')
    return { problem: column === 'productId' ? 'id-rounded' : 'number-rounded', args: [text] };
  // One ID can't be three products, and whether a merged stock is each row's or all rows' can't be known.
  const isOneRows = column === 'productId' || column === 'stock';
  return note === 'merged-down' && isOneRows ? { problem: 'merged-rows' } : undefined;
}

/** Takes a row's cells one by one and notes what is wrong with them. */
class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly header: Header;
  private readonly row: TableRow;

  constructor(header: Header, row: TableRow) {
    this.header = header;
    this.row = row;
  }

  read<T>(column: ColumnId, parse: (text: string) => Parsed<T>): T | undefined {
    const cell = cellOf(this.header, this.row, column);
    const noted = noteProblem(column, cell);
    const parsed = noted ?? parse(cell.text);
    if (!isRefused(parsed)) return parsed.value;
    this.problems.push({ column, ...parsed });
    return undefined;
  }

  hasRefused(column: ColumnId): boolean {
    return this.problems.some((problem) => problem.column === column);
  }
}

/** A person's name or address; `''` where the cell says that there is none. */
const parseText = (text: string): Parsed<string> => ({
  value: text === '' ? undefined : isNone(text) ? '' : text,
});

/**
 * A region's responsible person from three cells.
 * @returns `null` where nothing is known, `undefined` where it is known that there is none
 */
function personOf(reader: RowReader, region: 'eu' | 'gb'): ResponsiblePerson | null | undefined {
  const name = reader.read(`${region}Name`, parseText);
  const postalAddress = reader.read(`${region}Address`, parseText);
  const email = reader.read(`${region}Email`, parseEmail);
  if (name === undefined && postalAddress === undefined && email === undefined) return null;
  if (name === '' && !postalAddress && !email) return undefined;
  if (!name && !reader.hasRefused(`${region}Name`))
    reader.problems.push({ column: `${region}Name`, problem: 'person-without-name' });
  return {
    ...(name !== undefined && { name }),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(email !== undefined && { email }),
  };
}

/** A region that is left out has no responsible person; one that is `null` is not known. */
function personsOf(reader: RowReader): ImportedFacts['responsiblePersons'] {
  const [EU, GB] = [personOf(reader, 'eu'), personOf(reader, 'gb')];
  if (EU === null && GB === null) return undefined;
  return { ...(EU !== undefined && { EU }), ...(GB !== undefined && { GB }) };
}

const stated = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: T });

/** What makes a row unreadable before any of its cells is read. */
function rowProblem(header: Header, { cells, swallowed, line }: TableRow): CellProblem | undefined {
  if (swallowed !== undefined) return { problem: 'bad-quotes', args: [line + swallowed] };
  const isTooLong = cells.slice(header.width).some((cell) => cell.trim() !== '');
  return isTooLong ? { problem: 'too-many-cells', args: [header.width] } : undefined;
}

/**
 * A row under the template's header. An empty cell is "not known"; `-`, `无` or `none` is "known to be none" where
 * the column is a list or a responsible person. A row with any problem is not taken at all.
 */
export function parseProductRow(header: Header, row: TableRow): ImportedProduct | BadRow {
  const { line } = row;
  const wrong = rowProblem(header, row);
  if (wrong) return { line, problems: [wrong] };
  const reader = new RowReader(header, row);
  const productId = reader.read('productId', parseProductId);
  const facts = {
    ...stated('category', reader.read('category', parseCategory)),
    ...stated('destinations', reader.read('destinations', parseCountryList)),
    ...stated('blocked', reader.read('blocked', parseCountryList)),
    ...stated('marks', reader.read('marks', parseMarks)),
    ...stated('responsiblePersons', personsOf(reader)),
  };
  const registrations = reader.read('registrations', parseRegistrations);
  const certificates = reader.read('certificates', parseCertificates);
  const stock = reader.read('stock', parseStock);
  const { problems } = reader;
  if (productId === undefined || problems.length > 0)
    return { line, ...stated('productId', productId), problems };
  return {
    line,
    productId,
    facts: { ...facts, ...stated('registrations', registrations?.list) },
    ...stated('stock', stock),
    expiries: [...(registrations?.expiries ?? []), ...(certificates ?? [])],
    ...(certificates?.length === 0 && { hasNoCertificates: true }),
  };
}
