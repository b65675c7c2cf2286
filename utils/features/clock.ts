import type { Text } from '../i18n/translate.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** China has one zone, and no summer time. */
const BEIJING_MS = 8 * HOUR_MS;

/** The day in China at a moment, ISO 8601. */
export const chineseDay = (moment: number): string =>
  new Date(moment + BEIJING_MS).toISOString().slice(0, 10);

/** Said of a time as the seller centre writes it. */
export const NO_ZONE: Text = { key: 'noteNoZone' };

/**
 * The moment of a time such as `2026-11-20 09:30`. The pages name no zone: it is read as Beijing's, as a zone further
 * west would give a later limit, and none here is to come out too late.
 */
export function momentOf(shown: string | undefined): number | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)$/.exec(shown ?? '') ?? [];
  const moment = Date.parse(`${day}T${time}+08:00`);
  // A 30 February is read as a day of March.
  return !Number.isNaN(moment) && chineseDay(moment) === day ? moment : undefined;
}

export const isoOf = (moment: number): string => new Date(moment).toISOString();

/** When the next day begins in China. */
export const nextChineseDay = (moment: number): string =>
  isoOf((Math.floor((moment + BEIJING_MS) / DAY_MS) + 1) * DAY_MS - BEIJING_MS);

/** When a time left has an hour less in it, to the minute. */
export const nextHourLess = (now: number, left: number): string => isoOf(now + (left % HOUR_MS) + MINUTE_MS);

/** A time left in whole days and hours, never more than there is. */
export function leftText(left: number): Text {
  const hours = Math.floor(left / HOUR_MS);
  if (hours >= 24) return { key: 'leftDays', args: [Math.floor(hours / 24), hours % 24] };
  return hours >= 1 ? { key: 'leftHours', args: [hours] } : { key: 'leftUnderHour' };
}
