import { judgeRate, type RateFinding } from '../utils/calls/judge.ts';
import type { Bounds, CallLog } from '../utils/calls/log.ts';
import type { LineFault, LogProblem, LogRefusal } from '../utils/calls/problems.ts';
import type { Verdict } from '../utils/features/judgement.ts';
import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import { shownCount } from './import-texts.ts';

const PROBLEMS: Record<LogProblem, MessageKey> = {
  empty: 'callsEmpty',
  'json-array': 'callsJsonArray',
  'no-text': 'callsNoText',
  'no-times': 'callsNoTimes',
  'not-readable': 'importProblem_not_readable',
  'open-quote': 'importProblem_open_quote',
  packed: 'callsPacked',
  'too-many-minutes': 'callsTooManyMinutes',
};

const FAULTS: Record<LineFault, MessageKey> = {
  'day-order': 'callsFaultDayOrder',
  impossible: 'callsFaultImpossible',
  'no-time': 'callsFaultNoTime',
  'not-json': 'callsFaultNotJson',
  'other-zone': 'callsFaultOtherZone',
  quotes: 'callsFaultQuotes',
  'several-times': 'callsFaultSeveralTimes',
};

interface FindingText {
  verdict: Verdict;
  text: MessageKey;
  /** The count that the sentence names. */
  of(log: CallLog): Bounds;
}

const FINDINGS: Record<RateFinding, FindingText> = {
  over: { verdict: 'fail', text: 'callsOver', of: (log) => log.clockMinute },
  'over-sixty': { verdict: 'caution', text: 'callsOverSixty', of: (log) => log.sixtySeconds },
  'unsure-lines': { verdict: 'unknown', text: 'callsUnsureLines', of: (log) => log.clockMinute },
  'unsure-seconds': { verdict: 'unknown', text: 'callsUnsureSeconds', of: (log) => log.sixtySeconds },
  within: {
    verdict: 'pass',
    text: 'callsWithin',
    of: ({ sixtySeconds: { most } }) => ({ least: most, most }),
  },
};

/** Why nothing can be said of a log, and what to do. */
export const refusalText = ({ problem, args = [] }: LogRefusal, t: Translator): string =>
  t(PROBLEMS[problem], ...args);

/** Why no time is known of a line. */
export const faultText = (fault: LineFault, t: Translator): string => t(FAULTS[fault]);

/** A count, or the two values that it lies between. */
export const boundsText = ({ least, most }: Bounds, t: Translator): string =>
  least === most ? shownCount(least, t) : t('callsBounds', shownCount(least, t), shownCount(most, t));

/** What a log says of the limit, as a verdict and a sentence. */
export function findingText(log: CallLog, t: Translator): { verdict: Verdict; text: string } {
  const { verdict, text, of } = FINDINGS[judgeRate(log)];
  return { verdict, text: t(text, boundsText(of(log), t), shownCount(log.limit, t)) };
}

/** How times of a log are shown: those with a zone in China's, the others as the log has them. */
export function timeFormat({ hasZone }: CallLog, t: Translator, second?: 'second'): (at: number) => string {
  const format = new Intl.DateTimeFormat(t.tag, {
    timeZone: hasZone ? 'Asia/Shanghai' : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    ...(second && { second: '2-digit' }),
    hourCycle: 'h23',
  });
  return (at) => format.format(at * 1000);
}
