import { useSignal } from '@preact/signals';
import type { Translator } from '../utils/i18n/translate.ts';
import type { BadRow } from '../utils/import/product-rows.ts';
import { columnName, problemText, shownCount } from './import-texts.ts';

/** Rows of one page: many more would make the page slow. */
const PAGE = 100;

interface PagesProps {
  t: Translator;
  start: number;
  total: number;
  onStart(start: number): void;
}

/** Above the rows, so that the next page is read from its top. A button at its end stays where it is, so that a keyboard does not lose it. */
const Pages = ({ t, start, total, onStart }: PagesProps) => {
  const isFirst = start === 0;
  const isLast = start + PAGE >= total;
  const end = Math.min(start + PAGE, total);
  return (
    <nav class="buttons pages" aria-label={t('importPages')}>
      <button type="button" aria-disabled={isFirst} onClick={() => !isFirst && onStart(start - PAGE)}>
        {t('importPrevious')}
      </button>
      <span role="status">
        {t('importPageOf', shownCount(start + 1, t), shownCount(end, t), shownCount(total, t))}
      </span>
      <button type="button" aria-disabled={isLast} onClick={() => !isLast && onStart(start + PAGE)}>
        {t('importNext')}
      </button>
    </nav>
  );
};

/** A row's problems, one below the other; the line and the ID stand once. */
const Row = ({ t, row: { line, productId, problems } }: { t: Translator; row: BadRow }) => (
  <>
    {problems.map((problem, index) => (
      <tr key={`${problem.column}-${problem.problem}`}>
        {index === 0 && (
          <>
            <td class="line" rowSpan={problems.length}>
              {line}
            </td>
            <td class="id" rowSpan={problems.length}>
              {productId || '–'}
            </td>
          </>
        )}
        <td class="column">{problem.column ? columnName(problem.column, t) : t('importWholeRow')}</td>
        <td>{problemText(problem, t)}</td>
      </tr>
    ))}
  </>
);

/** Every row that can't be kept, with its line and the reasons. */
export const BadRows = ({ t, rows }: { t: Translator; rows: readonly BadRow[] }) => {
  const start = useSignal(0);
  if (rows.length === 0) return null;
  return (
    <>
      {rows.length > PAGE && (
        <Pages
          t={t}
          start={start.value}
          total={rows.length}
          onStart={(next) => {
            start.value = next;
          }}
        />
      )}
      <table class="rows bad">
        <caption>{t('importBadRows', shownCount(rows.length, t))}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importLine')}</th>
            <th scope="col">{columnName('productId', t)}</th>
            <th scope="col">{t('importColumn')}</th>
            <th scope="col">{t('importReason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(start.value, start.value + PAGE).map((row) => (
            <Row key={row.line} t={t} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
};
