import { type Header, parseHeader } from './columns.ts';
import { type FileProblem, type ReadOptions, UnreadableFile } from './problems.ts';
import { type BadRow, type ImportedProduct, parseProductRow } from './product-rows.ts';
import { type ReadAs, readTable } from './read-table.ts';

/** What a file holds, for a person to look at before any of it is kept. */
export interface ImportSummary {
  good: ImportedProduct[];
  /** In the order of their lines. */
  bad: BadRow[];
  /** Rows below the header that are not blank: the good and the bad ones. */
  rows: number;
  readAs: ReadAs;
  /** Headers of columns that were not read. */
  ignoredColumns: string[];
  /** Long IDs that all end in zero: Excel has most likely rounded them before the file was saved. */
  areIdsDoubtful: boolean;
}

export type Import = ImportSummary | { refused: FileProblem };

/** The digits of a number that Excel keeps. */
const EXCEL_DIGITS = 15;
/** Of IDs that are whole one in ten ends in zero: five in a row are no chance. */
const DOUBTFUL_FROM = 5;

function areDoubtful(products: readonly ImportedProduct[]): boolean {
  const long = products.filter(({ productId }) => productId.length > EXCEL_DIGITS);
  return (
    long.length >= DOUBTFUL_FROM && long.every(({ productId }) => /^0+$/.test(productId.slice(EXCEL_DIGITS)))
  );
}

/** Sorts rows into good and bad; of a product that stands in the file twice only the first row can be good. */
class Sorter {
  readonly good: ImportedProduct[] = [];
  readonly bad: BadRow[] = [];
  private readonly lines = new Map<string, number>();

  add(row: ImportedProduct | BadRow): void {
    const { productId, line } = row;
    const before = productId === undefined ? undefined : this.lines.get(productId);
    if (productId !== undefined && before === undefined) this.lines.set(productId, line);
    if (before !== undefined) this.bad.push(this.twice(row, before));
    else if ('problems' in row) this.bad.push(row);
    else this.good.push(row);
  }

  private twice(row: ImportedProduct | BadRow, before: number): BadRow {
    const problem = { column: 'productId', problem: 'product-twice', args: [before] } as const;
    const others = 'problems' in row ? row.problems : [];
    return { line: row.line, productId: row.productId ?? '', problems: [problem, ...others] };
  }
}

async function sortRows(file: Blob, options: ReadOptions): Promise<ImportSummary> {
  let readAs: ReadAs | undefined;
  const table = readTable(file, options, (as) => {
    readAs = as;
  });
  let header: Header | undefined;
  const sorter = new Sorter();
  for await (const rows of table) {
    for (const row of rows) {
      if (header) sorter.add(parseProductRow(header, row));
      else header = parseHeader(row);
    }
  }
  const { good, bad } = sorter;
  const rows = good.length + bad.length;
  if (!header || !readAs || rows === 0) throw new UnreadableFile('no-rows');
  return { good, bad, rows, readAs, ignoredColumns: header.ignored, areIdsDoubtful: areDoubtful(good) };
}

/**
 * Reads a file of product facts, CSV or XLSX. Nothing is kept anywhere: the result is for a preview.
 * @returns the rows, or why the file as a whole can't be taken
 * @throws the signal's reason, when it is aborted
 */
export async function importProducts(file: Blob, options: ReadOptions = {}): Promise<Import> {
  try {
    return await sortRows(file, options);
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: error.reason };
    throw error;
  }
}
