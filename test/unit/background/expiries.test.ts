import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  forgetLook,
  listEndings,
  markSeen,
  watchExpiries,
} from '../../../entrypoints/background/expiries.ts';
import { keepImported } from '../../../entrypoints/background/import.ts';
import { announceChange } from '../../../utils/storage/edition.ts';
import { resetStorage } from '../storage/support.ts';

const { badge } = vi.hoisted(() => ({ badge: { text: '', times: 0 } }));

vi.mock('wxt/browser', async () => {
  const { fakeBrowser: fake } = await import('wxt/testing/fake-browser');
  const action = {
    setBadgeText: async ({ text }: { text: string }) => {
      badge.text = text;
      badge.times += 1;
    },
    setBadgeTextColor: async () => undefined,
    setBadgeBackgroundColor: async () => undefined,
  };
  return { browser: Object.assign(fake, { action }) };
});

const [A, B] = ['1005000000000001', '1005000000000002'] as const;

const certify = (channelId: string, productId: string, days: Record<string, string>) =>
  keepImported({
    channelId,
    file: 'products.csv',
    at: new Date().toISOString(),
    products: [{ productId, facts: {}, expiries: Object.entries(days).map(([what, on]) => ({ what, on })) }],
  });

const listed = async () =>
  (await listEndings()).map(({ channelId, productId, what, stage }) => [channelId, productId, what, stage]);

beforeEach(() => {
  resetStorage();
  badge.text = '';
  badge.times = 0;
  vi.useFakeTimers({ now: new Date('2026-11-22T08:00:00.000Z'), toFake: ['Date'] });
});

afterEach(() => vi.useRealTimers());

describe('what ends', () => {
  it('is listed of all products of all stores, the soonest first, and counted on the badge', async () => {
    await certify('1', A, { CE: '2026-12-10', KC: '2027-12-10' });
    await certify('1', B, { UKCA: '2026-11-23' });
    await certify('22', A, { CPNP: '2026-11-01' });
    expect(await listed()).toEqual([
      ['22', A, 'CPNP', 'ended'],
      ['1', B, 'UKCA', 1],
      ['1', A, 'CE', 30],
    ]);
    expect(badge.text).toBe('3');
  });

  it('leaves no badge where there is nothing', async () => {
    await certify('1', A, { CE: '2027-12-10' });
    expect(await listed()).toEqual([]);
    expect(badge.text).toBe('');
  });

  it('keeps to four characters on the badge', async () => {
    const days = (from: number) =>
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`CE ${from + index}`, '2026-12-01']));
    await certify('1', A, days(0));
    await certify('1', B, days(500));
    expect(await listEndings()).toHaveLength(1000);
    expect(badge.text).toBe('999+');
  });

  it('is quiet once seen, until its next stage or another day', async () => {
    await certify('1', A, { CE: '2026-12-10', KC: '2026-12-11' });
    const seen = { channelId: '1', productId: A, what: 'CE', on: '2026-12-10', stage: 30 } as const;
    expect((await markSeen(seen)).map(({ what }) => what)).toEqual(['KC']);
    expect(badge.text).toBe('1');
    vi.setSystemTime(new Date('2026-12-02T08:00:00.000Z'));
    expect(await listed()).toEqual([['1', A, 'KC', 30]]);
    vi.setSystemTime(new Date('2026-12-03T08:00:00.000Z'));
    expect(await listed()).toEqual([
      ['1', A, 'CE', 7],
      ['1', A, 'KC', 30],
    ]);
    await markSeen({ ...seen, stage: 7 });
    await certify('1', A, { CE: '2026-12-09' });
    expect(await listed()).toEqual([
      ['1', A, 'CE', 7],
      ['1', A, 'KC', 30],
    ]);
  });

  it('loses what was seen to no later import', async () => {
    await certify('1', A, { CE: '2026-12-10' });
    await markSeen({ channelId: '1', productId: A, what: 'CE', on: '2026-12-10', stage: 30 });
    await certify('1', A, { CE: '2026-12-10', KC: '2027-12-10' });
    expect(await listed()).toEqual([]);
  });
});

describe('the watch', () => {
  const looked = (times: number) => expect.poll(() => badge.times).toBe(times);

  it('looks when it starts, and again only when a day in China begins', async () => {
    await certify('1', A, { CE: '2026-12-23' });
    watchExpiries();
    await looked(1);
    expect(badge.text).toBe('');
    const alarm = await fakeBrowser.alarms.get('expiries');
    expect(alarm).toMatchObject({
      scheduledTime: Date.parse('2026-11-22T16:00:00.000Z'),
      periodInMinutes: 1440,
    });
    if (!alarm) throw new Error('There is no alarm');
    await fakeBrowser.runtime.onStartup.trigger();
    vi.setSystemTime(alarm.scheduledTime);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await looked(2);
    expect(badge.text).toBe('1');
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    vi.setSystemTime(alarm.scheduledTime + 24 * 3_600_000);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await looked(3);
  });

  it('looks again after an import, and after no other change', async () => {
    watchExpiries();
    await looked(1);
    await announceChange();
    await certify('1', A, { CE: '2026-12-01' });
    await forgetLook();
    await announceChange();
    await looked(2);
    expect(badge.text).toBe('1');
  });
});
