import type { LineFault } from './problems.ts';

/** When a call was made, as far as its line says. */
export interface CallTime {
  /** Whole seconds since 1970; of a time without a zone, as if it were UTC. */
  second: number;
  hasZone: boolean;
  /** Whether the line tells the second, and not the minute alone. */
  hasSeconds: boolean;
}

/** A time further along is part of what the line says, and not when it was written. */
export const HEAD = 160;

const TIME =
  '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,:]\\d{1,9})?)?(?![\\d:])(?!(?:[.,:]\\d+)?\\s?(?:[AaPp]\\.?[Mm]\\b|[上下]午))';
const ZONE = '(?<zone>\\s?(?:Z|UTC|GMT)(?![A-Za-z])|\\s?[+-]\\d{2}:?\\d{2}(?![\\d:])|[+-]\\d{2}(?![\\d:-]))?';
/** Between a day and its time; in a table they may be two cells. */
const GAP = '(?:T|\\s+|\\s?"?[,;]"?\\s?)';

const YEAR_FIRST = new RegExp(
  `(?<!\\d)(?<year>20\\d{2})(?:(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})|年(?<cnMonth>\\d{1,2})月(?<cnDay>\\d{1,2})日)${GAP}${TIME}${ZONE}`,
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** As nginx and Apache write it, and HTTP: `22/Nov/2026:10:00:00 +0800`, `22 Nov 2026 10:00:00 GMT`. */
const NAMED_MONTH = new RegExp(
  `(?<!\\d)(?<day>\\d{1,2})[-/ ](?<name>${MONTHS.join('|')})[a-z]*[-/ ](?<year>20\\d{2})(?::|${GAP})${TIME}${ZONE}`,
  'i',
);
const YEAR_LAST = /(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:20)?\d{2}(?:T|[\s,;"]+)\d{1,2}:\d{2}/;
/** Seconds, milli-, micro- or nanoseconds since 1970, at the beginning or as a cell of its own. */
const EPOCH = /(?:^|[,;|"'[(\t])\s?(\d{19}|\d{16}|\d{13}|\d{10}(?:\.\d+)?)(?=$|[\s,;|"'\])])/g;

/** Where nothing names it a time: the number of an order or product has as many digits, but no fraction. */
const EPOCH_WITH_FRACTION = /^["'[(]?(\d{10}\.\d+)(?=$|[\s,;|"'\])])/g;

/** Of the numbers of ten digits most are something else: a time of these years is one. */
const [FIRST_SECOND, LAST_SECOND] = [Date.UTC(2015, 0) / 1000, Date.UTC(2060, 0) / 1000];

const LARGEST_OFFSET = 14 * 60;

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(zone) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}

const monthOf = ({ month, cnMonth, name }: Record<string, string | undefined>): number =>
  name ? MONTHS.indexOf(name.toLowerCase()) + 1 : Number(month ?? cnMonth);

function timeOf(groups: Record<string, string | undefined>): CallTime | 'impossible' {
  const [year, hour, minute, second] = [groups.year, groups.hour, groups.minute, groups.second ?? 0].map(
    Number,
  );
  const month = monthOf(groups);
  const day = Number(groups.day ?? groups.cnDay);
  const offset = offsetOf(groups.zone ?? '');
  const date = new Date(Date.UTC(year ?? 0, month - 1, day, hour, minute, second));
  // What is out of its range runs over into the next unit.
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    Math.abs(offset) <= LARGEST_OFFSET;
  if (!isReal) return 'impossible';
  return {
    second: date.getTime() / 1000 - offset * 60,
    hasZone: groups.zone !== undefined,
    hasSeconds: groups.second !== undefined,
  };
}

function epochIn(text: string, epoch: RegExp): CallTime | undefined {
  for (const [, digits = ''] of text.matchAll(epoch)) {
    const second = Number(digits.split('.')[0]?.slice(0, 10));
    if (second >= FIRST_SECOND && second < LAST_SECOND) return { second, hasZone: true, hasSeconds: true };
  }
  return undefined;
}

function timeIn(text: string, epoch: RegExp): CallTime | LineFault {
  const head = text.slice(0, HEAD);
  const found = [YEAR_FIRST.exec(head), NAMED_MONTH.exec(head)]
    .filter((match) => match !== null)
    .toSorted((one, other) => one.index - other.index)[0];
  if (found?.groups) return timeOf(found.groups);
  if (YEAR_LAST.test(head)) return 'day-order';
  return epochIn(head, epoch) ?? 'no-time';
}

/** The first time near the beginning of any text, or why none is read there; nothing is guessed. */
export const timeInText = (text: string): CallTime | LineFault => timeIn(text, EPOCH_WITH_FRACTION);

/** The same of a cell or field that is named as a time: in it a whole number may be one. */
export const timeInCell = (text: string): CallTime | LineFault => timeIn(text, EPOCH);
