import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentPack, forgetPack } from '../../../entrypoints/background/current-pack.ts';
import { previewPack } from '../../../entrypoints/background/pack-preview.ts';
import {
  addPackSource,
  declinePack,
  goBackTo,
  packNews,
  removePackSource,
  takePack,
  updatePacks,
  viewPacks,
  watchPacks,
} from '../../../entrypoints/background/packs.ts';
import { withKept } from '../../../utils/facts/kept.ts';
import { newStore } from '../../../utils/facts/store-record.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { openRecords } from '../../../utils/storage/open.ts';
import { Packs } from '../../../utils/storage/packs.ts';
import { Stores } from '../../../utils/storage/stores.ts';
import { bundled, newKeys, patch, signed } from '../packs/support.ts';
import { resetStorage } from '../storage/support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../utils/packs/bundled.ts', async () => {
  const { bundled: pack } = await import('../packs/support.ts');
  return { bundledPack: async () => pack };
});

const keys = await newKeys();
const URL_A = 'https://a.example/pack.json';
const SOURCE = { url: URL_A, key: keys.publicKey };
const ID = `${URL_A}#${keys.publicKey}`;
const VERSION = bundled.version;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const good = await signed(patch(VERSION), keys);

const barOf = ({ rules }: Pack): unknown => rules.find(({ id }) => id === 'merge.gmv-90d')?.test?.value;

const fetched = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>();

