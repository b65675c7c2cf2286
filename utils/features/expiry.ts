import { type Ending, endingsOf, type Stage } from '../facts/expiry.ts';
import type { MessageKey, Text } from '../i18n/translate.ts';
import type { Subject, Verdict } from './judgement.ts';

const WARNINGS: Record<Stage, MessageKey> = {
  30: 'endsIn30Days',
  7: 'endsIn7Days',
  1: 'endsIn1Day',
  ended: 'hasEnded',
};

/** What of the product's certificates and registrations ends within 30 days or has ended, the soonest first. */
export const endings = ({ facts: { product }, readAt }: Subject): Ending[] =>
  endingsOf(product?.expiries, readAt);

export const warningOf = ({ what, on, daysLeft, stage }: Ending): Text => ({
  key: WARNINGS[stage],
  args: [what, on, daysLeft],
});

/** Nothing is green over what ends, and nothing but a fail hides what has ended. */
export function overEndings(verdict: Verdict, soon: readonly Ending[]): Verdict {
  const isHidden = verdict !== 'fail' && soon.some(({ stage }) => stage === 'ended');
  return isHidden || (verdict === 'pass' && soon.length > 0) ? 'caution' : verdict;
}
