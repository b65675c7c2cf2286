import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { look, snoozeAlert, watchAlerts } from '../../../entrypoints/background/alerts.ts';
import { dismissNotice, noteHealth } from '../../../entrypoints/background/health.ts';
import { keepImported } from '../../../entrypoints/background/import.ts';
import { keepPage } from '../../../entrypoints/background/page-read.ts';
import { snoozeEnd } from '../../../utils/alerts/snooze.ts';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import { withKept } from '../../../utils/facts/kept.ts';
import type { PageHealth } from '../../../utils/site/health.ts';
import { announceChange } from '../../../utils/storage/edition.ts';
import { openRecords } from '../../../utils/storage/open.ts';
import { Products } from '../../../utils/storage/products.ts';
import { readShownAlerts } from '../../../utils/storage/shown-alerts.ts';
import { Stores } from '../../../utils/storage/stores.ts';
import { resetStorage } from '../storage/support.ts';
import { badge, resetAlertsBrowser } from './alerts-support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./alerts-support.ts')).alertsBrowser }));

const [A, B] = ['1005000000000001', '1005000000000002'] as const;
const NOW = '2026-11-22T08:00:00.000Z';

const certify = (channelId: string, productId: string, days: Record<string, string>) =>
  keepImported({
    channelId,
    file: 'products.csv',
    at: new Date().toISOString(),
    products: [{ productId, facts: {}, expiries: Object.entries(days).map(([what, on]) => ({ what, on })) }],
  });

const type = async (channelId: string, path: FieldPath, value: string) => {
  const at = new Date().toISOString();
  await new Stores(await openRecords()).change(channelId, at, (store) => ({
    ...store,
    facts: withKept(store.facts, path, { value, text: value, isExact: true, at, origin: { kind: 'typed' } }),
  }));
};

const shown = async () => (await readShownAlerts())?.alerts ?? [];

/** What a look finds: store, subject and stage of each. */
const listed = async () => {
  await look();
  return (await shown()).map(({ channelId, title, stage }) => [channelId, title, stage]);
};

const snooze = async (title: string, days: number | null) => {
  const alert = (await shown()).find((entry) => entry.title === title);
  if (!alert) throw new Error(`There is no alert of ${title}`);
  const until = days === null ? null : snoozeEnd(days, new Date().toISOString());
  return snoozeAlert({ id: alert.id, stage: alert.stage, until });
};

