import { describe, expect, it } from 'vitest';
import { eprBindings, eprFilings } from '../../../utils/rules/epr.ts';
import { pack } from './support.ts';

const pool = (id: string, scheme: string, number: string) => ({
  id,
  destinations: ['DE'],
  epr: [{ country: 'DE', scheme, number }],
});

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
