import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { PacksView } from '../../utils/packs/views.ts';
import { axeFaults } from './axe.ts';
import { ask, click } from './packs-page.ts';
import { type PacksServer, startPacksServer } from './packs-server.ts';
import { good, keys, serve } from './refused-packs.ts';
import { BROWSERS, open } from './support.ts';

/** What the browser itself hands on, under a policy of its own kind: see tools/browsers. */
describe.each(BROWSERS)("an organisation's policy in %s", (name) => {
  let session: Session;
  let server: PacksServer;
  let page: Page;

  beforeAll(async () => {
    server = await startPacksServer();
    server.answer = serve(good);
    const policy = { packs: [{ url: server.url, key: keys.publicKey }] };
    session = await open(name, { reach: server.reach, policy });
    page = await session.extensionPage('options.html');
    await page.waitForSelector('.pack-source');
  });

  afterAll(async () => {
    await session.close();
    server.close();
  });

  it('sets a source that says whose it is, in both languages, and can not be taken out', async () => {
    const label = () => page.$eval('.pack-source .managed', ({ textContent }) => textContent);
    expect(await label()).toBe('set by your organisation');
    expect(await page.$(`.pack-source [data-do="remove"]`)).toBeNull();
    expect(await axeFaults(page, ['.packs'])).toEqual([]);
    await ask(page, 'language.choose', { language: 'zh_CN' });
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await label()).toBe('由您的组织设定');
    await ask(page, 'language.choose', { language: 'en' });
    const { sources } = await ask<PacksView>(page, 'packs.view');
    const { sources: after } = await ask<PacksView>(page, 'packs.remove', { source: sources[0]?.id });
    expect(after.map(({ url, isManaged }) => [url, isManaged])).toEqual([[server.url, true]]);
  });

  it('asks nothing of the server before its user gave access to it', async () => {
    await page.waitForSelector('.pack-source[data-refusal="no-access"]');
    await click(page, 'update');
    await page.waitForFunction(() => document.querySelector('[data-do=update]')?.ariaDisabled !== 'true');
    expect(server.asked).toEqual([]);
  });

  it('brings rules that are looked at before they are taken, as all others', async () => {
    await session.allowHost('https://packs.example/*');
    await page.bringToFront();
    await click(page, 'allow');
    await page.waitForSelector('[data-waiting]');
    expect(await page.$('[data-do="allow"]')).toBeNull();
    expect((await ask<PacksView>(page, 'packs.view')).won).toEqual([]);
    await click(page, 'preview');
    await page.waitForSelector('.pack-preview');
    await click(page, 'take');
    await page.waitForSelector('.won');
    expect(await page.$eval('.won', ({ textContent }) => textContent)).toContain(
      'rules merge.gmv-90d: https://packs.example/pack.json',
    );
  });

  it('made no error, and no request but these', () => {
    expect(session.errors).toEqual([]);
    expect(session.outside).toEqual([]);
  });
});