beforeEach(() => {
  resetStorage();
  resetAlertsBrowser();
  vi.stubGlobal('fetch', async () => new Response(readFileSync('public/rules/pack.json', 'utf8')));
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what ends', () => {
  it('is listed of all products of all stores, the soonest first, and counted on the badge', async () => {
    await certify('1', A, { CE: '2026-12-10', KC: '2027-12-10' });
    await certify('1', B, { UKCA: '2026-11-23' });
    await certify('22', A, { CPNP: '2026-11-01' });
    expect(await listed()).toEqual([
      ['22', 'CPNP', 'ended'],
      ['1', 'UKCA', '1'],
      ['1', 'CE', '30'],
    ]);
    expect(badge).toMatchObject({ text: '3', ground: '#a8132c' });
  });

  it('leaves no badge where there is nothing', async () => {
    await certify('1', A, { CE: '2027-12-10' });
    expect(await listed()).toEqual([]);
    expect(badge.text).toBe('');
  });

  it('keeps to four characters on the badge, and to the most urgent in the list', async () => {
    const days = (from: number) =>
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`CE ${from + index}`, '2026-12-01']));
    await certify('1', A, days(0));
    await certify('1', B, { ...days(500), KC: '2026-11-22' });
    expect(await listed()).toHaveLength(50);
    expect((await readShownAlerts())?.count).toBe(1001);
    expect((await shown())[0]?.title).toBe('KC');
    expect(badge.text).toBe('999+');
  });

  it('is quiet once snoozed, until its next stage or another day', async () => {
    await certify('1', A, { CE: '2026-12-10', KC: '2026-12-11' });
    await listed();
    await snooze('CE', null);
    expect((await shown()).map(({ title }) => title)).toEqual(['KC']);
    expect(badge).toMatchObject({ text: '1', ground: '#7d4d00' });
    vi.setSystemTime(new Date('2026-12-02T08:00:00.000Z'));
    expect(await listed()).toEqual([['1', 'KC', '30']]);
    vi.setSystemTime(new Date('2026-12-03T08:00:00.000Z'));
    expect(await listed()).toEqual([
      ['1', 'CE', '7'],
      ['1', 'KC', '30'],
    ]);
    await snooze('CE', null);
    await certify('1', A, { CE: '2026-12-09' });
    expect(await listed()).toEqual([
      ['1', 'CE', '7'],
      ['1', 'KC', '30'],
    ]);
  });

  it('is quiet for the days that were chosen, and no longer', async () => {
    await certify('1', A, { CE: '2026-12-20' });
    await listed();
    await snooze('CE', 3);
    vi.setSystemTime(new Date('2026-11-24T15:59:00.000Z'));
    expect(await listed()).toEqual([]);
    vi.setSystemTime(new Date('2026-11-24T16:00:00.000Z'));
    expect(await listed()).toEqual([['1', 'CE', '30']]);
  });

  it('speaks again where the clock was set back to before its snooze', async () => {
    await certify('1', A, { CE: '2026-12-20' });
    await listed();
    await snooze('CE', 7);
    expect(await listed()).toEqual([]);
    vi.setSystemTime(new Date('2026-11-21T08:00:00.000Z'));
    expect(await listed()).toEqual([['1', 'CE', '30']]);
  });

  it('loses its snooze to no later import', async () => {
    await certify('1', A, { CE: '2026-12-10' });
    await listed();
    await snooze('CE', null);
    await certify('1', A, { CE: '2026-12-10', KC: '2027-12-10' });
    expect(await listed()).toEqual([]);
  });

  it('that was seen before there were snoozes is still quiet', async () => {
    await certify('1', A, { CE: '2026-12-10', KC: '2026-12-10' });
    await new Products(await openRecords()).changeMany('1', [A], (product) => ({
      ...product,
      seen: [{ what: 'CE', on: '2026-12-10', stage: 30 }],
    }));
    expect(await listed()).toEqual([['1', 'KC', '30']]);
  });
});

