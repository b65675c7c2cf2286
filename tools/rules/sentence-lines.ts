import type { Evidence, Pack, Period, RuleKind, RuleTest, Start } from '../../utils/rules/pack.ts';

export const textLines = ({ zh, en }: { zh: string; en: string }): string[] => [`zh ${zh}`, `en ${en}`];

const COMPARISONS: Record<Exclude<RuleTest['op'], 'is'>, string> = {
  '>=': 'is at least',
  '<=': 'is at most',
  '<': 'is less than',
  '=': 'is exactly',
};

/** A rule's test in words: a caution or a conflict is nothing that anyone has to reach. */
export function testLine(kind: RuleKind, test: RuleTest): string {
  const holds = kind === 'caution' || kind === 'conflict' ? 'arises' : 'holds';
  if (test.op === 'is') {
    const value = typeof test.value === 'boolean' ? (test.value ? 'yes' : 'no') : test.value;
    return `${holds} where ${test.fact} is ${value}`;
  }
  const open = test.equalUnstated ? '; the source does not say of the very value' : '';
  return `${holds} where ${test.fact} ${COMPARISONS[test.op]} ${test.value}${open}`;
}

const UNITS: Record<Exclude<Period['unit'], 'day-of-next-month'>, string> = {
  days: 'day',
  'working-days': 'working day',
};

const ordinal = (day: number): string =>
  `${day}${day === 1 ? 'st' : day === 2 ? 'nd' : day === 3 ? 'rd' : 'th'}`;

const from = (start: Start): string => (start === 'pool.month' ? 'the month of pool.month' : start);

/** One of a rule's periods in words. */
export function periodLine({ from: start, unit, least, most, isAbout, reading }: Period): string {
  const about = isAbout ? 'about ' : '';
  const range = least === undefined || least === most ? `${most}` : `${least} to ${most}`;
  const time =
    unit === 'day-of-next-month'
      ? `by the ${ordinal(most)} of the month after`
      : `${range} ${UNITS[unit]}${most === 1 ? '' : 's'} after`;
  return `${about}${time} ${from(start)}${reading ? `, by the reading ${reading}` : ''}`;
}

/** A document with its date. */
export function sourceName({ sources }: Pack, id: string): string {
  const source = sources.find((each) => each.id === id);
  return source ? `${source.title.zh} / ${source.title.en}, ${source.date ?? 'undated'}` : id;
}

/** Each quote with its document, date, line and statement. */
export const evidenceLines = (
  pack: Pack,
  evidence: readonly (Omit<Evidence, 'line'> & { line?: number | undefined })[],
): string[] =>
  evidence.flatMap(({ source, statement, line, quote }) => [
    `says ${sourceName(pack, source)}${line === undefined ? '' : `, line ${line}`} (${source}${statement ? `, ${statement}` : ''})`,
    `  “${quote}”`,
  ]);
