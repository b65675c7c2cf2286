/** What to trace. */
export const CATEGORIES = [
  '-*',
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/**
 * What the page's main thread spent, in milliseconds of the thread's own time and not of the clock's: what else the
 * machine does meanwhile is not counted.
 */
export interface Spent {
  script: number;
  style: number;
  layout: number;
  /** Script, style and layout. */
  sum: number;
  /** All that it did: also painting, collecting garbage, taking messages. */
  all: number;
  longestTask: number;
  /** The longest stretch of script without a pause, with the style and layout that it forced. */
  longestScript: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds by the clock. */
  ts: number;
  dur: number;
  /** Microseconds of the thread's own time; absent where it was less than one. */
  tdur?: number;
}

const TASK = new Set(['ThreadControllerImpl::RunTask']);
const STYLE = new Set(['UpdateLayoutTree']);
const LAYOUT = new Set(['Layout']);
/** An answer to a message is taken in a microtask of its own. */
const SCRIPT = new Set([
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'EvaluateScript',
  'FireAnimationFrame',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
]);

/** @throws where the trace does not hold the mark, which tells the page's thread and when to begin */
export function spentSince(markName: string, trace: Uint8Array): Spent {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === markName);
  if (!mark) throw new Error(`The trace does not hold ${markName}`);
  const timed = traceEvents.filter(({ ph, ts }) => ph === 'X' && ts >= mark.ts);
  const own = timed.filter((event) => threadOf(event) === threadOf(mark));
  const tasks = outermost(own, TASK);
  const scripts = outermost(own, SCRIPT);
  const styles = outermost(own, STYLE);
  const layouts = outermost(own, LAYOUT);
  const style = total(styles);
  const layout = total(layouts) - total(within(styles, layouts));
  const script = total(scripts) - total(within(outermost(own, new Set([...STYLE, ...LAYOUT])), scripts));
  return {
    script,
    style,
    layout,
    sum: script + style + layout,
    all: total(tasks),
    longestTask: longest(tasks),
    longestScript: longest(scripts),
  };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

const milliseconds = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;

const total = (events: readonly TraceEvent[]): number =>
  events.reduce((sum, event) => sum + milliseconds(event), 0);

const longest = (events: readonly TraceEvent[]): number => Math.max(0, ...events.map(milliseconds));

/** The events of one thread that have one of the names, but those that happen inside another of them. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): TraceEvent[] {
  const found: TraceEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const named = events.filter(({ name }) => names.has(name));
  for (const event of named.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (event.ts < end) continue;
    found.push(event);
    end = event.ts + event.dur;
  }
  return found;
}

const within = (events: readonly TraceEvent[], others: readonly TraceEvent[]): TraceEvent[] =>
  events.filter(({ ts }) => others.some((other) => ts >= other.ts && ts < other.ts + other.dur));
