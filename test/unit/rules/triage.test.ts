import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const FOUND: NonNullable<Facts['failure']> = {
  type: 'stock-lock',
  boardChecked: true,
  wmsPushed: true,
  tokenAgeDays: 30,
  callsPerMinute: 500,
  logsCollected: true,
};

const triage = (failure: Facts['failure']) => evaluate(pack, { failure }).triage;

describe('the triage of a failure', () => {
  it.each<[NonNullable<Facts['failure']>, string]>([
    [{}, 'merge.triage-board'],
    [{ boardChecked: false }, 'merge.triage-board'],
    [{ boardChecked: true }, 'merge.triage-type'],
    [{ ...FOUND, wmsPushed: false }, 'merge.triage-wms-push'],
    [{ ...FOUND, tokenAgeDays: 91 }, 'merge.triage-token'],
    [{ ...FOUND, tokenAgeDays: 90 }, 'merge.triage-token'],
    [{ ...FOUND, tokenAgeDays: null }, 'merge.triage-token'],
    [{ ...FOUND, callsPerMinute: 501 }, 'merge.triage-call-rate'],
    [{ ...FOUND, logsCollected: false }, 'merge.triage-logs'],
    [FOUND, 'merge.triage-ticket'],
  ])('%j leads to %s', (failure, next) => {
    expect(triage(failure)?.next).toBe(next);
  });

  it('shows the way gone, with what came out at each step', () => {
    expect(triage({ ...FOUND, callsPerMinute: 501 })?.path).toEqual([
      { rule: 'merge.triage-board', outcome: 'pass' },
      { rule: 'merge.triage-type', outcome: 'pass' },
      { rule: 'merge.triage-wms-push', outcome: 'pass' },
      { rule: 'merge.triage-token', outcome: 'pass' },
      { rule: 'merge.triage-call-rate', outcome: 'fail' },
    ]);
    expect(triage(FOUND)?.path.at(-1)).toEqual({ rule: 'merge.triage-ticket', outcome: 'none' });
  });

  it('does not say whether a token is valid on day 90', () => {
    const token = (tokenAgeDays: number) => triage({ ...FOUND, tokenAgeDays })?.path[3]?.outcome;
    expect([token(89), token(90), token(91)]).toEqual(['pass', 'unknown', 'fail']);
  });

  it.each([
    ['qc-rejected', 'merge.gap-triage-qc-rejected'],
    ['split-timeout', 'merge.gap-triage-split-timeout'],
  ] as const)('of %s ends where the source ends', (type, next) => {
    const found = triage({ ...FOUND, type });
    expect(found?.next).toBe(next);
    expect(found?.path.map(({ rule }) => rule)).toEqual(['merge.triage-board', 'merge.triage-type']);
    expect(pack.rules.find(({ id }) => id === next)?.kind).toBe('gap');
  });

  it('begins with the type in a pack that has no steps', () => {
    const empty = { ...pack, rules: pack.rules.filter(({ kind }) => kind !== 'diagnosis') };
    expect(evaluate(empty, { failure: FOUND }).triage).toEqual({ path: [], next: 'merge.triage-type' });
  });

  it('is not there without a failure', () => {
    expect(triage(null)).toBeUndefined();
  });
});
