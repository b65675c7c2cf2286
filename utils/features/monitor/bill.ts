import type { Subject } from '../judgement.ts';
import { statements } from '../programme.ts';
import { dueReason, duesOf } from './dates.ts';
import type { Section } from './section.ts';

const BILL = 'merge.bill';
const UNSTATED = ['merge.gap-fee-currency', 'merge.gap-rounding'];

/** When the bill of the pool's month comes, by both readings of "before the 10th". */
export function bill(subject: Subject): Section {
  const { month } = subject.facts.pool ?? {};
  const days = duesOf(subject, BILL)
    .map(({ latest }) => latest)
    .toSorted();
  const [first, last = first] = days;
  const common = {
    reasons: [...dueReason(subject, BILL), ...statements(subject.pack, ...UNSTATED)],
  };
  return month && first && last
    ? { ...common, verdict: 'none', line: { key: 'monitorBill', args: [month, first, last] } }
    : { ...common, verdict: 'unknown', line: { key: 'monitorBillUnknown' } };
}
