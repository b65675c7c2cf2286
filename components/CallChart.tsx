import type { CallLog } from '../utils/calls/log.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import { timeFormat } from './call-texts.ts';
import { shownCount } from './import-texts.ts';

const WIDTH = 600;
const HEIGHT = 120;
/** A bar for few minutes is no wall. */
const WIDEST = 40;

interface ChartProps {
  t: Translator;
  log: CallLog;
}

/** The calls of the minutes as bars under the line of the limit; the table beside it says the same. */
export const CallChart = ({ t, log }: ChartProps) => {
  const { limit, from, chart } = log;
  const step = Math.min(WIDEST, WIDTH / chart.peaks.length);
  const scale = HEIGHT / (Math.max(limit, ...chart.peaks) * 1.1);
  const lineAt = HEIGHT - limit * scale;
  const time = timeFormat(log, t);
  const minuteAt = (bar: number) => (Math.floor(from / 60) + bar * chart.minutesEach) * 60;
  return (
    <figure class="call-chart">
      <figcaption>
        {t('callsChart')} {chart.minutesEach > 1 && t('callsBar', shownCount(chart.minutesEach, t))}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {chart.peaks.map((calls, bar) => (
          <rect
            key={minuteAt(bar)}
            data-over={calls > limit}
            x={bar * step}
            y={HEIGHT - calls * scale}
            width={step * 0.85}
            height={calls * scale}
          />
        ))}
        <line x1="0" x2={WIDTH} y1={lineAt} y2={lineAt} />
      </svg>
      <details>
        <summary>{t('callsChartTable')}</summary>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(chart.minutesEach > 1 ? 'callsBarFrom' : 'callsMinute')}</th>
              <th scope="col" class="number">
                {t('callsCalls')}
              </th>
            </tr>
          </thead>
          <tbody>
            {chart.peaks.map((calls, bar) => (
              <tr key={minuteAt(bar)}>
                <td>{time(minuteAt(bar))}</td>
                <td class="number">{shownCount(calls, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
