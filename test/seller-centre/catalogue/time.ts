const MINUTE = 60_000;

/** The minute at which the stand-in's clock stands still, so that its data never depends on the day of the test. */
export const STANDIN_NOW = Date.UTC(2026, 10, 20, 9, 30);

/** A point in time as the seller centre writes it: `2026-10-12 14:05`. */
export function stampOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** The time `minutes` before the stand-in's now. */
export function minutesAgo(minutes: number): number {
  return STANDIN_NOW - minutes * MINUTE;
}
