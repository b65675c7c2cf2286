import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { PacksView } from '../../utils/packs/views.ts';
import { bundled } from '../unit/packs/support.ts';
import { Random } from '../unit/redesigns/random.ts';
import { axeFaults } from './axe.ts';
import { ask, click, type ExtensionPage, inForce, leaveState, ringAlarm } from './packs-page.ts';
import { type PacksServer, startPacksServer } from './packs-server.ts';
import { daysFromNow, good, HOSTILE, keys, REFUSED, serve, TODAY } from './refused-packs.ts';
import { BROWSERS, cardText, clickChip, open, productList, reloadPopup, STORE, settled } from './support.ts';

describe.each(BROWSERS)('rule packs in %s', (name) => {
  let session: Session;
  let server: PacksServer;
  let page: Page;

  beforeAll(async () => {
    server = await startPacksServer();
    session = await open(name, { reach: server.reach });
    page = await session.extensionPage('options.html');
    await page.waitForSelector('.packs');
  });

  afterAll(async () => {
    await session.close();
    server.close();
  });

  it('come from nowhere but https, and from nobody without a key', async () => {
    for (const [url, key, says] of [
      ['http://packs.example/pack.json', keys.publicKey, /Only https/],
      ['http://localhost/pack.json', keys.publicKey, /Only https/],
      [server.url, 'no key', /no public key/],
    ] as const) {
      await page.type('.pack-add [name=url]', url);
      await page.type('.pack-add [name=key]', key);
      await click(page, 'add');
      await page.waitForFunction(
        (expected) =>
          new RegExp(expected).test(document.querySelector('.pack-add .problem')?.textContent ?? ''),
        {},
        says.source,
      );
      await page.$$eval('.pack-add input', (inputs) => {
        for (const input of inputs) {
          input.value = '';
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
    }
    expect(server.asked).toEqual([]);
    expect(session.outside).toEqual([]);
  });

  it('are fetched without a cookie or a word of who asks, and wait to be looked at', async () => {
    server.answer = serve(good, 200, { etag: '"1"', 'set-cookie': 'id=1; Secure; SameSite=None' });
    await session.allowHost('https://packs.example/*');
    await page.bringToFront();
    await page.type('.pack-add [name=url]', server.url);
    await page.type('.pack-add [name=key]', keys.publicKey);
    await click(page, 'add');
    await page.waitForSelector('[data-waiting]');
    await inForce(page, bundled.version);
    const popup = await session.extensionPage('popup.html');
    await popup.waitForSelector('.rules-age a');
    expect(await popup.$eval('.rules-age', (line) => line.textContent)).toMatch(/wait for you to look at: 1/);
    expect(await popup.$eval('.rules-age', (line) => line.textContent)).toMatch(/days old/);
    await popup.close();
    await page.bringToFront();
    await click(page, 'update');
    await page.waitForFunction(() => document.querySelector('[data-do=update]')?.ariaDisabled !== 'true');
    expect(server.asked).toHaveLength(2);
    const [, { headers } = { headers: {} }] = server.asked;
    expect(headers).toMatchObject({ 'if-none-match': '"1"' });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(headers).not.toHaveProperty('origin');
  });

  it('show what they change before they are taken; what looks like HTML is text', async () => {
    await click(page, 'preview');
    await page.waitForSelector('.pack-preview');
    const text = await page.$eval('.pack-preview', ({ textContent }) => textContent);
    expect(text).toContain('test.value: 50000 → 60000');
    expect(text).toContain(HOSTILE);
    expect(await page.$$('.pack-preview img, .pack-preview script')).toEqual([]);
    expect(await axeFaults(page, ['.packs'])).toEqual([]);
    await click(page, 'take');
    await page.waitForSelector('.won');
    expect(await page.$eval('.won', ({ textContent }) => textContent)).toContain(
      'rules merge.gmv-90d: https://packs.example/pack.json',
    );
  });

  it('are named on a card that shows a rule of theirs, in both languages', async () => {
    const list = await session.sellerCentre(productList(STORE));
    for (const [language, says] of [
      ['en', `From the added rule pack of packs.example, version ${TODAY}`],
      ['zh_CN', `来自所添加的规则包：packs.example，版本 ${TODAY}`],
    ] as const) {
      await ask(page, 'language.choose', { language });
      await list.bringToFront();
      await settled(list);
      await clickChip(list, 'merge');
      await expect.poll(() => cardText(list)).toContain(says);
      await list.keyboard.press('Escape');
    }
    await list.close();
    await ask(page, 'language.choose', { language: 'en' });
    await page.bringToFront();
  });

  it.each(REFUSED)('are refused when %s, and those of before go on', async (_, reason, says, answer) => {
    server.answer = answer;
    await click(page, 'update');
    await page.waitForSelector(`.pack-source[data-refusal="${reason}"]`, { timeout: 30_000 });
    expect(await page.$eval('.pack-source .notice', ({ textContent }) => textContent)).toMatch(says);
    const { version, won, sources } = await ask<PacksView>(page, 'packs.view');
    expect(version).toBe(TODAY);
    expect(won.map(({ id }) => id)).toEqual(['merge.gmv-90d']);
    expect(sources.map(({ waiting }) => waiting)).toEqual([null]);
    expect(session.outside).toEqual([]);
  });

  it('are refused by a clock that was set back since they were last asked for, and say so once', async () => {
    const ahead = daysFromNow(3);
    server.answer = serve(good);
    await leaveState(page, { checkedAt: ahead });
    await click(page, 'update');
    await page.waitForSelector('.pack-source[data-refusal="clock-back"]');
    const text = await page.$eval('.pack-source .notice', ({ textContent }) => textContent);
    expect(text).toContain(`last answered on ${ahead.slice(0, 10)}`);
    const { version, won } = await ask<PacksView>(page, 'packs.view');
    expect([version, won.length]).toEqual([TODAY, 1]);
    await click(page, 'update');
    await page.waitForSelector('.pack-source:not([data-refusal])');
  });

  it('can be gone back from, and to', async () => {
    server.answer = serve(good);
    await page.click('[data-at=bundled] [data-do=use]');
    await page.waitForFunction(() => !document.querySelector('.won'));
    await page.click('.earlier > ul > li:first-child [data-do=use]');
    await page.waitForSelector('.won');
  });

  it('stand in an order that the keyboard can change, and the later one wins', async () => {
    const second = 'https://packs.example/second.json';
    const { id = '' } = (await ask<PacksView>(page, 'packs.view')).sources[0] ?? {};
    await ask(page, 'packs.add', { url: second, key: keys.publicKey });
    const added = id.replace(server.url, second);
    await ask(page, 'packs.take', { source: added, version: TODAY });
    const won = async () => (await ask<PacksView>(page, 'packs.view')).won.map(({ url }) => url);
    expect(await won()).toEqual([second]);
    await page.waitForSelector(`[data-url="${second}"] [data-do="up"]`);
    expect(await axeFaults(page, ['.packs'])).toEqual([]);
    await page.focus(`[data-url="${second}"] [data-do="up"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-moved]')?.textContent !== '');
    expect(await page.$eval('[data-moved]', ({ textContent }) => textContent)).toContain(
      `${second} is now number 1 of your 2 addresses`,
    );
    expect(
      await page.$$eval('.pack-source', (all) => all.map((item) => item.getAttribute('data-url'))),
    ).toEqual([second, server.url]);
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(`Up: ${second}`);
    expect(await won()).toEqual([server.url]);
    await ask(page, 'packs.remove', { source: added });
    await page.waitForSelector('.pack-source:only-child');
    expect(await page.$('[data-do="up"]')).toBeNull();
  });

  it('are asked for by the alarm once a day', async () => {
    const before = server.asked.length;
    await ringAlarm(page);
    await leaveState(page, { triedAt: daysFromNow(-2) });
    await ringAlarm(page);
    const asked = async (): Promise<string> =>
      (await ask<PacksView>(page, 'packs.view')).sources[0]?.triedAt ?? '';
    await expect.poll(async () => (await asked()) > daysFromNow(-1)).toBe(true);
    expect(server.asked.length - before).toBe(1);
  });

  it('are asked for once, however many ask at once: two tabs and the alarm', async () => {
    await leaveState(page, { triedAt: daysFromNow(-2) });
    const before = server.asked.length;
    const held: ServerResponse[] = [];
    server.answer = (response) => void held.push(response);
    const second = await session.extensionPage('options.html');
    await second.waitForSelector('.packs');
    const updates = [page, second].map((tab) => ask<PacksView>(tab, 'packs.update'));
    await ringAlarm(second);
    await expect.poll(() => held.length).toBe(1);
    await ask(second, 'packs.view');
    for (const response of held) response.end(good);
    await Promise.all(updates);
    await ask(second, 'packs.view');
    expect(server.asked.length - before).toBe(1);
    await second.close();
  });

  it('are the old ones or the new, whole, wherever an update was cut short', {
    timeout: 400_000,
  }, async () => {
    server.answer = serve(good);
    await page.bringToFront();
    const { id } = (await ask<PacksView>(page, 'packs.view')).sources[0] ?? {};
    const random = new Random(7);
    // As long as it takes here when nothing cuts it short, and some more.
    const started = performance.now();
    await ask(page, 'packs.update');
    await ask(page, 'packs.take', { source: id, version: TODAY });
    const longest = 2 * (performance.now() - started);
    const seen = new Set<number>();
    for (let round = 0; round < 100; round += 1) {
      await ask(page, 'packs.use', { at: null });
      // That a message starts it again at once is no fault.
      const cut = new Promise((resolve) => setTimeout(resolve, random.whole(0, longest))).then(() =>
        session.killBackground().catch(() => undefined),
      );
      // What is asked of a background that is killed may never be answered.
      await page.evaluate(
        (messages) => {
          const { chrome } = globalThis as unknown as ExtensionPage;
          const [update, take] = messages;
          void chrome.runtime
            .sendMessage(update)
            .then(() => chrome.runtime.sendMessage(take))
            .catch(() => undefined);
        },
        [
          { managedLens: 'packs.update', payload: null },
          { managedLens: 'packs.take', payload: { source: id, version: TODAY } },
        ],
      );
      await cut;
      const { won, left, inForce: taken } = await ask<PacksView>(page, 'packs.view');
      expect([taken === null ? 0 : 1, left]).toEqual([won.length, []]);
      seen.add(won.length);
    }
    // Cut short at all sorts of points: some of them before it was taken, some after.
    expect([...seen].sort()).toEqual([0, 1]);
  });

  it('leave with their source', async () => {
    await page.bringToFront();
    await click(page, 'remove');
    await page.waitForFunction(() => !document.querySelector('.pack-source'));
    const { version, won } = await ask<PacksView>(page, 'packs.view');
    expect([version, won]).toEqual([bundled.version, []]);
    const before = server.asked.length;
    await session.killBackground();
    await reloadPopup(page);
    await page.waitForSelector('.packs');
    expect(server.asked.length).toBe(before);
  });

  it('made no error, and no request but these', () => {
    expect(session.errors).toEqual([]);
    expect(session.outside).toEqual([]);
  });
});
