import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { look } from '../../../entrypoints/background/alerts.ts';
import { watchNotifications } from '../../../entrypoints/background/notifications.ts';
import { withKept } from '../../../utils/facts/kept.ts';
import { keepNotifying, readNotifying } from '../../../utils/storage/notifying.ts';
import { openRecords } from '../../../utils/storage/open.ts';
import { Stores } from '../../../utils/storage/stores.ts';
import { resetStorage } from '../storage/support.ts';
import { clickNotification, created, opened, resetAlertsBrowser, setPermission } from './alerts-support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./alerts-support.ts')).alertsBrowser }));

const NOW = '2026-11-22T08:00:00.000Z';

/** Keeps the day on which a store's token was issued. */
const issue = async (channelId: string, value: string, name = '') =>
  new Stores(await openRecords()).change(channelId, NOW, (store) => ({
    ...store,
    name,
    facts: withKept(store.facts, 'dates.tokenIssued', {
      value,
      text: value,
      at: NOW,
      origin: { kind: 'typed' },
    }),
  }));

const messages = (): string[] => created.mock.calls.map(([, { message }]) => message);

const turnOn = async () => {
  setPermission(true);
  await keepNotifying('on');
};

beforeEach(() => {
  resetStorage();
  resetAlertsBrowser();
  vi.stubGlobal('fetch', async () => new Response(readFileSync('public/rules/pack.json', 'utf8')));
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] });
  watchNotifications();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('notifications', () => {
  it('are off until a person turns them on, and then say nothing of what has long been known', async () => {
    await issue('1', '2026-08-20');
    await look();
    await turnOn();
    await look();
    expect(messages()).toEqual([]);
  });

  it('name the kind and the store, once at each stage', async () => {
    await turnOn();
    await issue('1', '2026-08-30', 'Teapots');
    await look();
    await look();
    expect(messages()).toEqual(['Teapots: a token ends']);
    vi.setSystemTime(new Date('2026-11-27T08:00:00.000Z'));
    await look();
    expect(messages()).toHaveLength(2);
  });

  it('are one for several, and hold nothing of a shop but its name', async () => {
    await turnOn();
    await issue('1', '2026-08-30', 'Teapots');
    await issue('22', '2026-08-01');
    await look();
    expect(created).toHaveBeenCalledTimes(1);
    expect(messages()).toEqual(['Store 22, Teapots: 2 new alerts']);
  });

  it('are off, and say so, once the browser takes the permission away', async () => {
    await turnOn();
    setPermission(false);
    await expect.poll(readNotifying).toBe('taken');
    await issue('1', '2026-08-30');
    await look();
    expect(messages()).toEqual([]);
  });

  it('are off also where it was taken while the background was stopped', async () => {
    await keepNotifying('on');
    await issue('1', '2026-08-30');
    await look();
    expect([messages(), await readNotifying()]).toEqual([[], 'taken']);
  });

  it('stay merely off where the person gave the permission back', async () => {
    await turnOn();
    await keepNotifying('off');
    setPermission(false);
    await look();
    expect(await readNotifying()).toBe('off');
  });

  it('open the popup as a page when they are clicked, also where the permission came later', async () => {
    await turnOn();
    clickNotification();
    await expect
      .poll(() => opened.mock.calls)
      .toEqual([[{ url: fakeBrowser.runtime.getURL('/popup.html') }]]);
  });
});
