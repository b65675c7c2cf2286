import { sightOf } from '../../utils/audit/coverage.ts';
import type { AuditView, FindingsAsked } from '../../utils/audit/desk.ts';
import { SEVERITIES } from '../../utils/audit/severity.ts';
import type { Summary as Figures, RuleCount } from '../../utils/audit/summary.ts';
import { keyOf, type Translator } from '../../utils/i18n/translate.ts';
import { Sign } from '../Sign.tsx';
import { coverageText, rangesText } from './coverage.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { SEVERITY_SIGN } from './severity.ts';
import { countText } from './texts.ts';

interface SummaryProps {
  t: Translator;
  view: AuditView;
  onFilter(filter: FindingsAsked['filter']): void;
}

/** So many of the worst rules stand on a first page. */
const WORST = 10;

const Bars = ({ t, summary, onFilter }: { summary: Figures } & Omit<SummaryProps, 'view'>) => {
  const most = Math.max(1, ...SEVERITIES.map((id) => summary.bySeverity[id]));
  return (
    <ul class="bars">
      {SEVERITIES.map((id) => (
        <li key={id} data-severity={id} data-verdict={SEVERITY_SIGN[id]}>
          <button type="button" onClick={() => onFilter({ severity: id })}>
            <span class="name">
              <Sign verdict={SEVERITY_SIGN[id]} /> {t(`severity_${id}`)}
            </span>
            <span class="track" aria-hidden="true">
              <span style={{ width: `${(100 * summary.bySeverity[id]) / most}%` }} />
            </span>
            <b>{countText(summary.bySeverity[id], t)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
};

const figuresOf = ({ coverage, ...summary }: Figures, t: Translator): [name: string, value: string][] => [
  [t('auditFigure_products'), countText(coverage.products, t)],
  [t('auditFigure_productsClean'), countText(summary.productsClean, t)],
  [t('auditFigure_productsFailed'), countText(summary.productsFailed, t)],
  [t('auditFigure_productsOpen'), countText(summary.productsOpen, t)],
  [t('auditFigure_findings'), countText(summary.findings, t)],
  ...(['muted', 'done', 'again'] as const).map((id): [string, string] => [
    t(`auditState_${id}`),
    countText(summary.byState[id], t),
  ]),
];

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

interface RuleProps extends SummaryProps {
  rule: RuleCount;
}

const Rule = ({ t, view, rule: { rule, chip, severity, count }, onFilter }: RuleProps) => {
  const text = view.ruleTexts[rule ?? chip] ?? '';
  return (
    <li>
      <SeverityMark severity={severity} text={t(`severity_${severity}`)} />
      {rule === null ? (
        <span>{text}</span>
      ) : (
        <button type="button" class="link" onClick={() => onFilter({ rule, severity })}>
          {text}
        </button>
      )}
      <b>{countText(count, t)}</b>
    </li>
  );
};

/** What an audit comes to: the report's first page. */
export const Summary = ({ t, view, onFilter }: SummaryProps) => {
  const { summary } = view;
  const { coverage } = summary;
  const sight = sightOf(coverage);
  const verdict = sight === 'all' ? 'pass' : 'caution';
  return (
    <div class="summary">
      <section>
        <h2>{t('auditSummaryFound', countText(summary.findings, t))}</h2>
        <Bars t={t} summary={summary} onFilter={onFilter} />
      </section>
      <section>
        <h2>{t('auditSummarySeen')}</h2>
        <p class="seen" data-verdict={verdict}>
          <Sign verdict={verdict} />
          <span>
            <b>{t(keyOf('auditSight', sight))}</b> {coverageText(coverage, t)}
          </span>
        </p>
        {coverage.pagesMissing.length > 0 && (
          <p class="hint">{t('auditPagesMissing', rangesText(coverage.pagesMissing, t))}</p>
        )}
      </section>
      <section>
        <h2>{t('auditSummaryFigures')}</h2>
        <dl class="figures">
          {figuresOf(summary, t).map(([name, value]) => (
            <Figure key={name} name={name} value={value} />
          ))}
        </dl>
      </section>
      {summary.rules.length > 0 && (
        <section>
          <h2>{t('auditSummaryWorst')}</h2>
          <ol class="worst">
            {summary.rules.slice(0, WORST).map((rule) => (
              <Rule
                key={`${rule.severity} ${rule.rule ?? rule.chip}`}
                t={t}
                view={view}
                rule={rule}
                onFilter={onFilter}
              />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
};
