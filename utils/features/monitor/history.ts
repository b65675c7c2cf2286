import { type FieldPath, fieldOf } from '../../facts/fields.ts';
import { type Origin, winning } from '../../facts/kept.ts';
import type { LogEntry, StoreLog } from '../../facts/store-log.ts';
import type { Translator } from '../../i18n/translate.ts';
import { type NumberFact, quantityOf } from '../../rules/quantity.ts';
import { chineseDay } from '../clock.ts';
import type { Subject } from '../judgement.ts';
import { factName, originText, shownTime } from '../present.ts';
import { shortValue } from './short.ts';

/** A picture of more points says no more. */
const MOST_POINTS = 60;

export interface PointView {
  /** ISO 8601. */
  at: string;
  time: string;
  /** In China, ISO 8601. */
  day: string;
  /** For the picture alone: what is said is the text. */
  height: number;
  text: string;
  origin: string;
}

/** How one figure went over time. */
export interface SeriesView {
  path: FieldPath;
  name: string;
  /** The first first. */
  points: PointView[];
  /** A bar of the lower fee, to be reached from above or below. */
  bar: { height: number; text: string } | null;
  /** Its first day and its last, where these are two. */
  span: string | null;
  /** The whole of it for who does not see the picture. */
  label: string;
}

interface Seen {
  at: string;
  value: NumberFact;
  origin: Origin;
}

const isNumberFact = (value: unknown): value is NumberFact => value !== null && value !== undefined;

/** The figure at each of its changes, and when what counts was last seen. */
function seenOf(path: FieldPath, { store }: Subject, log: StoreLog): Seen[] {
  const changes = log.entries
    .filter((entry): entry is LogEntry & { to: NumberFact } => entry.what === path && isNumberFact(entry.to))
    .map(({ at, to, origin }) => ({ at, value: to, origin }));
  const now = winning(path, store?.facts[path]);
  if (!now || changes.at(-1)?.at === now.at) return changes;
  return [...changes, { at: now.at, value: now.value as NumberFact, origin: now.origin }];
}

const heightOf = (value: NumberFact): number =>
  Number(typeof value === 'object' ? value.shown : quantityOf(value).lo);

/** A figure of the pool over time, from the log of its store. */
export function seriesView(
  path: FieldPath,
  bar: string | undefined,
  subject: Subject,
  log: StoreLog,
  t: Translator,
): SeriesView {
  const currency = subject.facts.pool?.currency ?? undefined;
  const points = seenOf(path, subject, log)
    .slice(-MOST_POINTS)
    .map(({ at, value, origin }) => ({
      at,
      time: shownTime(at, t),
      day: chineseDay(Date.parse(at)),
      height: heightOf(value),
      text: shortValue(path, value, currency, t),
      origin: originText({ at, origin }, t),
    }));
  const name = factName(path, t);
  const [first, last] = [points[0], points.at(-1)];
  const barText = bar === undefined ? undefined : `${bar}${fieldOf(path).kind === 'percent' ? '%' : ''}`;
  const run =
    first && last
      ? t('monitorSeries', name, points.length, first.text, first.time, last.text, last.time)
      : t('monitorSeriesNone', name);
  return {
    path,
    name,
    points,
    span: first && last && first.day !== last.day ? t('monitorSpan', first.day, last.day) : null,
    bar: bar === undefined ? null : { height: Number(bar), text: t('monitorBar', barText ?? '') },
    label: barText ? `${run} ${t('monitorBar', barText)}` : run,
  };
}
