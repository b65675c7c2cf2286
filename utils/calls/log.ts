import type { UnreadableLines } from './problems.ts';

/** A count that is known to lie between two values, both included; they are equal where it is known exactly. */
export interface Bounds {
  least: number;
  most: number;
}

/** The calls of one minute of the clock. */
export interface MinuteCount {
  /** Its first second since 1970; where the log names no zone, as if it were UTC. */
  start: number;
  calls: number;
}

/** What a log of calls says of their rate. */
export interface CallLog {
  /** The calls that are allowed in a minute. */
  limit: number;
  calls: number;
  unreadable: UnreadableLines;
  hasZone: boolean;
  /** Whether every call tells its second. */
  hasSeconds: boolean;
  /** Whether the minutes only rise or only fall from line to line. */
  isOrdered: boolean;
  /** The first and last second of a call. */
  from: number;
  to: number;
  /** The minute of the clock with the most calls that could be read. */
  busiest: MinuteCount;
  /** The most calls in a minute of the clock, 12:00:00 to 12:00:59; `most` with the lines that may belong to it. */
  clockMinute: Bounds;
  /** The most calls within any 60 seconds. */
  sixtySeconds: Bounds;
  /** The minutes over the limit: all of them counted, the highest of them named. */
  over: { count: number; highest: MinuteCount[] };
  /** From the first minute to the last: the highest count of a minute in each stretch of so many minutes. */
  chart: { minutesEach: number; peaks: number[] };
}
