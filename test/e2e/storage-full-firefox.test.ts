import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { headIs, headOf, pagesOf, productsOf, startAudit, turnTo } from './audits.ts';
import { fillRoom, freeRoom, ROOM_KB } from './room.ts';
import { ask } from './senders.ts';
import { OTHER_STORE, open, productList, STORE } from './support.ts';

const SIZE = 100;

/** More than fits into what Firefox has left of a page of its file. */
const bulk = {
  channelId: STORE,
  file: 'toys.csv',
  at: '2026-11-22T08:00:00.000Z',
  products: Array.from({ length: 100 }, (_, index) => ({
    productId: String(1_005_000_000_000_000 + index),
    facts: {
      category: 'toys',
      destinations: ['DE', 'FR', 'ES', 'IT', 'PL', 'NL'],
      blocked: [],
      marks: ['CE'],
      registrations: [],
    },
    expiries: [],
  })),
};

describe('a full storage in firefox', () => {
  let session: Session;
  let page: Page;

  const kept = async (): Promise<number> => {
    const { keys } = (await ask(page, 'backup.open', { channelId: STORE })) as { keys: string[] };
    return keys.filter((key) => key.startsWith('product:')).length;
  };

  beforeAll(async () => {
    session = await open('firefox', { lang: 'en-GB', room: ROOM_KB });
    page = await session.extensionPage('options.html');
    await ask(page, 'store.add', { channelId: OTHER_STORE, name: 'No longer needed' });
  });

  afterAll(() => session.close());

  it('keeps nothing of a change by halves, says so each time, and lets a store be deleted for room', async () => {
    await fillRoom(page, 'managedlens');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(ask(page, 'products.import', bulk)).rejects.toThrow('no more room');
      expect(await kept()).toBe(0);
    }
    await ask(page, 'store.delete', { channelId: OTHER_STORE });
    await freeRoom(page, 'managedlens');
    await ask(page, 'products.import', bulk);
    expect(await kept()).toBe(100);
  });

  it('keeps nothing of an audit’s page by halves, says so, and collects it when there is room', {
    timeout: 400_000,
  }, async () => {
    const id = await startAudit(page, STORE);
    const list = await session.sellerCentre(productList(STORE, { rows: 2 * SIZE, pagesize: SIZE, delay: 0 }));
    const before = await headIs(page, id, ({ count }) => count === SIZE);
    await fillRoom(page, 'managedlens-audits', 8);
    await turnTo(list, 2);
    const full = await headIs(page, id, ({ fault }) => fault !== null);
    expect(full).toMatchObject({ fault: 'storage-full', count: SIZE });
    expect(pagesOf(full)).toEqual(pagesOf(before));
    expect(await productsOf(page, id)).toHaveLength(SIZE);
    const panel = await session.extensionPage(`sidepanel.html?channelId=${STORE}`);
    await panel.waitForSelector('.audit-head .problem');
    expect(await panel.$eval('.audit-head .problem', ({ textContent }) => textContent)).toContain('no room');
    await freeRoom(page, 'managedlens-audits');
    await list.bringToFront();
    // It tries again after ever longer pauses, of a minute at most.
    await headIs(page, id, ({ count }) => count === 2 * SIZE, 150_000);
    expect(await headOf(page, id)).toMatchObject({ fault: null, endedAt: null });
    await panel.bringToFront();
    await panel.waitForSelector('.audit-head:not(:has(.problem))');
  });
});
