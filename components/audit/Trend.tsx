import type { AuditFigures } from '../../utils/audit/stores.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { countText, dayText } from './texts.ts';

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 3;

/** What is wrong for certain; what is to be found out would hide it. */
const wrongIn = ({ bySeverity: { critical, high, medium } }: AuditFigures): number =>
  critical + high + medium;

function pathOf(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const step = counts.length > 1 ? (WIDTH - 2 * EDGE) / (counts.length - 1) : 0;
  const points = counts.map((count, index) => {
    const y = HEIGHT - EDGE - (count / most) * (HEIGHT - 2 * EDGE);
    return `${(EDGE + index * step).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** How what is wrong with a store went from one audit that is over to the next: a picture, and in words. */
export const Trend = ({ t, series }: { t: Translator; series: readonly AuditFigures[] }) => {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last || first === last) return <span class="trend hint">{t('auditTrendFirst')}</span>;
  const counts = [wrongIn(first), first.products, wrongIn(last), last.products].map((each) =>
    countText(each, t),
  );
  const text = t('auditTrend', ...counts, dayText(first.startedAt, t));
  return (
    <span class="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path d={pathOf(series.map(wrongIn))} />
      </svg>
      <small>{text}</small>
    </span>
  );
};
