import { describe, expect, it } from 'vitest';
import {
  draftOf,
  NEW_POOL,
  newNumber,
  OTHER_SCHEME,
  poolIn,
} from '../../../components/monitor/pool-draft.ts';

const STATED = {
  destinations: ['DE', 'FR'],
  epr: [
    { country: 'DE', scheme: 'DE_LUCID', number: 'DE3050219647799', filedAt: '2026-11-16T03:20:00.000Z' },
    { country: 'IT', scheme: OTHER_SCHEME, number: 'X1', filedAt: null },
  ],
  appliedAt: '2026-11-20T00:00:00.000Z',
  at: '2026-11-22T00:00:00.000Z',
};

describe('a pool as it is typed', () => {
  it('states what is kept of it, when nothing was changed', () => {
    const { at: _at, ...pool } = STATED;
    expect(poolIn(draftOf({ id: 'POOL-1', stated: STATED }))).toEqual({ pool });
  });

  it('states nothing where nothing was typed: it is not known, and not none', () => {
    const pool = { destinations: null, epr: null, appliedAt: null };
    expect(poolIn({ ...NEW_POOL, id: 'POOL-1' })).toEqual({ pool });
  });

  it('takes countries by code and by name, in both languages', () => {
    const stated = poolIn({ ...NEW_POOL, id: 'POOL-1', destinations: '德国、France，ES' });
    expect(stated).toMatchObject({ pool: { destinations: ['DE', 'FR', 'ES'] } });
  });

  it.each([
    [{ id: '' }, 'poolProblemId'],
    [{ id: 'POOL 1' }, 'poolProblemId'],
    [{ destinations: 'DE, Atlantis' }, 'poolProblemCountry'],
    [{ numbers: [newNumber()] }, 'poolProblemNumber'],
    [{ numbers: [{ ...newNumber(), number: '1', scheme: OTHER_SCHEME }] }, 'poolProblemNoCountry'],
    [
      { numbers: [{ ...newNumber(), number: '1', scheme: OTHER_SCHEME, country: 'DE, FR' }] },
      'poolProblemCountry',
    ],
  ])('is refused with %j', (part, key) => {
    expect(poolIn({ ...NEW_POOL, id: 'POOL-1', ...part })).toMatchObject({ problem: { key } });
  });
});
