import { describe, expect, it } from 'vitest';
import { alertsOfHealth, alertsOfPack, alertsOfProduct } from '../../../utils/alerts/others.ts';
import { newProduct, type ProductRecord } from '../../../utils/facts/product-record.ts';
import { addDays } from '../../../utils/rules/calendar.ts';
import type { KeptHealth } from '../../../utils/storage/healths.ts';
import { AT, pack } from '../features/support.ts';
import { noon } from './support.ts';

const ID = '1005000000000001';

const ending = (days: Record<string, string>, seen?: ProductRecord['seen']): ProductRecord => ({
  ...newProduct(ID),
  facts: {
    'product.expiries': [
      {
        value: Object.entries(days).map(([what, on]) => ({ what, on })),
        text: '',
        at: AT,
        origin: { kind: 'imported', file: 'a.csv' },
      },
    ],
  },
  ...(seen && { seen }),
});

const stages = (record: ProductRecord, day: string): unknown[] =>
  alertsOfProduct('1', record, noon(day)).map(({ stage }) => stage);

describe('a certificate', () => {
  it.each([
    [-31, []],
    [-30, ['30']],
    [-7, ['7']],
    [-1, ['1']],
    [0, ['1']],
    [1, ['ended']],
  ])('%i days from its end is at its stage', (days, expected) => {
    expect(stages(ending({ CE: '2026-11-22' }), addDays('2026-11-22', days))).toEqual(expected);
  });

  it('is named by product, day and name', () => {
    expect(alertsOfProduct('1', ending({ CE: '2026-11-30' }), noon('2026-11-22'))).toMatchObject([
      { id: `certificate:1:${ID}:2026-11-30:CE`, channelId: '1', due: '2026-11-30', daysLeft: 8 },
    ]);
  });

  it('that was seen before there were snoozes stays quiet until its next stage', () => {
    const seen = [{ what: 'CE', on: '2026-11-30', stage: 30 as const }];
    expect(stages(ending({ CE: '2026-11-30' }, seen), '2026-11-22')).toEqual([]);
    expect(stages(ending({ CE: '2026-11-30' }, seen), '2026-11-23')).toEqual(['7']);
    expect(stages(ending({ CE: '2026-12-01' }, seen), '2026-11-22')).toEqual(['30']);
  });

  it('that was seen when it had ended speaks again when a snooze would', () => {
    const seen = [{ what: 'CE', on: '2026-11-30', stage: 'ended' as const }];
    expect(stages(ending({ CE: '2026-11-30' }, seen), '2026-12-31')).toEqual([]);
    expect(stages(ending({ CE: '2026-11-30' }, seen), '2027-01-01')).toEqual(['ended']);
  });
});

describe('a page', () => {
  const health = (state: 'found' | 'lost', dismissed: string | null = null): KeptHealth => ({
    page: 'home',
    address: 'csp.aliexpress.com/x',
    findings: [{ field: 'store.fulfilmentRatePct', state, by: null, seen: '2026-05-31' }],
    layout: { tables: 1, rows: 2, headers: [] },
    at: AT,
    packVersion: '1',
    dismissed,
  });

  it('that was not fully read is spoken of until it is, or its notice is dismissed', () => {
    expect(alertsOfHealth([health('lost')])).toMatchObject([
      { id: 'health::home', lost: ['store.fulfilmentRatePct'], channelId: null },
    ]);
    expect(alertsOfHealth([health('found')])).toEqual([]);
    expect(alertsOfHealth([health('lost', '1 store.fulfilmentRatePct')])).toEqual([]);
    expect(alertsOfHealth([health('lost', '1 store.gmv90dUsd')])).toHaveLength(1);
  });

  it('is at another stage with another loss', () => {
    const [one] = alertsOfHealth([health('lost')]);
    const [other] = alertsOfHealth([{ ...health('lost'), packVersion: '2' }]);
    expect(one?.id).toBe(other?.id);
    expect(one?.stage).not.toBe(other?.stage);
  });
});

describe('the rules', () => {
  it('are old when they are older than 45 days', () => {
    const at = (days: number) => alertsOfPack(pack, noon(addDays(pack.date, days)));
    expect([at(-3), at(0), at(45)]).toEqual([[], [], []]);
    expect(at(46)).toMatchObject([{ id: `pack::${pack.version}`, stage: 'old', date: pack.date }]);
  });
});
