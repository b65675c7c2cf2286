import { keyOf, type Translator } from '../utils/i18n/translate.ts';
import { COLUMNS, type ColumnId } from '../utils/import/columns.ts';
import type { FileProblem } from '../utils/import/problems.ts';
import type { RowProblem } from '../utils/import/product-rows.ts';

/** Why a file or row can't be taken, and what to do. */
export const problemText = ({ problem, args = [] }: FileProblem | RowProblem, t: Translator): string =>
  t(keyOf('importProblem', problem), ...args);

/** The name that a column of the template has in the language. */
export const columnName = (id: ColumnId, t: Translator): string =>
  COLUMNS.find((column) => column.id === id)?.[t.language] ?? id;

/** A count as the language groups its digits. */
export const shownCount = (count: number, t: Translator): string =>
  new Intl.NumberFormat(t.tag).format(count);
