import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { typeFact } from '../../tools/browsers/popup.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, open, productList, STORE, settled, strayRequests } from './support.ts';

const cell = (row: string, programme: string): string =>
  `.compare [data-row="${row}"] [data-programme="${programme}"]`;

const textOf = (popup: Page, selector: string): Promise<string> =>
  popup.$eval(selector, ({ textContent }) => textContent ?? '');

/** Where the parts of the table stand. */
const placesOf = (popup: Page, selector: string): Promise<{ top: number; left: number }[]> =>
  popup.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { top, left } = element.getBoundingClientRect();
      return { top, left };
    }),
  );

describe.each(BROWSERS)('the comparison in %s', (name) => {
  let session: Session;
  let popup: Page;

  beforeAll(async () => {
    session = await open(name);
    const tab = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(tab);
    popup = await session.extensionPage('popup.html', { viewport: { width: 800, height: 900 } });
    await popup.waitForSelector('.store');
  });

  afterAll(() => session.close());

  it('opens by keyboard, with the four programmes side by side', async () => {
    await popup.bringToFront();
    await popup.focus('#tab-store');
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('ArrowRight');
    await popup.waitForSelector('.compare table');
    const heads = await popup.$$eval('.compare thead th', (all) => all.map(({ textContent }) => textContent));
    expect(heads).toEqual(['Self-operated (POP)', 'Semi-managed', 'Full-managed', 'Merge service']);
  });

  it('says who does what, and that no source says where none does', async () => {
    expect(await textOf(popup, cell('price', 'semi'))).toMatch(/merchant keeps the pricing power/);
    expect(await textOf(popup, cell('price', 'full'))).toMatch(/platform lists, delists and prices/);
    expect(await textOf(popup, `${cell('price', 'merge')} .unsaid`)).toBe('No source says');
    expect(await textOf(popup, cell('suits', 'full'))).toMatch(/According to: .*undated/);
  });

  it('marks a conflict, and opens to every reading and to the sentences of the sources', async () => {
    const ship = cell('ship', 'semi');
    const doubt = `${ship} [data-doubt="conflict.semi-logistics"]`;
    expect(await textOf(popup, `${doubt} summary`)).toMatch(/^Sources disagree/);
    await popup.focus(`${doubt} summary`);
    await popup.keyboard.press('Enter');
    expect(await popup.$$eval(`${doubt} li`, (readings) => readings.length)).toBe(2);
    await popup.focus(`${ship} .source summary`);
    await popup.keyboard.press('Enter');
    expect(await textOf(popup, `${ship} blockquote`)).not.toBe('');
    expect(await textOf(popup, `${ship} figcaption`)).toMatch(/2024-02-05|undated/);
  });

  it('says what stands between the store and each, and anew when a fact changes elsewhere', async () => {
    const semi = cell('standing', 'semi');
    expect(await textOf(popup, semi)).toMatch(/5 not known/);
    expect(await textOf(popup, semi)).toMatch(/Semi-managed entry, step 2/);
    const other = await session.extensionPage('popup.html#store', { viewport: { width: 440, height: 900 } });
    await typeFact(other, 'store.returnAddressSet', 'no');
    await popup.bringToFront();
    await popup.waitForFunction(
      (selector) => /1 not met, 4 not known/.test(document.querySelector(selector)?.textContent ?? ''),
      {},
      semi,
    );
    expect(
      await popup.$$eval(`${semi} [data-verdict="fail"][data-rule]`, (all) =>
        all.map((element) => element.getAttribute('data-rule')),
      ),
    ).toEqual(['semi.return-address']);
    await other.close();
  });

  it('is a table with heads that stay at 800 px, and a list by question at 360 px', async () => {
    const bars = '.compare [data-row="bars"] td';
    const sideBySide = await placesOf(popup, bars);
    expect(new Set(sideBySide.map(({ top }) => top)).size).toBe(1);
    await popup.$eval('.compare [data-row="bars"]', (row) => row.scrollIntoView());
    const [head] = await placesOf(popup, '.compare thead th');
    expect(head?.top).toBeGreaterThan(0);
    await popup.setViewport({ width: 360, height: 900 });
    const stacked = await placesOf(popup, bars);
    expect(new Set(stacked.map(({ left }) => left)).size).toBe(1);
    expect(await textOf(popup, `${cell('bars', 'merge')} .programme`)).toBe('Merge service');
  });

  it('fits from 360 px to 800 px, and axe finds nothing with all of it open', async () => {
    await popup.$$eval('.compare details', (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    for (const width of [360, 440, 800]) {
      await popup.setViewport({ width, height: 900 });
      const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      expect(await axeFaults(popup, ['.compare']), `${width} px`).toEqual([]);
    }
  });

  it('speaks Chinese too, at once', async () => {
    await popup.select('.language', 'zh_CN');
    await popup.waitForFunction(() => document.querySelector('.compare')?.textContent?.includes('谁定价'));
    await popup.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('没有来源说明'),
      {},
      cell('price', 'merge'),
    );
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
