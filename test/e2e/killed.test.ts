import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { Random } from '../unit/redesigns/random.ts';
import { ask, nextAnswer, type Sender, type Sent, startSenders, stopSenders } from './senders.ts';
import { BROWSERS, open, STORE } from './support.ts';

const KILLS = 100;
const AT = '2026-11-22T08:00:00.000Z';

const PRODUCTS = ['1005000000000001', '1005000000000002', '1005000000000003', '1005000000000004'];

const typing = (paths: readonly string[]): Sender[] =>
  paths.map((path) => ({
    name: path,
    type: 'fact.type',
    payload: { channelId: STORE, path, text: '#', isExact: true },
  }));

/** Each of two popups types into fields of one store. */
const POPUPS = [
  typing(['store.openOrders', 'pool.orders']),
  typing(['store.fullManagedStores', 'pool.skus']),
];

/** Ten tabs' worth of changes to the same store and its products. */
const TABS: Sender[] = [
  ...PRODUCTS.map((productId) => ({
    name: productId,
    type: 'products.import',
    payload: {
      channelId: STORE,
      file: 'products.csv',
      at: AT,
      products: [{ productId, facts: {}, stock: '#', expiries: [] }],
    },
  })),
  ...typing(['pool.soldSkus', 'pool.returns', 'pool.crossStoreOrders', 'store.jitWarehouses']),
  ...typing(['store.largestCategorySkus', 'store.ordersPerDay']),
];

type Kept = [key: string, record: { facts: Record<string, { text: string }[]> }][];

/** Every value that is kept of what a sender sends: one, where nothing was doubled. */
function valuesOf({ name, type }: Sender, kept: Map<string, Kept[number][1]>): (string | undefined)[] {
  const record = kept.get(type === 'fact.type' ? `store:${STORE}` : `product:${STORE}:${name}`);
  const facts = record?.facts[type === 'fact.type' ? name : 'product.stock'] ?? [];
  return facts.map(({ text }) => text);
}

describe.each(BROWSERS)('a background that is killed again and again in %s', (name) => {
  let session: Session;
  let pages: Page[];

  beforeAll(async () => {
    session = await open(name);
    pages = [];
    for (const view of ['popup.html', 'popup.html', 'options.html']) {
      const page = await session.extensionPage(view);
      await page.waitForSelector('.bar');
      pages.push(page);
    }
  });

  afterAll(() => session.close());

  it(`has lost and doubled nothing of what it answered, killed ${KILLS} times`, {
    timeout: 400_000,
  }, async () => {
    const random = new Random(6);
    const senders = [...POPUPS, TABS];
    await Promise.all(pages.map((page, place) => startSenders(page, senders[place] ?? [])));
    for (let kill = 0; kill < KILLS; kill += 1) {
      await Promise.race(pages.map(nextAnswer));
      // A point in the middle of whatever it is at.
      await setTimeout(random.whole(0, 60));
      await session.killBackground();
    }
    const sent: Record<string, Sent> = Object.assign({}, ...(await Promise.all(pages.map(stopSenders))));
    const [page] = pages;
    if (!page) throw new Error('There is no page to ask from');
    const { keys } = (await ask(page, 'backup.open', { channelId: null })) as { keys: string[] };
    const products = PRODUCTS.map((id) => `product:${STORE}:${id}`);
    // The bars that were seen to hold are of the look for alerts, which may or may not have got so far.
    const own = keys.filter((key) => key !== 'alerts:held');
    expect(own.toSorted()).toEqual([`log:${STORE}`, ...products, `store:${STORE}`]);
    const kept = new Map((await ask(page, 'records.read', { keys })) as Kept);
    for (const sender of senders.flat()) {
      const { answered, last } = sent[sender.name] ?? { answered: 0, last: 0 };
      const values = valuesOf(sender, kept);
      expect(answered, sender.name).toBeGreaterThan(0);
      expect(values, sender.name).toHaveLength(1);
      // What was sent and not answered may be kept or not.
      expect(Number(values[0]), sender.name).toBeGreaterThanOrEqual(answered);
      expect(Number(values[0]), sender.name).toBeLessThanOrEqual(last);
    }
  });
});
