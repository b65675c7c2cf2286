import type { ProductFacts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';

/** A certificate or registration, and the last day on which it holds. */
export type Expiry = NonNullable<ProductFacts['expiries']>[number];

/** What a certificate or registration is called where its end is spoken of. */
export const expiryName = (name: string, number: string | null | undefined): string =>
  number ? `${name} ${number}` : name;

/** An end is spoken of from so many days before it on, at each stage anew and more urgently. */
const DAYS = [30, 7, 1] as const;
export const STAGES = [...DAYS, 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** What ends within 30 days or has ended. */
export interface Ending extends Expiry {
  /** 0 on its last day. */
  daysLeft: number;
  stage: Stage;
}

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The day in China at a time, in days since 1970: the days of a certificate are days there. */
export const dayInChina = (time: string): number => Math.floor((Date.parse(time) + CHINA_MS) / DAY_MS);

/** When a day in China begins, in milliseconds since 1970. */
export const startOfDayInChina = (day: number): number => day * DAY_MS - CHINA_MS;

const stageAt = (daysLeft: number): Stage | undefined =>
  daysLeft < 0 ? 'ended' : DAYS.findLast((days) => daysLeft <= days);

/** How many days it holds after today; 0 on its last day. */
const daysLeftOf = (on: string, at: string): number => Date.parse(on) / DAY_MS - dayInChina(at);

/** Whether the last day of a certificate or registration was past at a time. */
export const isOver = (on: string, at: string): boolean => daysLeftOf(on, at) < 0;

/** Of certificates and registrations those that end within 30 days or have ended, the soonest first. */
export function endingsOf(expiries: ProductFacts['expiries'], at: string): Ending[] {
  return (expiries ?? [])
    .flatMap(({ what, on }) => {
      const daysLeft = daysLeftOf(on, at);
      const stage = stageAt(daysLeft);
      return stage ? [{ what, on, daysLeft, stage }] : [];
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}

export const seenEnding = z.strictObject({ what: z.string(), on: z.string(), stage: z.literal(STAGES) });

/** An ending that a person has seen, at the stage it was at. */
export type SeenEnding = z.infer<typeof seenEnding>;

/** Whether an ending was seen at its stage or a later one; with another day it is another ending. */
export const isSeen = (seen: readonly SeenEnding[], { what, on, stage }: SeenEnding): boolean =>
  seen.some(
    (entry) => entry.what === what && entry.on === on && STAGES.indexOf(entry.stage) >= STAGES.indexOf(stage),
  );
