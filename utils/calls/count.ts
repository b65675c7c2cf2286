import { named } from '../import/columns.ts';
import type { Bounds, CallLog, MinuteCount } from './log.ts';
import { type LineFault, type UnreadableLines, UnreadableLog } from './problems.ts';
import type { CallTime } from './time.ts';

/** Minutes with calls of one log, a quarter of a year of them: what a log takes is bounded, however long it is. */
const MAX_MINUTES = 92 * 24 * 60;
const SHOWN_UNREADABLE = 10;
const SHOWN_OVER = 20;
const MAX_BARS = 60;

interface Minute {
  calls: number;
  perSecond: Uint32Array;
  /** Unreadable lines that stand beside calls of this minute and may be calls of it too. */
  perhaps: number;
}

const EMPTY: Minute = { calls: 0, perSecond: new Uint32Array(60), perhaps: 0 };

/** Counts the calls of a log, line by line in the log's order. */
export class CallCounter {
  private readonly minutes = new Map<number, Minute>();
  private readonly unreadable: UnreadableLines = { count: 0, first: [] };
  private readonly steps = { up: false, down: false };
  private lastMinute: number | undefined;
  /** Unreadable lines since the last call. */
  private pending = 0;
  private calls = 0;
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private hasZone: boolean | undefined;
  private hasSeconds = true;

  /** Takes a line with its time, or the reason why none is known of it. */
  add(line: number, text: string, time: CallTime | LineFault): void {
    if (typeof time === 'string') this.addUnreadable(line, text, time);
    // Times of an unknown zone have no place among the others.
    else if (time.hasZone !== (this.hasZone ?? time.hasZone)) this.addUnreadable(line, text, 'other-zone');
    else this.addCall(time);
  }

  /** Takes lines, the first of which is `line`, of which it is not known whether and when they were calls. */
  addUnreadable(line: number, text: string, fault: LineFault, lines = 1): void {
    this.unreadable.count += lines;
    this.pending += lines;
    if (this.unreadable.first.length < SHOWN_UNREADABLE) {
      this.unreadable.first.push({ line, fault, sample: named(text) });
    }
  }

  private addCall({ second, hasZone, hasSeconds }: CallTime): void {
    const key = Math.floor(second / 60);
    const minute = this.minuteAt(key);
    minute.calls += 1;
    minute.perSecond[second - key * 60] = (minute.perSecond[second - key * 60] ?? 0) + 1;
    this.calls += 1;
    this.hasZone = hasZone;
    this.hasSeconds &&= hasSeconds;
    this.from = Math.min(this.from, second);
    this.to = Math.max(this.to, second);
    this.step(key, minute);
  }

  private minuteAt(key: number): Minute {
    const known = this.minutes.get(key);
    if (known) return known;
    if (this.minutes.size === MAX_MINUTES) {
      throw new UnreadableLog({ problem: 'too-many-minutes', args: [MAX_MINUTES / (24 * 60)] });
    }
    const minute = { calls: 0, perSecond: new Uint32Array(60), perhaps: 0 };
    this.minutes.set(key, minute);
    return minute;
  }

  /**
   * In a log in order, unreadable lines belong to the minutes of the calls around them, or to minutes between these,
   * which have no call that could be read and so never more calls than these two may have.
   */
  private step(key: number, minute: Minute): void {
    const last = this.lastMinute ?? key;
    if (key > last) this.steps.up = true;
    if (key < last) this.steps.down = true;
    minute.perhaps += this.pending;
    if (key !== last) this.leave(last);
    this.pending = 0;
    this.lastMinute = key;
  }

  private leave(key: number): void {
    const minute = this.minutes.get(key);
    if (minute) minute.perhaps += this.pending;
  }

  /**
   * What all lines together say.
   * @throws {UnreadableLog} no line has a time
   */
  result(limit: number): CallLog {
    const { lastMinute, unreadable } = this;
    if (lastMinute === undefined) {
      throw new UnreadableLog(
        unreadable.count === 0 ? { problem: 'empty' } : { problem: 'no-times', unreadable },
      );
    }
    this.leave(lastMinute);
    this.pending = 0;
    const counts = [...this.minutes]
      .map(([key, { calls }]) => ({ start: key * 60, calls }))
      .sort((one, other) => other.calls - one.calls || one.start - other.start);
    const over = counts.filter(({ calls }) => calls > limit);
    return {
      limit,
      calls: this.calls,
      unreadable,
      hasZone: this.hasZone === true,
      hasSeconds: this.hasSeconds,
      isOrdered: this.isOrdered,
      from: this.from,
      to: this.to,
      busiest: counts[0] ?? { start: lastMinute * 60, calls: 0 },
      ...this.peaks(),
      over: { count: over.length, highest: over.slice(0, SHOWN_OVER) },
      chart: this.chart(counts),
    };
  }

  private get isOrdered(): boolean {
    return !(this.steps.up && this.steps.down);
  }

  private perhapsIn(...minutes: readonly Minute[]): number {
    if (!this.isOrdered) return this.unreadable.count;
    return minutes.reduce((sum, { perhaps }) => sum + perhaps, 0);
  }

  private peaks(): Pick<CallLog, 'clockMinute' | 'sixtySeconds'> {
    const clockMinute = { least: 0, most: 0 };
    const sixtySeconds = { least: 0, most: 0 };
    for (const [key, minute] of this.minutes) {
      const before = this.minutes.get(key - 1) ?? EMPTY;
      raise(clockMinute, { least: minute.calls, most: minute.calls + this.perhapsIn(minute) });
      const { least, most } = this.hasSeconds ? endingIn(minute, before) : endingInSome(minute, before);
      raise(sixtySeconds, { least, most: most + this.perhapsIn(minute, before) });
    }
    return { clockMinute, sixtySeconds };
  }

  private chart(counts: readonly MinuteCount[]): CallLog['chart'] {
    const first = Math.floor(this.from / 60);
    const minutesEach = Math.ceil((Math.floor(this.to / 60) - first + 1) / MAX_BARS);
    const bars = Math.ceil((Math.floor(this.to / 60) - first + 1) / minutesEach);
    const peaks: number[] = Array.from({ length: bars }, () => 0);
    for (const { start, calls } of counts) {
      const bar = Math.floor((start / 60 - first) / minutesEach);
      peaks[bar] = Math.max(peaks[bar] ?? 0, calls);
    }
    return { minutesEach, peaks };
  }
}

function raise(highest: Bounds, { least, most }: Bounds): void {
  highest.least = Math.max(highest.least, least);
  highest.most = Math.max(highest.most, most);
}

/**
 * The most calls within 60 seconds that end in a minute. The log tells whole seconds: two calls that it puts 60 apart
 * may be less than that, so calls in 60 seconds of the log lie within 60 for certain, and in 61 of them perhaps.
 */
function endingIn(minute: Minute, before: Minute): Bounds {
  const highest = { least: 0, most: 0 };
  let calls = before.calls;
  for (let second = 0; second < 60; second += 1) {
    const most = calls + (minute.perSecond[second] ?? 0);
    calls = most - (before.perSecond[second] ?? 0);
    raise(highest, { least: calls, most });
  }
  return highest;
}

/** The same of calls that tell no seconds: those of one minute for certain, of two in a row perhaps. */
const endingInSome = (minute: Minute, before: Minute): Bounds => ({
  least: minute.calls,
  most: minute.calls + before.calls,
});
