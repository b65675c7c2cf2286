import { describe, expect, it } from 'vitest';
import { type KeptFact, type KeptFacts, winning, withKept } from '../../../utils/facts/kept.ts';

const GMV = 'pool.gmv';

const ORIGINS: Record<string, KeptFact['origin']> = {
  typed: { kind: 'typed' },
  read: { kind: 'read', page: 'merge-monitor' },
  imported: { kind: 'imported', file: 'a.csv' },
};

const fact = (kind: string, value: string, at: string): KeptFact => ({
  value,
  text: value,
  at: `2026-11-${at}`,
  origin: ORIGINS[kind] ?? { kind: 'typed' },
});

/** What counts after facts were kept one after the other. */
const counted = (...facts: KeptFact[]): unknown =>
  winning(GMV, facts.reduce<KeptFacts>((kept, one) => withKept(kept, GMV, one), {})[GMV])?.value;

const AHEAD = '30T08:00:00.000Z';
const NOW = '22T08:00:00.000Z';

describe('a clock that is set back', () => {
  it.each([
    ['typed', 'read'],
    ['typed', 'imported'],
    ['read', 'typed'],
    ['imported', 'typed'],
    ['typed', 'typed'],
  ])('lets what is %s now count over what was %s before', (now, before) => {
    expect(counted(fact(before, '1', AHEAD), fact(now, '2', NOW))).toBe('2');
  });

  it('brings what was kept ahead to just before, and leaves what is older as it was', () => {
    const older = fact('imported', '0', '01T08:00:00.000Z');
    const kept = { [GMV]: [older, fact('read', '1', AHEAD)] };
    expect(withKept(kept, GMV, fact('typed', '2', NOW))[GMV]).toEqual([
      older,
      fact('read', '1', '22T07:59:59.999Z'),
      fact('typed', '2', NOW),
    ]);
  });
});

describe('without that', () => {
  it('what is typed in the very moment of a reading counts', () => {
    expect(counted(fact('read', '1', NOW), fact('typed', '2', NOW))).toBe('2');
  });

  it('a reading that comes late does not count over what was typed meanwhile', () => {
    const typed = fact('typed', '1', '22T08:00:05.000Z');
    expect(counted(typed, fact('read', '2', NOW))).toBe('1');
    expect(withKept({ [GMV]: [typed] }, GMV, fact('read', '2', NOW))[GMV]).toContainEqual(typed);
  });
});
