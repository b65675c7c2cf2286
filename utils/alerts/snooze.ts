import { dayInChina, startOfDayInChina } from '../facts/expiry.ts';
import { DAY_MS } from '../features/clock.ts';
import { z } from '../rules/zod.ts';
import { type Alert, covers } from './alert.ts';

/** Nothing is quiet for longer than this, whatever was chosen. */
export const MOST_DAYS = 31;

const snooze = z.strictObject({
  stage: z.string(),
  /** When it was chosen, ISO 8601. */
  at: z.iso.datetime(),
  /** Until when; `null`: until its next stage. */
  until: z.nullable(z.iso.datetime()),
});

/** By the id of the alert. */
export const snoozesSchema = z.record(z.string(), snooze);

export type Snooze = z.infer<typeof snooze>;
export type Snoozes = z.infer<typeof snoozesSchema>;

/** Whether a snooze still runs. One of the future was chosen before the clock was set back: it counts no more. */
function isRunning({ at, until }: Snooze, now: string): boolean {
  const [start, moment] = [Date.parse(at), Date.parse(now)];
  const end = Math.min(
    until === null ? Number.POSITIVE_INFINITY : Date.parse(until),
    start + MOST_DAYS * DAY_MS,
  );
  return start <= moment && moment < end;
}

/** Whether an alert is quiet at its stage. */
export function isSnoozed(
  snoozes: Snoozes,
  { id, stage }: Pick<Alert, 'id' | 'stage'>,
  now: string,
): boolean {
  const own = Object.hasOwn(snoozes, id) ? snoozes[id] : undefined;
  return own !== undefined && covers(own.stage, stage) && isRunning(own, now);
}

/** The snoozes with one set in the place of the last of its alert, and without those that run no more. */
export const withSnooze = (snoozes: Snoozes, id: string, chosen: Snooze, now: string): Snoozes =>
  Object.fromEntries(
    [...Object.entries(snoozes).filter(([other]) => other !== id), [id, chosen] as const].filter(([, one]) =>
      isRunning(one, now),
    ),
  );

/** When a snooze of so many days ends: as the day begins in China, when the alerts are looked through anew. */
export const snoozeEnd = (days: number, now: string): string =>
  new Date(startOfDayInChina(dayInChina(now) + days)).toISOString();
