import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pack from '../../public/rules/pack.json' with { type: 'json' };
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

/** A token issued so that it ends in so many days: it holds for 90. */
const issuedToEndIn = (days: number): string => inDays(days - 90);

const [A, B] = ['1005000000000001', '1005000000000002'] as const;

interface Extension {
  action: { getBadgeText(which: object): Promise<string> };
}

/** What a page of the extension can use in Firefox once notifications are on. */
interface Notifying {
  shown: string[];
  browser: {
    notifications: { onClosed: { addListener(heard: (id: string) => void): void } };
    permissions: { remove(which: { permissions: string[] }): Promise<boolean> };
  };
}

const badge = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    return (browser ?? chrome).action.getBadgeText({});
  });

/** What stands in the list: word, name and line of each row. */
const rows = (popup: Page): Promise<string[][]> =>
  popup.$$eval('.alerts li', (all) =>
    all.map((row) =>
      ['.verdict', 'bdi', '.hint'].map((part) => row.querySelector(part)?.textContent?.trim() ?? ''),
    ),
  );

const names = async (popup: Page): Promise<(string | undefined)[]> =>
  (await rows(popup)).map(([, what]) => what);

/** Not by frames, which a page gets only while it is in front. */
const BY_TIME = { polling: 50, timeout: 20_000 };

const rowsAre = (popup: Page, count: number) =>
  popup.waitForFunction(
    (wanted) => document.querySelectorAll('.alerts li').length === wanted,
    BY_TIME,
    count,
  );

/** Waits until the heading counts so many, and the icon with it. */
const countIs = (popup: Page, count: string) =>
  popup.waitForFunction(
    (wanted) => document.querySelector('.alerts .count')?.textContent === wanted,
    BY_TIME,
    count,
  );

/** Asks the background something as the popup does. */
const ask = (popup: Page, managedLens: string, payload: unknown) =>
  popup.evaluate(
    (message) => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(message: unknown): Promise<unknown> } }
      >;
      return (browser ?? chrome).runtime.sendMessage(message);
    },
    { managedLens, payload },
  );

const type = (popup: Page, channelId: string, path: string, text: string) =>
  ask(popup, 'fact.type', { channelId, path, text, isExact: true });

/** Opens the choices of the first row and takes one, by keyboard. */
async function snoozeFirst(popup: Page, steps: number): Promise<void> {
  await popup.bringToFront();
  await popup.focus('.alerts .snooze');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.alerts .snoozes');
  for (let step = 0; step < steps; step += 1) await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
}

