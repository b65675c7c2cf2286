import { describe, expect, it } from 'vitest';
import { doubtsOn } from '../../../utils/rules/doubts.ts';
import { pack } from './support.ts';

const on = (id: string) => {
  const proven = [...pack.rules, ...pack.fees, ...pack.labels].find((entry) => entry.id === id);
  return doubtsOn(pack, proven?.evidence ?? []).map((doubt) => doubt.id);
};

describe('conflicts and ambiguities', () => {
  it.each([
    ['full.review-3-7', ['conflict.full-review-time']],
    ['semi.agreement', ['conflict.semi-joining']],
    ['merge.full-managed-stores', ['conflict.merge-store-count']],
    ['merge.gmv-90d', ['ambiguity.gmv-of-stores']],
    ['merge.dispute-rate', ['ambiguity.rates-of-several-stores']],
    ['merge.fee-dispatch', ['ambiguity.bill-rounding', 'ambiguity.dispatch-fee']],
    ['merge.fee-incentive', ['ambiguity.incentive-base']],
    ['merge.stage-2', ['conflict.merge-duration']],
    ['semi.dispatch-1-3', ['conflict.semi-dispatch']],
    ['semi.jit-exam', []],
    ['eu.ce', []],
  ])('of %s are %j', (id, expected) => {
    expect(on(id)).toEqual(expected);
  });

  it('hang on something: none is shown nowhere', () => {
    const shown = new Set([...pack.rules, ...pack.fees, ...pack.labels].flatMap(({ id }) => on(id)));
    expect(pack.doubts.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('stand sorted, each once, however many statements name them', () => {
    const both = ['E39', 'E35', 'E40'].map((statement) => ({ source: 'seed-004', statement, quote: 'x' }));
    const ids = doubtsOn(pack, [...both, ...both]).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toContain('ambiguity.bill-rounding');
    expect(ids.length).toBeGreaterThan(3);
  });

  it('hang on nothing that names no statement', () => {
    expect(doubtsOn(pack, [{ source: 'facts-2026-11', quote: 'anything' }])).toEqual([]);
  });
});
