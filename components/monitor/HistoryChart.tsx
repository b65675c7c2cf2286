import type { SeriesView } from '../../utils/features/monitor/history.ts';
import type { Translator } from '../../utils/i18n/translate.ts';

const WIDTH = 240;
const HEIGHT = 64;
const EDGE = 6;

/** Where a value lies between two others, from 0 to 1; in the middle where these are the same. */
const between = (value: number, low: number, high: number): number =>
  high > low ? (value - low) / (high - low) : 0.5;

interface Place {
  x: number;
  y: number;
}

function placesOf({ points, bar }: SeriesView): { places: Place[]; barAt: number | null } {
  const times = points.map(({ at }) => Date.parse(at));
  const heights = [...points.map(({ height }) => height), ...(bar ? [bar.height] : [])];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const y = (height: number): number => HEIGHT - EDGE - between(height, low, high) * (HEIGHT - 2 * EDGE);
  return {
    places: points.map(({ height }, index) => ({
      x: EDGE + between(times[index] ?? first, first, last) * (WIDTH - 2 * EDGE),
      y: y(height),
    })),
    barAt: bar && y(bar.height),
  };
}

/** A figure keeps its value until it is seen to have another: a line in steps. */
const stepsOf = ([first, ...others]: readonly Place[]): string =>
  first ? `M${first.x} ${first.y}${others.map(({ x, y }) => `H${x}V${y}`).join('')}` : '';

const Picture = ({ series }: { series: SeriesView }) => {
  const { places, barAt } = placesOf(series);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={series.label}>
      {barAt !== null && <path class="bar-line" d={`M0 ${barAt}H${WIDTH}`} />}
      <path class="steps" d={stepsOf(places)} />
      {places.map(({ x, y }, index) => (
        <circle key={series.points[index]?.at} cx={x} cy={y} r={index === places.length - 1 ? 3 : 2} />
      ))}
    </svg>
  );
};

const Table = ({ t, series }: { t: Translator; series: SeriesView }) => (
  <details>
    <summary aria-label={`${t('monitorAsTable')}: ${series.name}`}>{t('monitorAsTable')}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">{t('monitorWhen')}</th>
          <th scope="col">{series.name}</th>
        </tr>
      </thead>
      <tbody>
        {series.points.toReversed().map(({ at, text, origin }) => (
          <tr key={at}>
            <td>{origin}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

/** How a figure went: its last value, a picture, and the same as a table. */
export const HistoryChart = ({ t, series }: { t: Translator; series: SeriesView }) => {
  const last = series.points.at(-1);
  return (
    <figure class="history" data-series={series.path}>
      <figcaption>
        {series.name} <b>{last?.text ?? t('notKnown')}</b>
      </figcaption>
      {last ? (
        <>
          <Picture series={series} />
          <p class="hint">
            {[series.span ?? t('monitorPoints', series.points.length), series.bar?.text]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Table t={t} series={series} />
        </>
      ) : (
        <p class="hint">{series.label}</p>
      )}
    </figure>
  );
};
