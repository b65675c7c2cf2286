import { describe, expect, it } from 'vitest';
import type { StatedPool } from '../../../../utils/facts/pools.ts';
import { newStore, type StoreRecord } from '../../../../utils/facts/store-record.ts';
import { AT } from '../support.ts';
import { boardOf, failure, watched } from './support.ts';

const LUCID = 'DE3050219647799';

const lucid = (number: string, filedAt: string | null = null) => ({
  country: 'DE',
  scheme: 'DE_LUCID',
  number,
  filedAt,
});

const storeOf = (channelId: string, pools: Record<string, Partial<StatedPool>>): StoreRecord => ({
  ...newStore(channelId, AT),
  pools: Object.fromEntries(
    Object.entries(pools).map(([id, pool]) => [
      id,
      { destinations: ['DE'], epr: null, appliedAt: null, at: AT, ...pool },
    ]),
  ),
});

const eprOf = (store: StoreRecord, ...others: StoreRecord[]) => watched({ store, others }).sections.epr;
const poolOf = (pool: Partial<StatedPool>, ...others: StoreRecord[]) =>
  eprOf(storeOf('1', { 'POOL-1': pool }), ...others).pools[0];

describe('the pools of a store', () => {
  it('are asked for where none is kept', () => {
    expect(eprOf(newStore('1', AT))).toMatchObject({ verdict: 'unknown', pools: [] });
  });

  it('that the board names and nobody kept are there to be added', () => {
    const board = boardOf(failure('SC1', { pool: 'POOL-1' }), failure('SC2', { pool: 'POOL-2' }));
    const { epr } = watched({ store: storeOf('1', { 'POOL-1': {} }), board }).sections;
    expect(epr.seen).toEqual(['POOL-2']);
  });

  it('pass only with where they sell, a number of its form, alone, and filed in time', () => {
    const appliedAt = '2026-11-20T00:00:00Z';
    const filed = { epr: [lucid(LUCID, '2026-11-16T00:00:00Z')], appliedAt };
    expect(poolOf(filed)?.verdict).toBe('pass');
    expect(poolOf({ ...filed, destinations: null })?.verdict).toBe('unknown');
    expect(poolOf({ ...filed, appliedAt: null })?.verdict).toBe('unknown');
    expect(poolOf({ ...filed, epr: null })?.verdict).toBe('unknown');
    expect(poolOf({ ...filed, destinations: ['DE', 'FR'] })?.verdict).toBe('fail');
  });

  it.each([
    ['2026-11-17T00:00:00Z', ['in time', 'in time']],
    ['2026-11-17T00:01:00Z', ['not in time', 'in time']],
    ['2026-11-20T00:01:00Z', ['not in time', 'not in time']],
  ])('filed at %s for 20 November are told by both readings of the 72 hours', (filedAt, [safe, other]) => {
    const pool = poolOf({ epr: [lucid(LUCID, filedAt)], appliedAt: '2026-11-20T00:00:00Z' });
    const filing = pool?.bindings.at(-1);
    expect(filing?.text).toMatch(new RegExp(`applying”: ${safe};.*applying”: ${other}$`));
    expect(filing?.verdict).toBe(safe === 'in time' ? 'pass' : 'fail');
  });

  it('tell a number that is wrong from one that is only unusual', () => {
    const checks = (country: string, scheme: string, number: string) =>
      poolOf({ epr: [{ country, scheme, number, filedAt: null }] })?.numbers[0]?.checks[0]?.verdict;
    expect(checks('DE', 'DE_LUCID', LUCID)).toBe('pass');
    expect(checks('DE', 'DE_LUCID', 'DE12')).toBe('fail');
    expect(checks('FR', 'FR_UIN', 'FR12')).toBe('caution');
    expect(checks('IT', 'OTHER', 'X1')).toBe('none');
  });

  it('share a number with a pool of another store, which is named', () => {
    const other = { ...storeOf('2', { 'POOL-9': { epr: [lucid(`${LUCID}-V`)] } }), name: 'Second shop' };
    const shared = poolOf({ epr: [lucid(LUCID)] }, other);
    expect(shared?.verdict).toBe('fail');
    expect(shared?.numbers[0]?.checks[1]).toMatchObject({
      verdict: 'fail',
      text: expect.stringContaining('POOL-9 (Second shop)'),
    });
    expect(shared?.bindings[0]?.verdict).toBe('fail');
  });

  it('are one where several stores name one Pool ID, and what they state otherwise is named', () => {
    const own = { epr: [lucid(LUCID)], at: '2026-11-01' };
    const same = storeOf('2', { 'POOL-1': { epr: [lucid(LUCID)] } });
    const agreed = poolOf(own, same);
    expect(agreed?.numbers[0]?.checks[1]?.verdict).toBe('pass');
    expect(agreed?.contradictions).toEqual([]);
    const contrary = poolOf(own, storeOf('2', { 'POOL-1': { destinations: ['FR'], epr: null } }));
    expect(contrary?.contradictions).toEqual([expect.stringContaining('destinations')]);
    expect(contrary?.lines[0]).toContain('France');
    expect(contrary?.numbers).toHaveLength(1);
  });

  it('of other stores are not shown, and a pool may have any name', () => {
    const named = eprOf(storeOf('1', { constructor: {} }), storeOf('2', { 'POOL-9': {} }));
    expect(named.pools.map(({ id }) => id)).toEqual(['constructor']);
    expect(eprOf(newStore('1', AT), storeOf('2', { constructor: {} })).pools).toEqual([]);
  });
});
