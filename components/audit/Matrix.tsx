import type { MatrixView } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { Sign } from '../Sign.tsx';
import { countText } from './texts.ts';

interface MatrixProps {
  t: Translator;
  /** `undefined` while it is being counted. */
  matrix: MatrixView | undefined;
  /** The findings of a label, in a country or in all. */
  onFindings(label: string, country: string | null): void;
}

type Cell = NonNullable<MatrixView['cells'][number][number]>;

const OUTCOMES = [
  { id: 'fail', verdict: 'fail' },
  { id: 'unknown', verdict: 'unknown' },
  { id: 'pass', verdict: 'pass' },
] as const;

const Counts = ({ t, cell }: { t: Translator; cell: Cell }) => (
  <>
    {OUTCOMES.map(
      ({ id, verdict }) =>
        cell[id] > 0 && (
          <span key={id} class="count" data-verdict={verdict}>
            <Sign verdict={verdict} />
            <span class="sr-only">{t(`auditColumn_${id}`)} </span>
            {countText(cell[id], t)}
          </span>
        ),
    )}
  </>
);

interface CellProps {
  t: Translator;
  cell: Cell | null | undefined;
  title: string;
  onOpen(): void;
}

const MatrixCell = ({ t, cell, title, onOpen }: CellProps) => {
  if (!cell) {
    return (
      <td class="not-asked">
        <span aria-hidden="true">–</span>
        <span class="sr-only">{t('auditMatrixNotAsked')}</span>
      </td>
    );
  }
  const hasFindings = cell.fail + cell.unknown > 0;
  return (
    <td>
      {hasFindings ? (
        <button type="button" title={title} onClick={onOpen}>
          <Counts t={t} cell={cell} />
        </button>
      ) : (
        <Counts t={t} cell={cell} />
      )}
    </td>
  );
};

const Legend = ({ t }: { t: Translator }) => (
  <p class="legend hint">
    {OUTCOMES.map(({ id, verdict }) => (
      <span key={id} class="count" data-verdict={verdict}>
        <Sign verdict={verdict} /> {t(`auditColumn_${id}`)}
      </span>
    ))}
    <span>– {t('auditMatrixNotAsked')}</span>
  </p>
);

const Table = ({ t, matrix, onFindings }: MatrixProps & { matrix: MatrixView }) => (
  <table>
    <caption class="sr-only">{t('auditSheet_matrix')}</caption>
    <thead>
      <tr>
        <th scope="col">{t('auditColumn_label')}</th>
        {matrix.countries.map(({ id, name }) => (
          <th key={id} scope="col" title={name}>
            <abbr title={name}>{id}</abbr>
            <span class="sr-only"> {name}</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {matrix.labels.map((label, row) => (
        <tr key={label.id}>
          <th scope="row">
            <button type="button" class="link" onClick={() => onFindings(label.id, null)}>
              {label.text}
            </button>
          </th>
          {matrix.countries.map((country, column) => (
            <MatrixCell
              key={country.id}
              t={t}
              cell={matrix.cells[row]?.[column]}
              title={t('auditMatrixOpen', label.text, country.name)}
              onOpen={() => onFindings(label.id, country.id)}
            />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Which labels the store's products have, lack, or are yet to be known to have, country by country. */
export const Matrix = ({ t, matrix, onFindings }: MatrixProps) => {
  if (!matrix) return <p class="hint loading">{t('viewLoading')}</p>;
  if (matrix.labels.length === 0) {
    return (
      <section class="empty">
        <h2>{t('auditMatrixEmpty')}</h2>
        <p>{t('auditMatrixEmptyText')}</p>
      </section>
    );
  }
  return (
    <div class="matrix">
      <Legend t={t} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1) */}
      <section class="scroll" tabIndex={0} aria-label={t('auditSheet_matrix')}>
        <Table t={t} matrix={matrix} onFindings={onFindings} />
      </section>
      {matrix.notCovered.length > 0 && (
        <p class="hint" data-part="not-covered">
          {t(
            'auditMatrixNotCovered',
            matrix.notCovered
              .map(({ name, count }) => t('auditChoice', name, countText(count, t)))
              .join(t('comma')),
          )}
        </p>
      )}
    </div>
  );
};
