import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { badLines, COMPLETE_TOY, Files, manyRows } from './import-files.ts';
import {
  answersBefore,
  askUntilAnnounced,
  barWhile,
  choose,
  focused,
  isTabOpenTwice,
  looksWrong,
  press,
  stage,
  tabTo,
  textOf,
} from './import-page.ts';
import {
  BROWSERS,
  cardText,
  chipShows,
  clickChip,
  open,
  productList,
  STORE,
  settled,
  strayRequests,
} from './support.ts';

const ROWS = 10_000;
const BAD = badLines(ROWS);

describe.each(BROWSERS)('the import of product facts in %s', (name) => {
  let session: Session;
  let list: Page;
  let page: Page;
  let listed: string;
  const files = new Files();

  beforeAll(async () => {
    session = await open(name, { lang: 'en-US' });
    list = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(list);
    listed = await list.$eval('tr[data-row-key]', (row) => row.getAttribute('data-row-key') ?? '');
    page = await session.extensionPage(`options.html?channelId=${STORE}`, {
      viewport: { width: 1280, height: 900 },
    });
    await stage(page, 'start');
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('shows what a file says, and keeps nothing before it is told to', async () => {
    await choose(page, await files.write('toys.csv', COMPLETE_TOY(listed)));
    await stage(page, 'preview');
    expect(await textOf(page, '[data-entry="good"] dd')).toBe('1');
    expect(await textOf(page, '.rows.good tbody')).toContain('Toys');
    await page.waitForFunction(
      () => !/counting|统计/.test(document.querySelector('[data-entry="replaced"] dd')?.textContent ?? ''),
    );
    expect(await textOf(page, '[data-entry="replaced"] dd')).toBe('None of these products');
    await press(page, 'discard');
    await stage(page, 'start');
    await list.bringToFront();
    await chipShows(list, 'labels', 'unknown');
  });

  it('changes the product’s row in an open tab at once, and its card says which file', async () => {
    await page.bringToFront();
    await choose(page, await files.write('toys.csv', COMPLETE_TOY(listed)));
    await stage(page, 'preview');
    await press(page, 'keep');
    await stage(page, 'kept');
    await list.bringToFront();
    await chipShows(list, 'labels', 'pass');
    await clickChip(list, 'labels');
    expect(await cardText(list)).toMatch(/imported from toys\.csv on /);
    await list.keyboard.press('Escape');
    await page.bringToFront();
    await press(page, 'again');
  });

  it('says how many products a second import replaces', async () => {
    await choose(page, await files.write('toys.csv', COMPLETE_TOY(listed)));
    await stage(page, 'preview');
    await page.waitForFunction(() =>
      document.querySelector('[data-entry="replaced"] dd')?.textContent?.startsWith('1 product'),
    );
    await press(page, 'discard');
  });

  it('refuses a file that is something else, with what to do', async () => {
    await choose(page, await files.write('scan.xlsx', '%PDF-1.7\n'));
    await page.waitForSelector('.notice[role="alert"]');
    expect(await textOf(page, '.notice[role="alert"]')).toMatch(/scan\.xlsx[\s\S]*PDF[\s\S]*XLSX or CSV/);
  });

  it('takes a file that is dropped on it, and of several none', async () => {
    const drop = (names: string[]): Promise<void> =>
      page.evaluate((all) => {
        const dataTransfer = new DataTransfer();
        for (const name of all)
          dataTransfer.items.add(new File(['Product ID,Stock\n1005006789012346,5'], name));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('.drop')?.dispatchEvent(event);
      }, names);
    await drop(['a.csv', 'b.csv']);
    await page.waitForSelector('.notice[role="status"]');
    expect(await textOf(page, '.notice[role="status"]')).toMatch(/^One file at a time/);
    await drop(['a.csv']);
    await stage(page, 'preview');
    expect(await textOf(page, '.preview h3')).toBe('Preview of a.csv');
    await press(page, 'discard');
  });

  it('stops reading when it is cancelled', async () => {
    const large = await files.write('large.csv', manyRows(300_000));
    await stage(page, 'start');
    const cancelled = barWhile(page, 'reading', true);
    await choose(page, large);
    await cancelled;
    await stage(page, 'start');
    expect(await textOf(page, '.notice[role="status"]')).toBe('Cancelled. Nothing of large.csv was kept.');
  });

  it('names 100 bad rows of 10,000 with their lines', async () => {
    await choose(page, await files.write('many.csv', manyRows(ROWS)));
    await stage(page, 'preview');
    expect(await textOf(page, '[data-entry="good"] dd')).toBe('9,900');
    expect(await textOf(page, '[data-entry="bad"] dd')).toBe('100');
    const lines = await page.$$eval('.rows.bad tbody td:first-child', (cells) =>
      cells.map(({ textContent }) => Number(textContent)),
    );
    expect(lines).toEqual(BAD);
    expect(await textOf(page, '.rows.bad tbody tr')).toMatch(/Category[\s\S]*“furniture”/);
  });

  it('keeps nothing more once it is cancelled', async () => {
    const cancelled = barWhile(page, 'keeping', true);
    await press(page, 'keep');
    await cancelled;
    await stage(page, 'kept');
    const [kept = 0, total] = ((await textOf(page, '.done h3')).match(/[\d,]+/g) ?? []).map((text) =>
      Number(text.replace(',', '')),
    );
    expect(total).toBe(9900);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(9900);
    await press(page, 'again');
    await choose(page, await files.write('many.csv', manyRows(ROWS)));
    await stage(page, 'preview');
    await page.waitForFunction(
      (count) => document.querySelector('[data-entry="replaced"] dd')?.textContent?.startsWith(count),
      { timeout: 60_000 },
      `${new Intl.NumberFormat('en').format(kept)} products`,
    );
  });

  it('keeps 9,900 with a progress bar, and answers the popup meanwhile', async () => {
    const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await popup.waitForSelector('.store [role="combobox"]');
    await askUntilAnnounced(popup);
    await page.bringToFront();
    const bar = barWhile(page, 'keeping', false);
    await press(page, 'keep');
    expect(await bar).toMatch(/^[\d,]+ of 9,900 products$/);
    await stage(page, 'kept');
    expect(await textOf(page, '.done h3')).toBe('9,900 products kept');
    expect(await page.$$eval('.rows.bad tbody tr', (rows) => rows.length)).toBe(100);
    expect(await answersBefore(popup)).toBeGreaterThan(0);
    await popup.close();
  });

  it('is used by keyboard alone', async () => {
    await tabTo(page, /^button Import another/);
    await page.keyboard.press('Enter');
    await stage(page, 'start');
    await tabTo(page, /^input/);
    const path = await files.write('toys.csv', COMPLETE_TOY(listed));
    // Firefox's dialog can't be reached from here; that the field has the focus is what opens it.
    if (name === 'firefox') await choose(page, path);
    else {
      const chooser = page.waitForFileChooser();
      // Chrome holds dialogs back only from the next frame on.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await page.keyboard.press('Enter');
      await (await chooser).accept([path]);
    }
    await stage(page, 'preview');
    expect(await focused(page)).toBe('h3 Preview of toys.csv');
    await tabTo(page, /^button Keep 1/);
    await page.keyboard.press('Enter');
    await stage(page, 'kept');
    expect(await focused(page)).toBe('h3 1 products kept');
    await tabTo(page, /^button Import another/);
    await page.keyboard.press(' ');
    await stage(page, 'start');
  });

  it('turns the pages of many bad rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `x${index},toys`).join('\n');
    await choose(page, await files.write('bad.csv', `Product ID,Category\n${rows}`));
    await stage(page, 'preview');
    expect(await page.$('[data-do="keep"]')).toBeNull();
    await page.locator('.pages button:last-child').click();
    await page.waitForFunction(() => document.querySelector('.rows.bad tbody td')?.textContent === '102');
    expect(await textOf(page, '.pages span')).toBe('101 to 200 of 5,000');
    await press(page, 'discard');
  });

  it('gives a template that it reads, and tells its example from a product', async () => {
    await stage(page, 'start');
    const bytes = await page.evaluate(async () => {
      const saved = new Promise<string>((resolve) => {
        HTMLAnchorElement.prototype.click = function click() {
          resolve(this.href);
        };
      });
      document.querySelector<HTMLElement>('.step button')?.click();
      return [...new Uint8Array(await (await fetch(await saved)).arrayBuffer())];
    });
    await choose(page, await files.write('template.xlsx', Uint8Array.from(bytes)));
    await stage(page, 'preview');
    expect(await textOf(page, '[data-entry="read-as"] dd')).toMatch(/^XLSX/);
    expect(await textOf(page, '.notice[data-verdict="caution"]')).toMatch(
      /^Line 2 is the template's example/,
    );
    await press(page, 'discard');
  });

  it('looks right to axe in both themes at every stage, and fits from 480 px to 1280 px', async () => {
    await choose(page, await files.write('scan.xlsx', '%PDF-1.7\n'));
    await page.waitForSelector('.notice[role="alert"]');
    expect(await looksWrong(page)).toEqual([]);
    await choose(page, await files.write('many.csv', manyRows(ROWS + 200)));
    await stage(page, 'preview');
    expect(await looksWrong(page)).toEqual([]);
    const bar = barWhile(page, 'keeping', false);
    await press(page, 'keep');
    await bar;
    expect(await looksWrong(page)).toEqual([]);
    await stage(page, 'kept');
    expect(await looksWrong(page)).toEqual([]);
  });

  it('is reached from the popup, and stands at its store', async () => {
    const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await popup.locator('.import-link a').click();
    const address = `${session.extensionOrigin}/options.html?channelId=${STORE}`;
    await expect.poll(() => isTabOpenTwice(popup, address)).toBe(true);
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
