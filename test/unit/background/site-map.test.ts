import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  currentSiteMap,
  forgetTaught,
  keepTaught,
  listTaught,
} from '../../../entrypoints/background/site-map.ts';
import { packSchema } from '../../../utils/rules/pack.ts';
import type { Taught } from '../../../utils/site/taught.ts';
import { onSiteMapAnnounced } from '../../../utils/storage/edition.ts';
import { resetStorage } from '../storage/support.ts';

const { pack } = vi.hoisted(() => ({ pack: { value: undefined as unknown } }));

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../utils/packs/bundled.ts', () => ({ bundledPack: async () => pack.value }));

const bundled = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const QUOTE: Taught = { page: 'product-list', field: 'price', words: '报价' };

const headers = async (): Promise<string[]> => (await currentSiteMap()).productList.priceHeader.strategies;

beforeEach(() => {
  resetStorage();
  pack.value = bundled;
});

describe('the site map that pages are read by', () => {
  it('is the pack’s with what was taught, and each change is told to open tabs', async () => {
    const onAnnounced = vi.fn();
    onSiteMapAnnounced(onAnnounced);
    expect(await currentSiteMap()).toEqual(bundled.siteMap);
    expect(await keepTaught({ taught: [QUOTE] })).toEqual({ isKept: true });
    expect(await headers()).toContain('报价');
    expect(onAnnounced).toHaveBeenCalledTimes(1);
    await forgetTaught(QUOTE);
    expect(await currentSiteMap()).toEqual(bundled.siteMap);
    expect(onAnnounced).toHaveBeenCalledTimes(2);
  });

  it('takes nothing that it has no field for', async () => {
    const strange: Taught = { page: 'product-list', field: 'row', words: '报价' };
    expect(await keepTaught({ taught: [QUOTE, strange] })).toEqual({ isKept: false });
    expect(await listTaught()).toEqual([]);
  });

  it('is not held up by what was taught for a field that no pack has, and that can be deleted', async () => {
    const strange: Taught = { page: 'orders', field: 'lists.constructor', words: '货况' };
    const taught = [QUOTE, strange].map((one) => ({ ...one, at: '2026-11-22T08:00:00.000Z' }));
    await fakeBrowser.storage.local.set({ 'record:taught': { version: 1, taught } });
    expect(await headers()).toContain('报价');
    expect(await listTaught()).toMatchObject([QUOTE, { ...strange, isKnown: false }]);
    await forgetTaught(strange);
    expect(await listTaught()).toMatchObject([QUOTE]);
  });

  it('needs no taught word any more that a newer pack knows', async () => {
    await keepTaught({ taught: [QUOTE] });
    expect(await listTaught()).toMatchObject([{ ...QUOTE, isKnown: false }]);
    const { productList } = bundled.siteMap;
    const priceHeader = { ...productList.priceHeader, strategies: ['零售价|报价'] };
    pack.value = {
      ...bundled,
      siteMap: { ...bundled.siteMap, productList: { ...productList, priceHeader } },
    };
    expect(await listTaught()).toMatchObject([{ ...QUOTE, isKnown: true }]);
    expect(await headers()).toEqual(['零售价|报价']);
  });

  it('goes on without what a newer pack has no field for, and keeps it', async () => {
    const gmv: Taught = { page: 'home', field: 'store.gmv90dUsd', words: '成交额' };
    await keepTaught({ taught: [gmv] });
    const { home: _home, ...pages } = bundled.siteMap.pages;
    pack.value = { ...bundled, siteMap: { ...bundled.siteMap, pages } };
    expect((await currentSiteMap()).pages).toEqual(pages);
    expect(await listTaught()).toMatchObject([gmv]);
  });
});
