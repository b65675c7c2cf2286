import type { CallLog } from './log.ts';

/**
 * `over`: too many calls in a minute of the clock. `over-sixty`: not in one of these, but within some 60 seconds,
 * and no source says which of the two counts. `unsure-lines`, `unsure-seconds`: lines that can't be read, or times
 * without the fractions of a second, leave room for too many.
 */
export type RateFinding = 'over' | 'over-sixty' | 'unsure-lines' | 'unsure-seconds' | 'within';

/** What a log says of the limit: within it only where it is so however the log is read. */
export function judgeRate({ limit, clockMinute, sixtySeconds }: CallLog): RateFinding {
  if (clockMinute.least > limit) return 'over';
  if (sixtySeconds.least > limit) return 'over-sixty';
  if (clockMinute.most > limit) return 'unsure-lines';
  if (sixtySeconds.most > limit) return 'unsure-seconds';
  return 'within';
}

/** The calls per minute that can be kept as a fact: the bound that proves the finding, none where nothing is proven. */
export function provenRate(log: CallLog): number | undefined {
  const finding = judgeRate(log);
  if (finding === 'over') return log.clockMinute.least;
  return finding === 'within' ? log.clockMinute.most : undefined;
}