describe.each(BROWSERS)('alerts, in %s', (name) => {
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
    // However old the bundled rules are by now.
    await ask(popup, 'alert.snooze', { id: `pack::${pack.version}`, stage: 'old', until: null });
    await countIs(popup, 'none');
    // A list that was not known when the popup was drawn stays folded.
    await reloadPopup(popup);
    await popup.waitForSelector('.alerts details[open]');
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('are one line where there is none', async () => {
    expect(await rows(popup)).toEqual([]);
    expect(await badge(popup)).toBe('');
  });

  it('of certificates are counted on the icon and listed in the open popup after an import, the worst first', async () => {
    await importInto(STORE, `${A},CE:1 @${inDays(20)}; KC:2 @${inDays(90)}`, `${B},UKCA:3 @${inDays(-1)}`);
    await importInto(OTHER_STORE, `${A},CE:4 @${inDays(6)}`);
    await countIs(popup, '3');
    expect(await badge(popup)).toBe('3');
    expect(await rows(popup)).toEqual([
      ['Ended', 'UKCA 3', `Product ${B} · until ${inDays(-1)}`],
      ['Days left: 20', 'CE 1', `Product ${A} · until ${inDays(20)}`],
      ['Days left: 6', 'CE 4', `Product ${A} · until ${inDays(6)}`],
    ]);
    const stores = await popup.$$eval('.alerts h3', (all) => all.map(({ textContent }) => textContent));
    expect(stores).toEqual([`Store ${STORE}`, `Store ${OTHER_STORE}`]);
  });

  it('of a token and a rate come as soon as their facts are kept', async () => {
    await type(popup, STORE, 'dates.tokenIssued', issuedToEndIn(3));
    await type(popup, STORE, 'store.fulfilmentRatePct', '98.3');
    await countIs(popup, '5');
    expect(await badge(popup)).toBe('5');
    const own = (await rows(popup)).map(([word, what]) => [word, what]);
    expect(own).toContainEqual(['Days left: 3', 'Token between ERP and OMS']);
    expect(own).toContainEqual(['Near its bar', 'Logistics fulfilment rate']);
    await type(popup, STORE, 'store.fulfilmentRatePct', '98');
    await popup.waitForSelector('.alerts li[data-stage="crossed"]');
  });

  it('lead to where they are dealt with', async () => {
    await popup.bringToFront();
    await popup.locator('.alerts li[data-kind="token"] .link').click();
    await popup.waitForSelector('#tab-monitor[aria-selected="true"]');
    await popup.locator('.alerts li[data-kind="bar"] .link').click();
    await popup.waitForSelector('#tab-checklist[aria-selected="true"]');
    const href = await popup.$eval('.alerts li[data-kind="certificate"] a', (link) =>
      link.getAttribute('href'),
    );
    expect(href).toBe(`/options.html?channelId=${STORE}`);
    await popup.locator('#tab-store').click();
  });

  it('are right in both languages and themes by axe, and fit from 360 px on', async () => {
    await popup.bringToFront();
    await popup.locator('.alerts .snooze').click();
    await popup.waitForSelector('.alerts .snoozes');
    for (const language of ['zh_CN', 'en']) {
      await popup.select('.language', language);
      const tag = language.replace('_', '-');
      await popup.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, tag);
      const word = language === 'en' ? 'Ended' : '已到期';
      await popup.waitForFunction(
        (wanted) => document.querySelector('.alerts .verdict')?.textContent === wanted,
        BY_TIME,
        word,
      );
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
    await popup.locator('.alerts .snooze').click();
  });

  it('are quiet until their next stage, by keyboard, and the focus goes on to the next', async () => {
    expect(await names(popup)).toContain('UKCA 3');
    await snoozeFirst(popup, 4);
    await countIs(popup, '4');
    expect(await badge(popup)).toBe('4');
    expect(await names(popup)).not.toContain('UKCA 3');
    expect(await popup.evaluate(() => document.activeElement?.className)).toBe('snooze');
  });

  it('stay quiet when the popup is opened anew and the background was killed', async () => {
    await session.killBackground();
    await reloadPopup(popup);
    await rowsAre(popup, 4);
    expect(await names(popup)).not.toContain('UKCA 3');
    expect(await badge(popup)).toBe('4');
  });

  it('are quieted once where the same is asked twice', async () => {
    const id = `certificate:${OTHER_STORE}:${A}:${inDays(6)}:CE 4`;
    const until = new Date(Date.now() + 3 * DAY_MS).toISOString();
    await ask(popup, 'alert.snooze', { id, stage: '7', until });
    await ask(popup, 'alert.snooze', { id, stage: '7', until });
    await countIs(popup, '3');
    expect(await badge(popup)).toBe('3');
    expect(await names(popup)).not.toContain('CE 4');
  });

  it('speak anew with a new day, and no more where it is far off', async () => {
    await importInto(STORE, `${B},UKCA:3 @${inDays(1)}`, `${A},CE:1 @${inDays(400)}`);
    await popup.waitForSelector('.alerts li[data-kind="certificate"][data-stage="1"]');
    expect((await rows(popup)).map(([word, what]) => [word, what])).toContainEqual([
      'Days left: 1',
      'UKCA 3',
    ]);
    expect(await names(popup)).not.toContain('CE 1');
    expect(await badge(popup)).toBe('3');
  });

  it('leave one line and no badge once all are snoozed, and the focus in it', async () => {
    for (const left of ['2', '1', 'none']) {
      await snoozeFirst(popup, 1);
      await countIs(popup, left);
    }
    expect(await badge(popup)).toBe('');
    expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('summary');
  });

  it('notify of nothing: that is off until a person turns it on', async () => {
    const page = await session.extensionPage('options.html');
    await page.waitForFunction(() =>
      document.querySelector('#alerts [role="status"]')?.textContent?.includes('off'),
    );
    expect(await page.$eval('#alerts button', ({ textContent }) => textContent)).toBe(
      'Turn notifications on',
    );
    expect(await axeFaults(page, ['#alerts'])).toEqual([]);
    await page.close();
  });

  // Chrome asks in a bubble of its own that no driver can press; what follows from its answer is tested with a fake.
  if (name === 'firefox') {
    it('notify of what is new once that is on, until the permission goes', async () => {
      const page = await session.extensionPage('options.html');
      const says = (words: string) =>
        page.waitForFunction(
          (wanted) => document.querySelector('#alerts [role="status"]')?.textContent?.includes(wanted),
          BY_TIME,
          words,
        );
      await page.locator('#alerts button').click();
      await says('are on');
      // Without a screen Firefox closes a notification as soon as it has shown it.
      await page.evaluate(() => {
        const shown: string[] = [];
        Object.assign(globalThis, { shown });
        (globalThis as unknown as Notifying).browser.notifications.onClosed.addListener((id) =>
          shown.push(id),
        );
      });
      await type(popup, OTHER_STORE, 'dates.tokenIssued', issuedToEndIn(5));
      await page.waitForFunction(
        () => (globalThis as unknown as Notifying).shown.join() === 'alerts',
        BY_TIME,
      );
      await page.evaluate(() =>
        (globalThis as unknown as Notifying).browser.permissions.remove({ permissions: ['notifications'] }),
      );
      await says('took the permission');
      expect(await axeFaults(page, ['#alerts'])).toEqual([]);
      await page.close();
    });
  }

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
