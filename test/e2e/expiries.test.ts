import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { axeFaults } from './axe.ts';
import { Files } from './import-files.ts';
import { choose, press, stage } from './import-page.ts';
import { BROWSERS, OTHER_STORE, open, reloadPopup, STORE, strayRequests } from './support.ts';

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The day in China so many days from now. */
const inDays = (days: number): string =>
  new Date(Date.now() + CHINA_MS + days * DAY_MS).toISOString().slice(0, 10);

const [A, B] = ['1005000000000001', '1005000000000002'] as const;

interface Extension {
  action: { getBadgeText(which: object): Promise<string> };
}

const badge = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    return (browser ?? chrome).action.getBadgeText({});
  });

/** What stands in the list: word, name and line of each row. */
const rows = (popup: Page): Promise<string[][]> =>
  popup.$$eval('.endings li', (all) =>
    all.map((row) =>
      ['.verdict', 'bdi', '.hint'].map((part) => row.querySelector(part)?.textContent?.trim() ?? ''),
    ),
  );

const rowsAre = (popup: Page, count: number) =>
  popup.waitForFunction((wanted) => document.querySelectorAll('.endings li').length === wanted, {}, count);

/** Waits until the popup shows all that it has to. */
const isDrawn = (popup: Page) => popup.waitForSelector('.foot');

describe.each(BROWSERS)('certificates that end, in %s', (name) => {
  let session: Session;
  let popup: Page;
  const files = new Files();

  /** Imports a file into a store as a person does. */
  async function importInto(store: string, ...lines: string[]): Promise<void> {
    const page = await session.extensionPage(`options.html?channelId=${store}`);
    await choose(
      page,
      await files.write('certificates.csv', ['Product ID,Certificates', ...lines].join('\r\n')),
    );
    await stage(page, 'preview');
    await press(page, 'keep');
    await stage(page, 'kept');
    await page.close();
  }

  beforeAll(async () => {
    session = await open(name, { lang: 'en-US' });
    popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await isDrawn(popup);
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('are not spoken of where there is none', async () => {
    expect(await popup.$('.endings')).toBeNull();
    expect(await badge(popup)).toBe('');
  });

  it('are counted on the icon and listed in the open popup after an import, the most urgent first', async () => {
    await importInto(STORE, `${A},CE:1 @${inDays(20)}; KC:2 @${inDays(90)}`, `${B},UKCA:3 @${inDays(-1)}`);
    await importInto(OTHER_STORE, `${A},CE:4 @${inDays(6)}`);
    await rowsAre(popup, 3);
    expect(await badge(popup)).toBe('3');
    expect(await rows(popup)).toEqual([
      ['Ended', 'UKCA 3', `Product ${B} · until ${inDays(-1)}`],
      ['Days left: 20', 'CE 1', `Product ${A} · until ${inDays(20)}`],
      ['Days left: 6', 'CE 4', `Product ${A} · until ${inDays(6)}`],
    ]);
    const stores = await popup.$$eval('.endings h3', (all) => all.map(({ textContent }) => textContent));
    expect(stores).toEqual([`Store ${STORE}`, `Store ${OTHER_STORE}`]);
  });

  it('are right in both languages and themes by axe, and fit from 360 px on', async () => {
    await popup.bringToFront();
    for (const language of ['zh_CN', 'en']) {
      await popup.select('.language', language);
      const tag = language.replace('_', '-');
      await popup.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, tag);
      for (const theme of ['light', 'dark']) {
        await popup.evaluate((scheme) => {
          document.documentElement.style.colorScheme = scheme;
        }, theme);
        expect(await axeFaults(popup, ['body']), `${language} ${theme}`).toEqual([]);
      }
    }
    for (const width of [360, 440, 800]) {
      await popup.setViewport({ width, height: 800 });
      const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  });

  it('are quiet once seen, by keyboard, and the focus goes on to the next', async () => {
    await popup.bringToFront();
    await popup.focus('.endings button');
    await popup.keyboard.press('Enter');
    await rowsAre(popup, 2);
    expect(await badge(popup)).toBe('2');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      `Seen: CE 1 of product ${A}`,
    );
  });

  it('stay quiet when the popup is opened anew and the background was killed', async () => {
    await session.killBackground();
    await reloadPopup(popup);
    await rowsAre(popup, 2);
    expect((await rows(popup)).map(([, what]) => what)).toEqual(['CE 4', 'CE 1']);
    expect(await badge(popup)).toBe('2');
  });

  it('speak anew with a new day, and no more where it is far off', async () => {
    await importInto(STORE, `${B},UKCA:3 @${inDays(1)}`, `${A},CE:1 @${inDays(400)}`);
    await popup.waitForSelector('.endings li[data-stage="1"]');
    expect((await rows(popup)).map(([word, what]) => [word, what])).toEqual([
      ['Days left: 1', 'UKCA 3'],
      ['Days left: 6', 'CE 4'],
    ]);
    expect(await badge(popup)).toBe('2');
  });

  it('leave neither list nor badge once all are seen', async () => {
    await popup.bringToFront();
    await popup.locator('.endings button').click();
    await rowsAre(popup, 1);
    await popup.locator('.endings button').click();
    await popup.waitForFunction(() => !document.querySelector('.endings'));
    expect(await badge(popup)).toBe('');
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
