import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, clickChip, open, productList, STORE, settled } from './support.ts';

const ours = (page: Page): Promise<string[]> =>
  page.$$eval('[data-ml]', (hosts) => hosts.map((host) => host.getAttribute('data-ml') ?? ''));

const isGone = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector('[data-ml]'), { polling: 50 });

async function press(page: Page, keys: readonly string[]): Promise<void> {
  await page.bringToFront();
  for (const key of keys) await page.keyboard.down(key as 'Alt');
  for (const key of keys.toReversed()) await page.keyboard.up(key as 'Alt');
}

const pressDefault = (page: Page): Promise<void> => press(page, ['Alt', 'Shift', 'M']);

/** What the site puts up to see whether a person is there. */
const CHECKS = {
  mask: '<div class="baxia-dialog-mask" style="position: fixed; inset: 0; z-index: 9"></div>',
  dialog: '<section><div id="baxia-dialog-content">请按住滑块，拖动到最右边</div></section>',
  frame: '<iframe src="/_____tmd_____/punish?x5secdata=1"></iframe>',
};

const showCheck = (page: Page, html: string): Promise<void> =>
  page.evaluate((text) => {
    const box = document.createElement('div');
    box.id = 'check';
    box.innerHTML = text;
    document.body.append(box);
  }, html);

const endCheck = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('#check')?.remove());

describe.each(BROWSERS)('the overlay in %s', (name) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await open(name);
    page = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(page);
  });

  afterAll(() => session.close());

  it.each(Object.entries(CHECKS))(
    'is out of the page while it shows a check (%s), and back by itself',
    async (_, html) => {
      await page.bringToFront();
      await clickChip(page, 'merge');
      await page.waitForSelector('[data-ml="card"]');
      await showCheck(page, html);
      await page.waitForSelector('[data-ml="notice"]');
      expect(await ours(page)).toEqual(['notice']);
      expect(await page.$eval('#check', (box) => box.innerHTML)).toBe(html);
      const line = await page.$eval('[data-ml="notice"]', (host) => host.shadowRoot?.textContent ?? '');
      expect(line).toMatch(/安全验证|security check/);
      expect(await axeFaults(page, ['[data-ml="notice"]'])).toEqual([]);
      await endCheck(page);
      await settled(page);
      expect(new Set(await ours(page))).toEqual(new Set(['row']));
    },
  );

  it('is hidden in every tab by its keys, stays so over a reload, and comes back by them', async () => {
    const other = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(other);
    await pressDefault(other);
    await isGone(other);
    await page.bringToFront();
    await isGone(page);
    await page.reload();
    await page.waitForSelector('tr[data-row-key]');
    await page.waitForFunction(() => !document.querySelector('.ait-spin-spinning'));
    expect(await ours(page)).toEqual([]);
    await pressDefault(page);
    await settled(page);
    await other.bringToFront();
    await settled(other);
    await other.close();
  });

  it('types nothing into a field by its keys, and obeys no keys that a script presses', async () => {
    await page.bringToFront();
    const field = 'input[placeholder="请输入商品名称关键词"]';
    await page.focus(field);
    await pressDefault(page);
    await isGone(page);
    expect(await page.$eval(field, (input) => (input as HTMLInputElement).value)).toBe('');
    await page.evaluate(() => {
      const init = { key: 'M', code: 'KeyM', altKey: true, shiftKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await ours(page)).toEqual([]);
    await pressDefault(page);
    await settled(page);
  });

  it('is shown again in the popup, which says that it is hidden', async () => {
    await pressDefault(page);
    await isGone(page);
    const popup = await session.extensionPage('popup.html');
    await popup.waitForSelector('.overlay-switch[data-verdict="caution"]');
    expect(await axeFaults(popup, ['.overlay-switch'])).toEqual([]);
    await popup.click('.overlay-switch button');
    await popup.waitForSelector('.overlay-switch[data-verdict="none"]');
    await popup.close();
    await page.bringToFront();
    await settled(page);
  });

  it('takes other keys on the options page, refuses some with the reason, and can do without', async () => {
    const options = await session.extensionPage('options.html');
    await options.waitForSelector('.keys kbd');
    await options.click('.keys button');
    await press(options, ['Control', 'C']);
    await options.waitForSelector('.keys .problem');
    expect(await options.$eval('.keys .problem', ({ textContent }) => textContent)).toContain('Ctrl+C');
    await press(options, ['Alt', 'J']);
    await options.waitForFunction(() => document.querySelector('.keys kbd')?.textContent === 'Alt+J');
    expect(await axeFaults(options, ['.keys'])).toEqual([]);
    await press(page, ['Alt', 'J']);
    await isGone(page);
    await press(page, ['Alt', 'J']);
    await settled(page);
    await options.bringToFront();
    await options.click('.keys button:nth-of-type(2)');
    await options.waitForFunction(() => !document.querySelector('.keys kbd'));
    await press(page, ['Alt', 'J']);
    await pressDefault(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await ours(page)).toContain('row');
    await options.close();
  });

  it('made no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
