import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { Work } from '../../utils/audit/work.ts';
import { Files } from './import-files.ts';
import { looksWrong } from './import-page.ts';
import { ask } from './senders.ts';
import { BROWSERS, chipShows, OTHER_STORE, open, productList, STORE, settled } from './support.ts';

const ID = '1005000000000001';

const openSettings = async (session: Session): Promise<Page> => {
  const page = await session.extensionPage('options.html#backup', { viewport: { width: 1040, height: 900 } });
  await page.waitForSelector('.backup');
  return page;
};

/** What a button saves as a file. */
const saved = (page: Page, what: string): Promise<string> =>
  page.evaluate(
    (selector) =>
      new Promise<string>((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (content: Blob) => {
          URL.createObjectURL = createObjectURL;
          resolve(content.text());
          return createObjectURL.call(URL, content);
        };
        document.querySelector<HTMLElement>(selector)?.click();
      }),
    `.backup ${what}`,
  );

const stage = (page: Page, kind: string) => page.waitForSelector(`.restore[data-restore="${kind}"]`);

async function choose(page: Page, path: string, then: string): Promise<void> {
  const input = await page.waitForSelector('.restore input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await stage(page, then);
}

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, ({ textContent }) => textContent ?? '');

const press = (page: Page, what: string) => page.locator(`.backup [data-do="${what}"]`).click();

