import type { Text } from '../../i18n/translate.ts';
import type { Pack } from '../../rules/pack.ts';
import { decideRules } from '../../rules/programmes.ts';
import { type Outcome, plain, type Quantity } from '../../rules/quantity.ts';
import type { Subject } from '../judgement.ts';
import { reasonOf } from '../programme.ts';
import type { Section } from './section.ts';

const CALL_RATE = 'merge.triage-call-rate';

const LINES: Record<Outcome, Text['key']> = {
  pass: 'monitorCallsWithin',
  fail: 'monitorCallsOver',
  unknown: 'monitorCallsUnknown',
};

/** The calls that are allowed in a minute, where the rules say. */
export function mostCalls({ rules }: Pack): number | null {
  const limit = rules.find(({ id }) => id === CALL_RATE)?.test?.value;
  return typeof limit === 'string' ? Number(limit) : null;
}

/** The calls per minute that a log proved or a person typed, against their limit. */
export function calls(subject: Subject): Section {
  const decided = decideRules(subject, 'merge').filter(({ rule }) => rule.id === CALL_RATE);
  const outcome = decided[0]?.outcome ?? 'unknown';
  const rate = subject.value('failure.callsPerMinute') as Quantity | undefined;
  const limit = String(decided[0]?.rule.test?.value ?? '');
  return {
    verdict: outcome,
    line: { key: LINES[outcome], args: [rate ? plain(rate.lo) : '', limit] },
    facts: ['failure.callsPerMinute'],
    reasons: decided.map(reasonOf),
  };
}
