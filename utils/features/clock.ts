import { dayInChina, startOfDayInChina } from '../facts/expiry.ts';
import type { Text } from '../i18n/translate.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const isoOf = (moment: number): string => new Date(moment).toISOString();

/** The day in China at a moment, ISO 8601. */
export const chineseDay = (moment: number): string => isoOf(dayInChina(isoOf(moment)) * DAY_MS).slice(0, 10);

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

/** When the next day begins in China. */
export const nextChineseDay = (moment: number): string =>
  isoOf(startOfDayInChina(dayInChina(isoOf(moment)) + 1));

/** When a time left has an hour less in it, to the minute. */
export const nextHourLess = (now: number, left: number): string => isoOf(now + (left % HOUR_MS) + MINUTE_MS);

/** A time left in whole days and hours, never more than there is. */
export function leftText(left: number): Text {
  const hours = Math.floor(left / HOUR_MS);
  if (hours >= 24) return { key: 'leftDays', args: [Math.floor(hours / 24), hours % 24] };
  return hours >= 1 ? { key: 'leftHours', args: [hours] } : { key: 'leftUnderHour' };
}