/** Writes a record past the extension, as a fault of the disk or a later version would. */
const corrupt = (page: Page, key: string, value: string): Promise<void> =>
  page.evaluate(
    (own, broken) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('managedlens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          transaction.objectStore('records').put(broken, own);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    key,
    value,
  );

const FINDING = `eu.ce/${ID}`;

const noteFinding = (page: Page, text: string) =>
  ask(page, 'finding.note', { channelId: STORE, finding: FINDING, name: '李雷', text });

/** The mutes, notes and what is done of a store's findings, as they are kept. */
async function findingsWork(page: Page): Promise<Work | undefined> {
  const [[, work] = []] = (await ask(page, 'records.read', { keys: [`findings:${STORE}`] })) as [
    string,
    Work,
  ][];
  return work;
}

/** By store, how much the preview says is later here. */
const laterHere = (page: Page): Promise<string[]> =>
  page.$$eval('.changes tbody tr', (rows) =>
    rows.map((row) => {
      const [name, count] = ['th', '[data-count="newerHere"]'].map(
        (part) => row.querySelector(part)?.textContent,
      );
      return `${name}: ${count}`;
    }),
  );

const type = (page: Page, channelId: string, path: string, text: string) =>
  ask(page, 'fact.type', { channelId, path, text, isExact: true });

describe.each(BROWSERS)('a backup in %s', (name) => {
  let session: Session;
  let settings: Page;
  let backup: string;
  const files = new Files();

  beforeAll(async () => {
    session = await open(name, { lang: 'en-GB' });
    settings = await openSettings(session);
    await type(settings, STORE, 'store.fullApproved', 'yes');
    await type(settings, OTHER_STORE, 'pool.gmv', '5000');
    await ask(settings, 'products.import', {
      channelId: STORE,
      file: 'products.csv',
      at: '2026-11-22T08:00:00.000Z',
      products: [{ productId: ID, facts: { category: 'toys' }, expiries: [] }],
    });
    await noteFinding(settings, '已联系供应商');
    await ask(settings, 'finding.mute', {
      channelId: STORE,
      finding: FINDING,
      mute: {
        name: '李雷',
        reason: '已下架',
        expires: '2027-01-01T00:00:00.000Z',
        verdict: 'fail',
        countries: ['DE'],
      },
    });
    await ask(settings, 'finding.done', { channelId: STORE, finding: FINDING, name: '李雷', isDone: true });
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('holds every record, and twice the same', async () => {
    backup = await saved(settings, '[data-do="save-backup"]');
    const { records, ...head } = JSON.parse(backup);
    expect(head).toMatchObject({ managedLens: 'backup', version: 1, channelId: null });
    expect(records.map(([key]: [string]) => key)).toEqual([
      `findings:${STORE}`,
      `log:${STORE}`,
      `log:${OTHER_STORE}`,
      `product:${STORE}:${ID}`,
      `store:${STORE}`,
      `store:${OTHER_STORE}`,
    ]);
    await settings.waitForSelector('[data-do="save-backup"][aria-disabled="false"]');
    const again = JSON.parse(await saved(settings, '[data-do="save-backup"]'));
    expect(again.records).toEqual(records);
  });

  it.each([
    ['cut off', () => backup.slice(0, -20), 'line 7'],
    ['of a newer version', () => backup.replace('"version":1', '"version":2'), 'newer than this one'],
    ['of another kind', () => '{"managedLens":"site-map-patch"}', 'no backup of ManagedLens'],
    ['no JSON', () => 'ID;Name', 'can’t be read as JSON'],
    ['empty', () => '', 'is empty'],
  ])('that is %s is refused with its reason', async (what, content, reason) => {
    await choose(settings, await files.write(`${what.replaceAll(' ', '-')}.json`, content()), 'refused');
    expect(await textOf(settings, '.restore [role="alert"]')).toContain(reason);
    expect(await textOf(settings, '.restore [role="alert"]')).toContain(what.replaceAll(' ', '-'));
  });

  it('brings another browser to the same verdicts, at once in its open tabs', async () => {
    const otherName = BROWSERS.find((browser) => browser !== name) ?? name;
    const other = await open(otherName, { lang: 'en-GB' });
    try {
      const list = await other.sellerCentre(productList(STORE, { delay: 0 }));
      await settled(list);
      await chipShows(list, 'full', 'unknown');
      const page = await openSettings(other);
      await choose(page, await files.write('backup.json', backup), 'preview');
      expect(await looksWrong(page)).toEqual([]);
      const kept = (await ask(page, 'backup.open', { channelId: OTHER_STORE })) as { keys: string[] };
      expect(kept.keys).toEqual([]);
      await press(page, 'restore');
      await stage(page, 'restored');
      await list.bringToFront();
      await chipShows(list, 'full', 'pass');
      expect(await findingsWork(page)).toEqual(await findingsWork(settings));
      expect((await findingsWork(page))?.mutes[FINDING]?.reason).toBe('已下架');
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('restored beside what is here keeps what is later here; in the place of it, after asking twice, it does not', async () => {
    await type(settings, OTHER_STORE, 'pool.gmv', '7000');
    await type(settings, '333', 'pool.gmv', '1');
    await noteFinding(settings, '明天再问');
    const path = await files.write('backup.json', backup);
    const gmv = async (): Promise<unknown> => {
      const view = await ask(settings, 'store.view', { channelId: OTHER_STORE });
      return (view as { typed: Record<string, { text: string }> }).typed['pool.gmv']?.text;
    };
    await settings.bringToFront();
    await choose(settings, path, 'preview');
    expect(await textOf(settings, '.changes tbody')).toContain('333');
    expect(await laterHere(settings)).toContain(`Store ${STORE}: 1`);
    await press(settings, 'restore');
    await stage(settings, 'restored');
    expect(await gmv()).toBe('7000');
    expect((await findingsWork(settings))?.notes[FINDING]?.text).toBe('明天再问');
    await choose(settings, path, 'preview');
    await press(settings, 'replace');
    await press(settings, 'ask');
    await settings.waitForSelector('.ask[data-sure="true"]');
    expect(await looksWrong(settings)).toEqual([]);
    await press(settings, 'confirm');
    await stage(settings, 'restored');
    expect(await gmv()).toBe('5000');
    expect((await findingsWork(settings))?.notes[FINDING]?.text).toBe('已联系供应商');
    const again = JSON.parse(await saved(settings, '[data-do="save-backup"]'));
    expect(again.records).toEqual(JSON.parse(backup).records);
  });

  it('names what could not be read, saves it as it was and deletes it, while the rest goes on', async () => {
    await corrupt(settings, 'store:444', 'gone');
    const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await popup.waitForSelector('.set-aside-line');
    expect(await textOf(popup, '.set-aside-line')).toContain('1');
    await popup.waitForSelector('.store');
    await popup.close();
    await settings.close();
    settings = await openSettings(session);
    await settings.waitForSelector('.set-aside [data-key="store:444"]');
    expect(await settings.evaluate(() => document.activeElement?.id)).toBe('backup-title');
    expect(await saved(settings, '[data-do="save-aside"]')).toBe('"gone"');
    expect(await looksWrong(settings)).toEqual([]);
    await press(settings, 'delete-aside');
    await press(settings, 'ask');
    await press(settings, 'confirm');
    await settings.waitForFunction(() => !document.querySelector('.set-aside'));
  });

  it('of one store holds that store alone; the store is deleted by keyboard, and no other', async () => {
    const row = `[data-store="${STORE}"]`;
    const { channelId, records } = JSON.parse(await saved(settings, `${row} [data-do="save-store"]`));
    expect([channelId, records.map(([key]: [string]) => key)]).toEqual([
      STORE,
      [`findings:${STORE}`, `log:${STORE}`, `product:${STORE}:${ID}`, `store:${STORE}`],
    ]);
    // Firefox's list of downloads has the keyboard now.
    await settings.close();
    settings = await openSettings(session);
    await settings.waitForSelector(row);
    await settings.focus(`.backup ${row} [data-do="delete-store"]`);
    await settings.keyboard.press('Enter');
    await settings.waitForSelector('.stores .ask');
    for (const next of ['save-before', 'ask']) {
      await settings.keyboard.press('Tab');
      expect(await settings.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe(next);
    }
    await settings.keyboard.press('Enter');
    await settings.waitForSelector('.ask[data-sure="true"]');
    expect(await settings.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe('cancel');
    await settings.keyboard.down('Shift');
    await settings.keyboard.press('Tab');
    await settings.keyboard.up('Shift');
    await settings.keyboard.press('Enter');
    await settings.waitForFunction((own) => !document.querySelector(own), {}, row);
    const { keys } = (await ask(settings, 'backup.open', { channelId: null })) as { keys: string[] };
    expect(keys).toEqual([`log:${OTHER_STORE}`, `store:${OTHER_STORE}`]);
  });

  it('made no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
