import { describe, expect, it } from 'vitest';
import { eprBindings, eprFilings } from '../../../utils/rules/epr.ts';
import type { ListedPool } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const pool = (id: string, scheme: string, number: string) => ({
  id,
  destinations: ['DE'],
  epr: [{ country: 'DE', scheme, number }],
});

const statusesOf = (...pools: ListedPool[]) => eprBindings(pack, pools).map(({ status }) => status);

const statuses = (...pools: ReturnType<typeof pool>[]) =>
  eprBindings(pack, pools).map(({ status }) => status);

describe('EPR numbers', () => {
  it.each(['DE_LUCID', 'DE_WEEE'])('of %s are bound in every valid spelling of the pack', (scheme) => {
    const format = pack.formats.find(({ id }) => id === scheme);
    for (const number of format?.valid ?? [])
      expect(statuses(pool('P1', scheme, number)), number).toEqual(['bound']);
  });

  it('are one number however they are written', () => {
    const one = pool('P1', 'DE_WEEE', 'DE12345678');
    for (const number of ['DE 12345678', 'WEEE-Reg.-Nr. DE 12345678', 'ＤＥ１２３４５６７８', 'de12345678']) {
      expect(statuses(one, pool('P2', 'DE_WEEE', number)), number).toEqual(['shared', 'shared']);
    }
    expect(statuses(one, pool('P2', 'DE_WEEE', 'DE 12345679'))).toEqual(['bound', 'bound']);
  });

  it('are malformed only where the format is certain', () => {
    expect(statuses(pool('P1', 'DE_WEEE', '12345678'))).toEqual(['malformed']);
    expect(statuses(pool('P1', 'DE_BATT', 'whatever'))).toEqual(['bound']);
  });
});

describe('filing EPR numbers before the merge is applied for', () => {
  const APPLIED = '2026-11-20T12:00:00+08:00';
  const filed = (...filedAt: (string | null)[]) =>
    eprFilings([
      {
        id: 'P1',
        destinations: ['DE', 'ES'],
        appliedAt: APPLIED,
        epr: filedAt.map((at) => ({ country: 'DE', scheme: 'DE_LUCID', number: 'DE1', filedAt: at })),
      },
    ]);
  const readings = (...filedAt: (string | null)[]) => {
    const [filing] = filed(...filedAt);
    return [filing?.readings['at-least-72-hours-before'], filing?.readings['within-the-last-72-hours']];
  };

  it('is in time by both readings, one or none of them', () => {
    expect(readings('2026-11-17T12:00:00+08:00')).toEqual(['pass', 'pass']);
    expect(readings('2026-11-17T12:00:01+08:00')).toEqual(['fail', 'pass']);
    expect(readings('2026-11-20T04:00:00Z')).toEqual(['fail', 'pass']);
    expect(readings('2026-11-20T04:00:01Z')).toEqual(['fail', 'fail']);
  });

  it('must be so of every number of the country', () => {
    expect(readings('2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z')).toEqual(['fail', 'pass']);
    expect(readings('2026-11-01T00:00:00Z', null)).toEqual(['unknown', 'unknown']);
  });

  it('is not known without a number, a time of filing or of applying', () => {
    expect(readings()).toEqual(['unknown', 'unknown']);
    expect(readings(null)).toEqual(['unknown', 'unknown']);
    const pools = [
      { id: 'P1', destinations: ['FR'], epr: [{ country: 'FR', scheme: 'FR_UIN', number: ' ' }] },
    ];
    expect(eprFilings(pools)[0]?.readings['within-the-last-72-hours']).toBe('unknown');
  });

  it('is asked for in Germany and France alone', () => {
    expect(filed('2026-11-01T00:00:00Z').map(({ pool: id, country }) => [id, country])).toEqual([
      ['P1', 'DE'],
    ]);
  });
});

describe('the EPR numbers of a pool', () => {
  const of = (id: string, ...numbers: [scheme: string, number: string | null][]) => ({
    id,
    destinations: ['DE'],
    epr: numbers.map(([scheme, number]) => ({ country: 'DE', scheme, number })),
  });

  it('are one with LUCID’s -V and without, and with no other ending', () => {
    const plain = of('P1', ['DE_LUCID', 'DE3050219647799']);
    expect(statusesOf(plain, of('P2', ['DE_LUCID', 'DE3050219647799-V']))).toEqual(['shared', 'shared']);
    expect(statusesOf(of('P1', ['FR_UIN', 'FR1-V']), of('P2', ['FR_UIN', 'FR1']))).toEqual([
      'bound',
      'bound',
    ]);
    expect(statusesOf(of('P1', ['DE_BATT', 'X-VX']), of('P2', ['DE_BATT', 'XX']))).toEqual([
      'bound',
      'bound',
    ]);
    expect(statusesOf(of('P1', ['DE_LUCID', 'DE-V1']), of('P2', ['DE_LUCID', 'DE1']))).toEqual([
      'malformed',
      'malformed',
    ]);
  });

  it('are told apart by what stands before them only where a scheme has such a prefix', () => {
    expect(statusesOf(of('P1', ['DE_BATT', 'X DE12345678']), of('P2', ['DE_BATT', 'DE12345678']))).toEqual([
      'bound',
      'bound',
    ]);
  });

  it('are wrong where one of several is', () => {
    const good = ['DE_LUCID', 'DE3050219647799'] as [string, string];
    const other = ['DE_WEEE', 'DE12345678'] as [string, string];
    expect(statusesOf(of('P1', good, ['DE_WEEE', 'DE1']))).toEqual(['malformed']);
    expect(statusesOf(of('P1', good, other), of('P2', other))).toEqual(['shared', 'shared']);
    expect(statusesOf(of('P1', good, other), of('P2', ['DE_WEEE', 'DE87654321']))).toEqual([
      'bound',
      'bound',
    ]);
  });

  it('that are blank or not known are none', () => {
    expect(statusesOf(of('P1', ['DE_LUCID', ' ']))).toEqual(['missing']);
    expect(statusesOf(of('P1', ['DE_LUCID', null]))).toEqual(['missing']);
    expect(statusesOf({ id: 'P1', destinations: ['DE'] })).toEqual(['missing']);
    expect(statusesOf(of('P1', ['unheard-of', 'X']))).toEqual(['bound']);
    const french = {
      id: 'P1',
      destinations: ['DE'],
      epr: [{ country: 'FR', scheme: 'FR_UIN', number: 'FR1' }],
    };
    expect(statusesOf(french)).toEqual(['missing']);
  });
});

describe('the filing of several numbers', () => {
  const filing = (epr: NonNullable<ListedPool['epr']>) =>
    eprFilings([{ id: 'P1', destinations: ['DE'], appliedAt: '2026-11-20T00:00:00Z', epr }])[0]?.readings[
      'at-least-72-hours-before'
    ];
  const filed = { country: 'DE', scheme: 'DE_LUCID', number: 'DE1', filedAt: '2026-11-01T00:00:00Z' };

  it('looks at those of the country that have a number', () => {
    const late = '2026-11-19T00:00:00Z';
    expect(filing([filed, { ...filed, country: 'FR', filedAt: late }])).toBe('pass');
    expect(filing([filed, { ...filed, number: ' ', filedAt: late }])).toBe('pass');
    expect(filing([filed, { ...filed, number: null, filedAt: late }])).toBe('pass');
    expect(filing([filed, { ...filed, filedAt: late }])).toBe('fail');
  });
});
