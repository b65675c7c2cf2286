import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../utils/messaging/serve.ts';
import { serve } from '../../../utils/messaging/serve.ts';

type Listener = (message: unknown, sender: unknown) => unknown;

const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'own',
      getURL: (path: string) => `chrome-extension://own${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
    storage: { local: { get: async () => ({ language: 'en' }) } },
    i18n: { getUILanguage: () => 'en' },
  },
}));

const PAGE = { id: 'own', url: 'https://csp.aliexpress.com/m_apps/productManage/list-manage' };
const POPUP = { id: 'own', url: 'chrome-extension://own/popup.html' };

const judgeRows = vi.fn(async () => ({ label: '', chips: [], rows: [] }));
const loadViews = vi.fn(async () => ({ fault: null }));
const typeFact = vi.fn(async () => ({ problem: null }));
const importProducts = vi.fn(async () => ({ refused: [] }));
const colourStore = vi.fn(async () => null);
const listEndings = vi.fn(async () => []);
const seeEnding = vi.fn(async () => []);
const look = vi.fn(async () => null);
const snoozeAlert = vi.fn(async () => null);
const keepTaught = vi.fn(async () => ({ isKept: true }));
const keepPool = vi.fn(async () => null);
const noteHealth = vi.fn(async () => null);
const openPopup = vi.fn(async () => {
  throw new Error('the disk is full');
});

const ask = (message: unknown, sender: unknown): unknown => listeners[0]?.(message, sender);

const rowsMessage = (payload: object) => ({
  managedLens: 'rows.judge',
  payload: { page: 'product-list', channelId: '1', readAt: '2026-11-22T08:00:00.000Z', rows: [], ...payload },
});

const fact = {
  managedLens: 'fact.type',
  payload: { channelId: '1', path: 'store.gmv90dUsd', text: '1', isExact: true },
};

beforeEach(() => {
  listeners.length = 0;
  vi.clearAllMocks();
  serve({
    'rows.judge': judgeRows,
    'views.load': loadViews,
    'fact.type': typeFact,
    'products.import': importProducts,
    'taught.keep': keepTaught,
    'popup.open': openPopup,
    'store.colour': colourStore,
    'endings.list': listEndings,
    'ending.seen': seeEnding,
    'alerts.look': look,
    'alert.snooze': snoozeAlert,
    'page.health': noteHealth,
    'pool.keep': keepPool,
  } as unknown as Handlers);
});

describe('serving messages', () => {
  it('answers a content script what it may ask', async () => {
    expect(await ask(rowsMessage({}), PAGE)).toEqual({
      ok: true,
      answer: { label: '', chips: [], rows: [] },
    });
  });

  it('tells who asks, as the browser says it', async () => {
    const sender = { ...PAGE, tab: { id: 7 }, frameId: 0 };
    await ask({ managedLens: 'views.load', payload: null }, sender);
    expect(loadViews).toHaveBeenCalledWith(null, sender);
    const reply = await ask({ managedLens: 'views.load', payload: { tab: { id: 8 } } }, sender);
    expect(reply).toMatchObject({ ok: false });
    expect(loadViews).toHaveBeenCalledTimes(1);
  });

  it('lets no page type a fact, whatever it says of itself', () => {
    expect(ask(fact, PAGE)).toBeUndefined();
    expect(ask({ ...fact, sender: POPUP }, PAGE)).toBeUndefined();
    expect(
      ask(fact, { ...PAGE, url: 'https://evil.example/chrome-extension://own/popup.html' }),
    ).toBeUndefined();
    expect(typeFact).not.toHaveBeenCalled();
  });

  it('lets the extension’s own pages do so', async () => {
    expect(await ask(fact, POPUP)).toEqual({ ok: true, answer: { problem: null } });
  });

  it('says nothing to another extension, or to a message that is not its own', () => {
    expect(ask(rowsMessage({}), { ...PAGE, id: 'other' })).toBeUndefined();
    for (const message of [
      null,
      'rows.judge',
      {},
      { managedLens: 'toString', payload: null },
      { managedLens: 'no' },
    ]) {
      expect(ask(message, POPUP)).toBeUndefined();
    }
  });

  it.each([
    { channelId: '1; drop' },
    { channelId: 1 },
    { rows: [{ productId: 'x' }] },
    {
      rows: [
        { productId: '1005006123456789', price: { text: '', currency: 'usd', lowest: '1', highest: '1' } },
      ],
    },
    { readAt: 'yesterday' },
    { extra: true },
  ])('refuses a payload with %j', async (part) => {
    expect(await ask(rowsMessage(part), PAGE)).toMatchObject({ ok: false });
    expect(judgeRows).not.toHaveBeenCalled();
  });

  it('takes a store’s colour from the extension’s own pages alone, and only one that there is', async () => {
    const message = (colour: unknown) => ({
      managedLens: 'store.colour',
      payload: { channelId: '1', colour },
    });
    expect(ask(message('teal'), PAGE)).toBeUndefined();
    expect(await ask(message('url(x)'), POPUP)).toMatchObject({ ok: false });
    expect(colourStore).not.toHaveBeenCalled();
    expect(await ask(message('teal'), POPUP)).toEqual({ ok: true, answer: null });
  });

  describe('of a pool', () => {
    const pool = { destinations: ['DE'], epr: null, appliedAt: null };
    const message = (part: object = {}) => ({
      managedLens: 'pool.keep',
      payload: { channelId: '1', poolId: 'POOL-1', pool, ...part },
    });
    const epr = [{ country: 'DE', scheme: 'DE_LUCID', number: 1, filedAt: null }];

    it('is taken from the extension’s own pages alone', async () => {
      expect(await ask(message(), POPUP)).toEqual({ ok: true, answer: null });
      expect(ask(message(), PAGE)).toBeUndefined();
    });

    it.each([
      { poolId: '__proto__' },
      { poolId: '' },
      { pool: { ...pool, destinations: ['XX'] } },
      { pool: { ...pool, appliedAt: 'yesterday' } },
      { pool: { ...pool, epr } },
      { pool: undefined },
    ])('is refused with %j', async (part) => {
      expect(await ask(message(part), POPUP)).toMatchObject({ ok: false });
      expect(keepPool).not.toHaveBeenCalled();
    });
  });

  describe('of an import', () => {
    const product = { productId: '1005006123456789', facts: { category: 'toys' }, expiries: [] };
    const message = (part: object) => ({
      managedLens: 'products.import',
      payload: {
        channelId: '1',
        file: 'a.csv',
        at: '2026-11-22T08:00:00.000Z',
        products: [product],
        ...part,
      },
    });

    it('lets no page import, but the extension’s own', async () => {
      expect(ask(message({}), PAGE)).toBeUndefined();
      expect(await ask(message({}), POPUP)).toEqual({ ok: true, answer: { refused: [] } });
      expect(importProducts).toHaveBeenCalledTimes(1);
    });

    it.each([
      { products: [{ ...product, productId: 'x' }] },
      { products: [{ ...product, facts: { price: '1' } }] },
      { products: [{ ...product, line: 2 }] },
      { products: Array.from({ length: 101 }, () => product) },
      { file: 'a'.repeat(201) },
      { at: 'today' },
    ])('refuses a payload with %j', async (part) => {
      expect(await ask(message(part), POPUP)).toMatchObject({ ok: false });
      expect(importProducts).not.toHaveBeenCalled();
    });
  });

  describe('of alerts', () => {
    const snooze = { id: 'token:1:2026-12-01', stage: '7', until: '2026-11-29T16:00:00.000Z' };
    const message = (part: object) => ({ managedLens: 'alert.snooze', payload: { ...snooze, ...part } });
    const search = { managedLens: 'alerts.look', payload: null };

    it('lets no page look or snooze, but the extension’s own', async () => {
      expect(ask(search, PAGE)).toBeUndefined();
      expect(ask(message({}), PAGE)).toBeUndefined();
      expect(look).not.toHaveBeenCalled();
      expect(snoozeAlert).not.toHaveBeenCalled();
      expect(await ask(search, POPUP)).toEqual({ ok: true, answer: null });
      expect(await ask(message({ until: null }), POPUP)).toEqual({ ok: true, answer: null });
    });

    it.each([
      { until: 'soon' },
      { until: undefined },
      { stage: 7 },
      { id: 'a'.repeat(20_001) },
      { at: 'now' },
    ])('refuses a payload with %j', async (part) => {
      expect(await ask(message(part), POPUP)).toMatchObject({ ok: false });
      expect(snoozeAlert).not.toHaveBeenCalled();
    });
  });

  it('answers a fault with its reason', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reply = await ask({ managedLens: 'popup.open', payload: null }, POPUP);
    expect(reply).toEqual({ ok: false, error: 'popup.open: the disk is full' });
    expect(logged).toHaveBeenCalled();
  });

  it('takes of a page nothing but words for a field that is taught', async () => {
    const keep = (taught: object) => ask({ managedLens: 'taught.keep', payload: { taught: [taught] } }, PAGE);
    const quote = { page: 'product-list', field: 'price', words: '报价' };
    expect(await keep(quote)).toEqual({ ok: true, answer: { isKept: true } });
    expect(keepTaught).toHaveBeenCalledWith({ taught: [quote] }, PAGE);
    for (const wrong of [
      { words: 'USD 3.63' },
      { words: '' },
      { page: 'moon' },
      { field: '__proto__' },
      { selector: 'td' },
    ])
      expect(await keep({ ...quote, ...wrong }), JSON.stringify(wrong)).toMatchObject({ ok: false });
    expect(keepTaught).toHaveBeenCalledTimes(1);
  });

  it('tells and forgets what was taught for the extension’s own pages alone', () => {
    expect(ask({ managedLens: 'taught.list', payload: null }, PAGE)).toBeUndefined();
    const quote = { page: 'product-list', field: 'price', words: '报价' };
    expect(ask({ managedLens: 'taught.forget', payload: quote }, PAGE)).toBeUndefined();
  });

  it('takes a page’s health, and none that says more than a health may', async () => {
    const payload = {
      page: 'home',
      address: 'csp.aliexpress.com/apps/home',
      findings: [{ field: 'price', state: 'found', by: 'pattern 1', seen: '2026-05-31' }],
      layout: { tables: 0, rows: 0, headers: [] },
    };
    expect(await ask({ managedLens: 'page.health', payload }, PAGE)).toEqual({ ok: true, answer: null });
    for (const wrong of [{ by: 'USD 3.63' }, { state: 'fine' }, { title: 'Toy' }]) {
      const findings = [{ ...payload.findings[0], ...wrong }];
      expect(
        await ask({ managedLens: 'page.health', payload: { ...payload, findings } }, PAGE),
      ).toMatchObject({ ok: false });
    }
    expect(noteHealth).toHaveBeenCalledTimes(1);
  });

  it.each([
    new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError'),
    new Error('Resource::kQuotaBytes quota exceeded'),
  ])('says in words what to do where there is no more room', async (error) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    typeFact.mockRejectedValueOnce(error);
    const reply = await ask(fact, POPUP);
    expect(reply).toMatchObject({
      ok: false,
      error: expect.stringContaining('nothing of this change was kept'),
    });
  });
});