describe('the products', () => {
  it('are read once a day, and again only where their certificates change', async () => {
    await certify('1', A, { CE: '2026-12-10' });
    const read = vi.spyOn(Products.prototype, 'all');
    await listed();
    await type('1', 'store.fulfilmentRatePct', '98.3');
    await listed();
    expect(read).toHaveBeenCalledTimes(1);
    await new Products(await openRecords()).changeMany('1', [A], (product) => product);
    await listed();
    expect(read).toHaveBeenCalledTimes(1);
    await certify('1', B, { KC: '2026-11-30' });
    expect(await listed()).toContainEqual(['1', 'KC', '30']);
    expect(read).toHaveBeenCalledTimes(2);
    vi.setSystemTime(new Date('2026-11-23T08:00:00.000Z'));
    expect(await listed()).toContainEqual(['1', 'KC', '7']);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('are read again where a page states a certificate', async () => {
    expect(await listed()).toEqual([]);
    await keepPage({
      page: 'publish',
      channelId: '1',
      productId: A,
      readAt: NOW,
      readings: [],
      lists: { qualifications: [{ key: 'CE', values: { validUntil: '2026-11-30' } }] },
    });
    expect(await listed()).toEqual([['1', 'CE', '30']]);
  });

  it('are read again where one changes in the middle of a look', async () => {
    await certify('1', A, { CE: '2026-12-10' });
    const { all } = Products.prototype;
    vi.spyOn(Products.prototype, 'all').mockImplementationOnce(async function* (this: Products) {
      yield* all.call(this);
      await certify('1', B, { KC: '2026-11-30' });
    });
    expect(await listed()).toEqual([['1', 'CE', '30']]);
    expect(await listed()).toContainEqual(['1', 'KC', '30']);
  });
});

describe('a rate', () => {
  it('that was seen to hold its bar is said to have crossed it, also after the background was killed', async () => {
    await type('1', 'store.fulfilmentRatePct', '99');
    expect(await listed()).toEqual([]);
    await type('1', 'store.fulfilmentRatePct', '97');
    expect(await listed()).toEqual([['1', 'Logistics fulfilment rate', 'crossed']]);
    expect(await listed()).toHaveLength(1);
    await type('1', 'store.fulfilmentRatePct', '98.3');
    expect(await listed()).toEqual([['1', 'Logistics fulfilment rate', 'near']]);
  });

  it('that never held is no news', async () => {
    await type('1', 'store.fulfilmentRatePct', '97');
    expect(await listed()).toEqual([]);
  });
});

describe('a page that was not fully read', () => {
  const health: PageHealth = {
    page: 'home',
    address: 'csp.aliexpress.com/x',
    findings: [{ field: 'store.fulfilmentRatePct', state: 'lost', by: null, seen: '2026-05-31' }],
    layout: { tables: 1, rows: 2, headers: [] },
  };
  const counted = (text: string) => expect.poll(() => badge.text).toBe(text);

  it('is counted at once, until its notice is dismissed', async () => {
    await noteHealth(health);
    await counted('1');
    expect((await shown()).map(({ kind, channelId }) => [kind, channelId])).toEqual([['health', null]]);
    await dismissNotice(health);
    await counted('');
  });

  it('is counted no more once it heals', async () => {
    await noteHealth(health);
    await counted('1');
    await noteHealth({ ...health, findings: [] });
    await counted('');
  });
});

describe('the watch', () => {
  const looked = (times: number) => expect.poll(() => badge.times).toBe(times);

  it('looks when it starts, and when a day in China begins', async () => {
    await certify('1', A, { CE: '2026-12-23' });
    watchAlerts();
    await looked(1);
    expect(badge.text).toBe('');
    const alarm = await fakeBrowser.alarms.get('alerts');
    expect(alarm).toMatchObject({
      scheduledTime: Date.parse('2026-11-22T16:00:00.000Z'),
      periodInMinutes: 1440,
    });
    if (!alarm) throw new Error('There is no alarm');
    vi.setSystemTime(alarm.scheduledTime);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await looked(2);
    expect(badge.text).toBe('1');
    await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, name: 'another' });
    vi.setSystemTime(alarm.scheduledTime + 24 * 3_600_000);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await looked(3);
  });

  it('keeps its alarm when it starts again, and sets one anew that a clock far ahead had set', async () => {
    const midnight = Date.parse('2026-11-22T16:00:00.000Z');
    const setFor = async (when: number) => {
      await fakeBrowser.alarms.create('alerts', { when, periodInMinutes: 1440 });
      watchAlerts();
    };
    const ringsAt = async () => (await fakeBrowser.alarms.get('alerts'))?.scheduledTime;
    await setFor(midnight + 365 * 24 * 3_600_000);
    await expect.poll(ringsAt).toBe(midnight);
    await setFor(midnight - 60_000);
    await look();
    expect(await ringsAt()).toBe(midnight - 60_000);
  });

  it('looks when the background starts again only where a look was not ended, or not of today', async () => {
    await look();
    watchAlerts();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('killed'));
    await expect(look()).rejects.toThrow('killed');
    await looked(2);
    await fakeBrowser.runtime.onStartup.trigger();
    await looked(3);
    await fakeBrowser.runtime.onStartup.trigger();
    vi.setSystemTime(new Date('2026-11-23T08:00:00.000Z'));
    await fakeBrowser.runtime.onStartup.trigger();
    await looked(4);
  });

  it('looks after every change, once for several at a time', async () => {
    watchAlerts();
    await looked(1);
    await certify('1', A, { CE: '2026-12-01' });
    await announceChange();
    await looked(2);
    expect(badge.text).toBe('1');
    await Promise.all([look(), look(), look()]);
    await looked(3);
  });
});
