import { whole } from './expression.ts';

interface Header {
  row: Element;
  text: string | null;
  columns: readonly string[];
}

/** Between a table's rows and its header, which may be a table of its own, there are at most so many levels. */
const LEVELS = 8;

const NONE: readonly string[] = [];

const headers = new WeakMap<Element, Header>();

/** A header stands over the rows of its own table; over those of another only where it has none itself. */
function isOver(header: Element, row: Element): boolean {
  const table = header.closest('table');
  if (!table || table === row.closest('table')) return true;
  // Looked through no further than to the first text: the table may have thousands of cells.
  for (const cell of table.getElementsByTagName('td')) if (cell.textContent?.trim()) return false;
  return true;
}

function headerOver(row: Element): Header | undefined {
  let holder = row.parentElement;
  for (let level = 0; holder && level < LEVELS; level += 1) {
    const header = holder.querySelector('th')?.closest('tr');
    if (header && header.childElementCount === row.childElementCount && isOver(header, row)) {
      const columns = [...header.children].map(({ textContent }) => (textContent ?? '').trim());
      return { row: header, text: header.textContent, columns };
    }
    holder = holder.parentElement;
  }
  return undefined;
}

interface Named {
  index: number;
  /** The place of the words among those that are looked for. */
  place: number;
}

const named = new WeakMap<readonly string[], Map<readonly string[], Named | undefined>>();

function columnNamed(columns: readonly string[], words: readonly string[]): Named | undefined {
  const all = columns.flatMap((column, index) => {
    const place = words.findIndex((word) => whole(word).test(column));
    return place < 0 ? [] : [{ index, place }];
  });
  return all.length === 1 ? all[0] : undefined;
}

/** The one column of a row's table that any of some words head; looked for once in each header. */
export function columnUnder(row: Element, words: readonly string[]): Named | undefined {
  const columns = columnsOf(row);
  const known = named.get(columns) ?? new Map<readonly string[], Named | undefined>();
  named.set(columns, known);
  if (!known.has(words)) known.set(words, columnNamed(columns, words));
  return known.get(words);
}

/** The words over a row's cells, column by column; none where no header has as many columns. */
export function columnsOf(row: Element): readonly string[] {
  const body = row.parentElement;
  if (!body) return NONE;
  const known = headers.get(body);
  // A header that was redrawn may have its columns in another order.
  const isSame = known?.row.isConnected && known.row.textContent === known.text;
  if (known && isSame && known.columns.length === row.childElementCount) return known.columns;
  const found = headerOver(row);
  if (found) headers.set(body, found);
  return found?.columns ?? NONE;
}
