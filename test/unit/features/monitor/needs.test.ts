import { describe, expect, it } from 'vitest';
import { newStore } from '../../../../utils/facts/store-record.ts';
import { AT, storeWith } from '../support.ts';
import { boardOf, failure, LOCKED, MONTH, watched } from './support.ts';

describe('what needs a person', () => {
  it('comes first, the worst before the rest', () => {
    const store = storeWith({ ...MONTH, 'pool.returnRatePct': '19', 'dates.tokenIssued': '2026-08-01' });
    const { needs } = watched({ store, board: boardOf(failure('SC1', LOCKED)) });
    expect(needs.map(({ section, verdict }) => [section, verdict])).toEqual([
      ['token', 'fail'],
      ['fee', 'caution'],
      ['failures', 'caution'],
    ]);
  });

  it('is nothing of a store of which nothing is known, and all of it is called not known', () => {
    const { needs, unknown } = watched({ store: newStore('1', AT) });
    expect(needs).toEqual([]);
    expect(unknown).toEqual(['application', 'figures', 'fee', 'bill', 'token', 'calls', 'failures', 'epr']);
  });
});
