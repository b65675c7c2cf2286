import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { CHECKLIST_PATHS, type ChecklistPath } from '../../utils/features/checklist/paths.ts';
import { axeFaults } from './axe.ts';
import { type Doing, WAYS } from './checklist-ways.ts';
import { BROWSERS, open, productList, reloadPopup, STORE, settled } from './support.ts';

const itemOf = (rule: string): string => `.item[data-rule="${rule}"]`;

const isAt = (popup: Page, selector: string): Promise<boolean> =>
  popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Tabs on, from where the focus is, to a control. */
async function tabTo(popup: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isAt(popup, selector)) return;
    await popup.keyboard.press('Tab');
  }
  throw new Error(`${selector} was not reached`);
}

async function type(popup: Page, field: string, keys: readonly string[]): Promise<void> {
  const control = `[data-field="${field}"] .entry > *`;
  await tabTo(popup, control);
  for (const key of keys) await popup.keyboard.press(key as 'Tab');
  await popup.keyboard.press('Tab');
  await popup.waitForFunction(
    (path) => document.querySelector(`[data-field="${path}"] .hint`)?.textContent?.includes('typed by you'),
    {},
    field,
  );
}

/** Goes through one item, and sees that the focus stays where it was. */
async function doItem(popup: Page, rule: string, doing: Doing): Promise<void> {
  const item = itemOf(rule);
  if (typeof doing === 'object') return type(popup, doing.field, doing.keys);
  const isFact = (await popup.$(`${item} .tick + details`)) === null;
  await tabTo(popup, doing === 'not-needed' ? `${item} .tick + button` : `${item} .tick`);
  await popup.keyboard.press('Enter');
  if (doing === 'ask') {
    expect(await isAt(popup, `${item} .ask`)).toBe(true);
    expect(await popup.$(`${item}[data-state="done"]`)).toBeNull();
    await tabTo(popup, `${item} .ask .buttons button`);
    await popup.keyboard.press('Enter');
    if (isFact) return;
  }
  await popup.waitForSelector(`${item}[data-state="${doing === 'not-needed' ? 'not_applicable' : 'done'}"]`);
  expect(await isAt(popup, `${item} .tick`), `the focus after ${rule}`).toBe(true);
}

const shows = (popup: Page, text: string) =>
  popup.waitForFunction(
    (wanted) => document.querySelector('.progress-summary')?.textContent?.includes(wanted),
    {},
    text,
  );

async function choosePath(popup: Page, path: ChecklistPath): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector('.path-choice select');
  await popup.select('.path-choice select', path);
  await popup.waitForSelector(itemOf(WAYS[path].steps[0]?.[0] ?? ''));
}

/** Pools are typed elsewhere: one that sells where nobody asks for an EPR number. */
const keepPool = (popup: Page): Promise<void> =>
  popup.evaluate(async (key) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('managedlens'));
    const records = database.transaction('records', 'readwrite').objectStore('records');
    const record = await done(records.get(key));
    const pool = { destinations: ['ES'], epr: [], appliedAt: null, at: '2026-11-22T08:00:00.000Z' };
    await done(records.put({ ...record, pools: { P1: pool } }, key));
    database.close();
  }, `store:${STORE}`);