async function ring(): Promise<void> {
  const alarm = await vi.waitUntil(() => fakeBrowser.alarms.get('packs'));
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

beforeEach(() => {
  resetStorage();
  forgetPack();
  fetched.mockReset().mockImplementation(async () => new Response(good));
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('packs in the background', () => {
  it('are asked for nowhere without a source, and there is no alarm', async () => {
    watchPacks();
    const { sources, version } = await updatePacks();
    expect([sources, version]).toEqual([[], bundled.version]);
    expect(fetched).not.toHaveBeenCalled();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('take effect when they are taken, and go when they are gone back from', async () => {
    expect(await addPackSource(SOURCE)).toEqual({ problem: null });
    expect(barOf(await currentPack())).toBe('50000');
    expect(await packNews()).toMatchObject({ waiting: 1, date: bundled.date });
    const { inForce, won } = await takePack({ source: ID, version: VERSION });
    expect(won).toEqual([{ part: 'rules', id: 'merge.gmv-90d', url: URL_A }]);
    expect(barOf(await currentPack())).toBe('60000');
    expect((await currentPack()).publishers).toEqual(
      new Map([['merge.gmv-90d', { host: 'a.example', version: VERSION }]]),
    );
    expect((await packNews()).waiting).toBe(0);
    await goBackTo({ at: null });
    expect(barOf(await currentPack())).toBe('50000');
    await goBackTo({ at: inForce });
    expect(barOf(await currentPack())).toBe('60000');
    await removePackSource({ source: ID });
    expect(barOf(await currentPack())).toBe('50000');
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('are fetched once where two tabs and the alarm ask at once', async () => {
    fetched.mockRejectedValueOnce(new TypeError('offline'));
    await addPackSource(SOURCE);
    fetched.mockClear();
    vi.setSystemTime(Date.now() + DAY_MS + HOUR_MS);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    fetched.mockImplementation(() => held.then(() => new Response(good)));
    watchPacks();
    await ring();
    const tabs = [updatePacks(), updatePacks()];
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    release();
    const views = await Promise.all(tabs);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(views.map(({ sources }) => sources[0]?.waiting?.version)).toEqual([VERSION, VERSION]);
  });

  it('are refused once after a clock that was ahead is put right, and then taken again', async () => {
    const right = Date.now();
    vi.setSystemTime(right + 365 * DAY_MS);
    await addPackSource(SOURCE);
    vi.setSystemTime(right);
    const refusals = async () => (await updatePacks()).sources.map(({ refusal }) => refusal?.reason);
    expect(await refusals()).toEqual(['clock-back']);
    expect(await refusals()).toEqual([undefined]);
  });

  it('that were refused are offered again where a person asks, and not by the alarm', async () => {
    fetched.mockImplementation(async (_url, init) =>
      new Headers(init?.headers).get('If-None-Match') === '"1"'
        ? new Response(null, { status: 304 })
        : new Response(good, { headers: { etag: '"1"' } }),
    );
    await addPackSource(SOURCE);
    await declinePack({ source: ID, version: VERSION });
    vi.setSystemTime(Date.now() + DAY_MS + HOUR_MS);
    watchPacks();
    const asked = async () => (await viewPacks()).sources[0];
    const before = (await asked())?.checkedAt ?? '';
    await ring();
    await vi.waitFor(async () => expect((await asked())?.checkedAt).not.toBe(before));
    expect((await asked())?.waiting).toBeNull();
    const { sources } = await updatePacks();
    expect(sources.map(({ waiting }) => waiting?.version)).toEqual([VERSION]);
  });

  it('are left alone for an hour where the browser has no more room to note what came', async () => {
    await addPackSource(SOURCE);
    vi.setSystemTime(Date.now() + DAY_MS + HOUR_MS);
    watchPacks();
    const full = new Error('QUOTA_BYTES quota exceeded');
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(full);
    const told = vi.spyOn(console, 'error').mockReturnValue();
    await ring();
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.any(String), full));
    const alarm = await fakeBrowser.alarms.get('packs');
    expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(Date.now() + HOUR_MS);
  });

  it('say what they would turn, of each store that is kept', async () => {
    await addPackSource(SOURCE);
    const now = new Date().toISOString();
    const fact = {
      value: '55000',
      text: '55000',
      isExact: true,
      at: now,
      origin: { kind: 'typed' as const },
    };
    const stores = new Stores(await openRecords());
    await stores.change('1', now, () => ({
      ...newStore('1', now),
      facts: withKept({}, 'store.gmv90dUsd', fact),
    }));
    const preview = await previewPack({ source: ID });
    expect(preview?.changes).toMatchObject([
      { id: 'merge.gmv-90d', kind: 'changed', fields: [{ before: '50000', after: '60000' }] },
    ]);
    expect(preview?.stores).toEqual([
      {
        channelId: '1',
        name: '',
        flips: [{ what: 'programme', of: 'merge', before: 'unknown', after: 'fail' }],
      },
    ]);
  });

  it('of a policy come first, and can’t be taken out', async () => {
    const managed = { url: 'https://org.example/pack.json', key: keys.publicKey };
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation((async () => ({
      packs: [managed],
    })) as never);
    await addPackSource(SOURCE);
    const id = `${managed.url}#${managed.key}`;
    const { sources } = await removePackSource({ source: id });
    expect(sources.map(({ url, isManaged }) => [url, isManaged])).toEqual([
      [managed.url, true],
      [URL_A, false],
    ]);
  });

  it('of a policy that the browser hands on late are known from then on', async () => {
    watchPacks();
    const managed = { url: 'https://org.example/pack.json', key: keys.publicKey };
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation((async () => ({
      packs: [managed],
    })) as never);
    const announced = vi.fn();
    onChangeAnnounced(announced);
    await fakeBrowser.storage.managed.onChanged.trigger({ packs: { newValue: [managed] } } as never);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('packs')).toBeDefined());
    expect(announced).toHaveBeenCalled();
    expect((await viewPacks()).sources).toMatchObject([{ url: managed.url, isManaged: true }]);
  });

  it('leave nothing behind when their source is taken out while it is asked', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    fetched.mockImplementation(() => held.then(() => new Response(good)));
    const added = addPackSource(SOURCE);
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    await removePackSource({ source: ID });
    release();
    await added;
    expect(await new Packs(await openRecords()).get()).toMatchObject({ sources: [], states: {} });
  });

  it('are asked for nowhere, and no source is added, where the browser can’t check signatures', async () => {
    await addPackSource(SOURCE);
    fetched.mockClear();
    const missing = () => Promise.reject(new DOMException('', 'NotSupportedError'));
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(missing);
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(missing);
    const other = { ...SOURCE, url: 'https://b.example/pack.json' };
    expect(await addPackSource(other)).toEqual({ problem: 'cannot-verify' });
    const { canVerify, sources } = await updatePacks();
    expect(canVerify).toBe(false);
    expect(sources).toMatchObject([{ url: URL_A, refusal: { reason: 'cannot-verify' } }]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('without access to the host are refused for that, and nothing is asked for', async () => {
    Object.assign(fakeBrowser, { permissions: { contains: async () => false } });
    await addPackSource(SOURCE);
    expect((await viewPacks()).sources).toMatchObject([
      { refusal: { reason: 'no-access', detail: 'a.example' }, hasAccess: false },
    ]);
    expect(fetched).not.toHaveBeenCalled();
  });
});
