import type { ComponentChildren } from 'preact';
import type { AnswerView, CompareView, StandingView } from '../../utils/features/compare.ts';
import type { DoubtView, ReasonView } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { Doubt, Reason, Source, Used } from '../Reasons.tsx';
import { VerdictWord } from '../Sign.tsx';

interface CompareProps {
  t: Translator;
  view: CompareView;
}

const Sources = ({ t, of }: { t: Translator; of: readonly ReasonView[] }) => (
  <details class="source">
    <summary>{t('compareSources', of.length)}</summary>
    <ul class="grounds">
      {of.map((reason) => (
        <li key={reason.id}>
          <p class="sentence">{reason.text}</p>
          <Source reason={reason} />
        </li>
      ))}
    </ul>
  </details>
);

const Standing = ({ t, standing }: { t: Translator; standing: StandingView }) => (
  <>
    <p class="count-first">
      <VerdictWord verdict={standing.verdict} word={standing.verdictWord} /> <b>{standing.count}</b>
    </p>
    {standing.between.length > 0 && (
      <>
        <ul class="reasons">
          {standing.between.map((reason) => (
            <Reason key={reason.id} reason={reason}>
              <Used reason={reason} />
            </Reason>
          ))}
        </ul>
        <Sources t={t} of={standing.between} />
      </>
    )}
  </>
);

const Doubts = ({ doubts }: { doubts: readonly DoubtView[] }) => (
  <>
    {doubts.map((doubt) => (
      <Doubt key={doubt.id} doubt={doubt} />
    ))}
  </>
);

const Answer = ({ t, answer: { statements, doubts } }: { t: Translator; answer: AnswerView }) => {
  if (statements.length === 0) return <p class="unsaid">{t('compareUnsaid')}</p>;
  return (
    <>
      <ul class="statements">
        {statements.map(({ id, text, by, isDoubted }) => (
          <li key={id} data-rule={id} data-doubted={isDoubted}>
            {text} {isDoubted && <em>{t('doubt_conflict')}</em>}
            {by && <small>{by}</small>}
          </li>
        ))}
      </ul>
      <Doubts doubts={doubts} />
      <Sources t={t} of={statements} />
    </>
  );
};

interface RowProps {
  id: string;
  title: string;
  standings: readonly StandingView[];
  cell(standing: StandingView): ComponentChildren;
}

/** A narrow popup shows the cells one below the other, each under its programme's name. */
const Row = ({ id, title, standings, cell }: RowProps) => (
  <tr data-row={id}>
    <th scope="row">{title}</th>
    {standings.map((standing) => (
      <td key={standing.id} data-programme={standing.id}>
        <p class="programme">{standing.title}</p>
        {cell(standing)}
      </td>
    ))}
  </tr>
);

/** The programmes side by side, question by question; first, what stands between the store and each. */
export const Compare = ({ t, view: { standings, rows, conflicts } }: CompareProps) => (
  <section class="compare">
    <p class="hint">{t('compareHint')}</p>
    <table aria-label={t('compareCaption')}>
      <thead>
        <tr>
          <td />
          {standings.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row
          id="standing"
          title={t('compareStanding')}
          standings={standings}
          cell={(standing) => <Standing t={t} standing={standing} />}
        />
        {rows.map(({ id, title, answers }) => (
          <Row
            key={id}
            id={id}
            title={title}
            standings={standings}
            cell={({ id: programme }) => <Answer t={t} answer={answers[programme]} />}
          />
        ))}
        <Row
          id="conflicts"
          title={t('compare_conflicts')}
          standings={standings}
          cell={({ id: programme }) =>
            conflicts[programme].length > 0 ? (
              <Doubts doubts={conflicts[programme]} />
            ) : (
              <p class="unsaid">{t('compareNoDoubt')}</p>
            )
          }
        />
      </tbody>
    </table>
  </section>
);