describe.each(BROWSERS)('the checklist in %s', (name) => {
  let session: Session;
  let popup: Page;
  const another = () =>
    session.extensionPage('popup.html#checklist', { viewport: { width: 440, height: 900 } });

  beforeAll(async () => {
    session = await open(name);
    const tab = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(tab);
    popup = await another();
    await popup.waitForSelector('.path-choice');
    await popup.select('.language', 'en');
    await popup.waitForFunction(() => document.documentElement.lang === 'en');
    await keepPool(popup);
  });

  afterAll(() => session.close());

  it('leaves the question of what can’t be undone with Escape, and nothing is done', async () => {
    await choosePath(popup, 'exit');
    const item = itemOf('exit.step-formalities');
    await popup.focus(`${item} .tick`);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector(`${item} .ask`);
    expect(await popup.$eval(`${item} .ask`, (ask) => ask.textContent)).toMatch(/formally left/);
    expect(await axeFaults(popup, ['.checklist'])).toEqual([]);
    await popup.keyboard.press('Escape');
    await popup.waitForFunction((selector) => !document.querySelector(selector), {}, `${item} .ask`);
    expect(await isAt(popup, `${item} .tick`)).toBe(true);
    expect(await popup.$(`${item}[data-state="blocked"]`)).not.toBeNull();
  });

  it.each(CHECKLIST_PATHS)('leads a store from nothing to the end by keyboard alone: %s', async (path) => {
    await reloadPopup(popup);
    await popup.waitForSelector('.path-choice select');
    await tabTo(popup, '.path-choice select');
    await popup.keyboard.press('Home');
    for (const _ of CHECKLIST_PATHS.slice(0, CHECKLIST_PATHS.indexOf(path))) {
      await popup.keyboard.press('ArrowDown');
    }
    await popup.waitForSelector(itemOf(WAYS[path].steps[0]?.[0] ?? ''));
    for (const [rule, doing] of WAYS[path].steps) await doItem(popup, rule, doing);
    await shows(popup, WAYS[path].end);
  });

  it('says by what each item is done, and takes a tick back', async () => {
    await choosePath(popup, 'merge');
    const item = itemOf('merge.document-bank-statements');
    expect(await popup.$eval(`${item} .proof`, (proof) => proof.textContent)).toMatch(/^ticked by you on /);
    await popup.click(`${item} .tick`);
    await popup.waitForSelector(`${item}[data-state="open"]`);
    await shows(popup, '13 of 14 done');
  });

  it('shows in a second popup what is ticked in the first, and the other way round', async () => {
    const second = await another();
    await choosePath(second, 'merge');
    const item = itemOf('merge.document-bank-statements');
    await second.click(`${item} .tick`);
    await second.waitForSelector(`${item}[data-state="done"]`);
    await popup.bringToFront();
    await popup.waitForSelector(`${item}[data-state="done"]`);
    await popup.click(`${item} .tick`);
    await second.waitForSelector(`${item}[data-state="open"]`);
    await second.close();
  });

  it('keeps a note when the popup is closed in the middle of typing', async () => {
    const item = itemOf('merge.document-bank-statements');
    const second = await another();
    await choosePath(second, 'merge');
    await second.click(`${item} .note-fold summary`);
    await second.type(`${item} textarea`, 'ask 王经理');
    await second.close();
    const third = await another();
    await third.waitForSelector(`${item} textarea`);
    await third.waitForFunction(
      (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value === 'ask 王经理',
      {},
      `${item} textarea`,
    );
    await third.close();
  });

  it('counts working days from a day that is typed, and draws them', async () => {
    await choosePath(popup, 'exit');
    const field = '[data-field="dates.refundApproved"] input';
    await popup.focus(field);
    await popup.keyboard.type('11202026');
    await popup.$eval(field, (input) => input.blur());
    // What is kept says so in a line of its own, and moves what stands below.
    await popup.waitForFunction(() =>
      document.querySelector('[data-field="dates.refundApproved"]')?.textContent?.includes('typed by you'),
    );
    // Nobody waits for what is ticked as done.
    await popup.locator(`${itemOf('deposit.step-check-bill')} .tick`).click();
    await popup.waitForSelector('.timeline svg[role="img"] .range');
    expect(await popup.$eval('.timeline li', (line) => line.textContent)).toMatch(
      /Refund arrives.* from Fri, Nov 20, 2026, about Wed, Nov 25, 2026 to Fri, Nov 27, 2026/,
    );
  });

  it('speaks both languages, with nothing that axe finds wrong and without scrolling sideways', async () => {
    for (const [language, tag] of [
      ['zh_CN', 'zh-CN'],
      ['en', 'en'],
    ] as const) {
      await popup.select('.language', language);
      await popup.waitForFunction((lang) => document.documentElement.lang === lang, {}, tag);
      for (const path of CHECKLIST_PATHS) {
        await choosePath(popup, path);
        await popup.$$eval('details', (all) => {
          for (const details of all) details.open = true;
        });
        for (const width of [360, 800]) {
          await popup.setViewport({ width, height: 800 });
          const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${path} ${language} ${width} px`).toBeLessThanOrEqual(0);
        }
        expect(await axeFaults(popup, ['body']), `${path} ${language}`).toEqual([]);
      }
    }
  });

  it('prints the whole of it with its documents, sources and notes', async () => {
    const sheet = await session.extensionPage(`checklist.html?channelId=${STORE}&path=merge`);
    await sheet.waitForSelector('.row');
    const text = await sheet.$eval('main', (main) => main.textContent ?? '');
    expect(text).toMatch(/Documents.*Bank statements of the last 3 months/);
    expect(text).toContain('近3个月银行流水');
    expect(text).toContain('ask 王经理');
    expect(await axeFaults(sheet, ['body'])).toEqual([]);
    await sheet.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await sheet.click('header button');
    expect(await sheet.$('body[data-printed]')).not.toBeNull();
    await sheet.close();
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(session.outside).toEqual([]);
  });
});
