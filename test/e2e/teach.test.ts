import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { axeFaults } from './axe.ts';
import { Files } from './import-files.ts';
import { looksWrong } from './import-page.ts';
import { BROWSERS, open, productList, STORE, settled } from './support.ts';

const NOTICE = 'ml-health';
const BAR = 'ml-teach';

/** A person's mouse, which counts. */
class Mouse {
  clicks = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(selector: string): Promise<void> {
    const element = await this.#page.waitForSelector(selector, { timeout: 15_000, visible: true });
    const box = await element?.boundingBox();
    if (!box) throw new Error(`${selector} is not to be seen`);
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    this.clicks += 1;
  }
}

const RENAMED = productList(STORE, { delay: 0, rerender: 0, rename: 'price' });

/** What the fee chips of the first rows say to who does not see them. */
const fees = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr[data-row-key] [data-ml="row"]')].slice(0, 3).map(({ shadowRoot }) => {
      const chip = shadowRoot?.querySelector('[data-ml-chip="fee"]');
      return chip?.getAttribute('aria-label') ?? '';
    }),
  );

const prices = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr[data-row-key]')]
      .slice(0, 3)
      .map((row) => [...row.children].find((cell) => cell.textContent?.startsWith('USD'))?.textContent ?? ''),
  );

/** Waits until the fee chips speak of an amount, or no more. */
const feesKnow = (page: Page, isKnown: boolean): Promise<unknown> =>
  expect
    .poll(async () => (await fees(page)).map((text) => text.includes('USD')), { timeout: 10_000 })
    .toEqual([isKnown, isKnown, isKnown]);

/** Marks the first price, where the mouse is to go. */
const markPrice = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll('tr[data-row-key] td')];
    cells.find((cell) => cell.textContent?.startsWith('USD'))?.setAttribute('id', 'first-price');
  });

async function openRenamed(session: Session): Promise<Page> {
  const page = await session.sellerCentre(RENAMED);
  await settled(page);
  await markPrice(page);
  return page;
}

/** By frames: mutations inside a shadow root are not heard outside it. */
const bar = (page: Page, what: string): Promise<unknown> =>
  page.waitForSelector(`${BAR} >>> ${what}`, { visible: true });

const gone = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((own) => !document.querySelector(own), { timeout: 15_000 }, selector);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (
      element?.getAttribute('data-do') ?? element?.getAttribute('data-field') ?? element?.localName ?? ''
    );
  });

async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await focused(page)) === what) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by Tab, only ${await focused(page)}`);
}

const openSettings = async (session: Session): Promise<Page> => {
  const page = await session.extensionPage(`options.html?channelId=${STORE}`);
  await page.waitForSelector('.site-map');
  return page;
};

/** The file that the export saves. */
const exported = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    let saved: Blob | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (content: Blob) => {
      saved = content;
      return createObjectURL.call(URL, content);
    };
    document.querySelector<HTMLElement>('.site-map [data-do="export"]')?.click();
    return saved?.text() ?? '';
  });

describe.each(BROWSERS)('teaching a lost field in %s', (name) => {
  let session: Session;
  let page: Page;
  let patch: string;
  const files = new Files();

  beforeAll(async () => {
    session = await open(name, { lang: 'en-GB' });
    page = await openRenamed(session);
  });

  afterAll(async () => {
    await session.close();
    await files.remove();
  });

  it('takes six clicks or fewer, none of which the page gets, and shows what will be read before it is kept', async () => {
    await feesKnow(page, false);
    const mouse = new Mouse(page);
    await mouse.click(`${NOTICE} >>> summary`);
    await mouse.click(`${NOTICE} >>> [data-field="price"]`);
    await bar(page, '[data-step="point"]');
    expect(await axeFaults(page, [BAR])).toEqual([]);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['pointerdown', 'mousedown', 'click'])
        document.addEventListener(type, () => heard.push(type), true);
    });
    await mouse.click('#first-price');
    await bar(page, '[data-step="look"]');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    const text = await page.$eval(`${BAR} >>> .teach`, ({ textContent }) => textContent ?? '');
    expect(text).toContain('“报价”');
    expect(text).toContain('100');
    for (const price of await prices(page)) expect(text).toContain(price);
    expect(await axeFaults(page, [BAR])).toEqual([]);
    await feesKnow(page, false);
    await mouse.click(`${BAR} >>> [data-do="keep"]`);
    await feesKnow(page, true);
    expect(mouse.clicks).toBeLessThanOrEqual(6);
    await gone(page, NOTICE);
    await page.keyboard.press('Escape');
    await gone(page, BAR);
  });

  it('lasts beyond a reload, and the notice does not come back', async () => {
    const again = await openRenamed(session);
    await feesKnow(again, true);
    const [price = 'no price'] = await prices(again);
    expect((await fees(again))[0]).toContain('USD');
    expect(price).toMatch(/^USD/);
    expect(await again.$(NOTICE)).toBeNull();
    await again.close();
  });

  it('is listed in the settings, and exported without anything of a shop', async () => {
    const settings = await openSettings(session);
    await settings.waitForSelector('.taught');
    expect(await settings.$eval('.taught tbody', ({ textContent }) => textContent)).toMatch(
      /list.*Price.*报价/,
    );
    patch = await exported(settings);
    expect(JSON.parse(patch)).toEqual({
      managedLens: 'site-map-patch',
      version: 1,
      taught: [{ page: 'product-list', field: 'price', words: '报价' }],
    });
    expect(await exported(settings)).toBe(patch);
    expect(await looksWrong(settings)).toEqual([]);
    await settings.close();
  });

  it('heals another browser by the exported patch, at once in its open tabs', async () => {
    const other = await open(name, { lang: 'en-GB' });
    try {
      const list = await openRenamed(other);
      await feesKnow(list, false);
      const settings = await openSettings(other);
      const choose = async (path: string): Promise<void> => {
        const input = await settings.waitForSelector('.site-map input[type="file"]');
        await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
      };
      await choose(await files.write('cut-off.json', patch.slice(0, -20)));
      await settings.waitForSelector('.site-map [role="alert"]');
      await choose(await files.write('patch.json', patch));
      await settings.waitForSelector('.site-map .added li');
      expect(await settings.$eval('.site-map .added', ({ textContent }) => textContent)).toContain('报价');
      expect(await looksWrong(settings)).toEqual([]);
      await settings.locator('[data-do="keep-patch"]').click();
      await settings.waitForSelector('.taught');
      await list.bringToFront();
      await feesKnow(list, true);
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is forgotten when it is deleted, which can be undone, and taught again by keyboard alone', async () => {
    const settings = await openSettings(session);
    // Each time the list has to have heard of it: what it hears of later would end the teaching below.
    const heard = async (isKnown: boolean): Promise<void> => {
      await page.bringToFront();
      await feesKnow(page, isKnown);
      await settings.bringToFront();
    };
    await settings.locator('[data-do="forget"]').click();
    await heard(false);
    await settings.locator('[data-do="undo"]').click();
    await settings.waitForSelector('.taught');
    await heard(true);
    await settings.locator('[data-do="forget"]').click();
    await settings.waitForFunction(() => !document.querySelector('.taught'));
    await heard(false);
    await page.bringToFront();
    await page.waitForSelector(NOTICE, { timeout: 20_000 });
    const isOpen = await page.$eval(`${NOTICE} >>> summary`, (summary) => {
      (summary as HTMLElement).focus();
      return summary.parentElement?.hasAttribute('open');
    });
    if (!isOpen) await page.keyboard.press('Enter');
    await tabTo(page, 'price');
    await page.keyboard.press('Enter');
    await bar(page, '[data-step="point"]');
    expect(await focused(page)).toBe('input');
    await page.keyboard.type('库存');
    await page.keyboard.press('Enter');
    await bar(page, '.problem');
    expect(await axeFaults(page, [BAR])).toEqual([]);
    await page.keyboard.press('Escape');
    await gone(page, BAR);
    expect(await focused(page)).toBe('price');
    await page.keyboard.press('Enter');
    await bar(page, '[data-step="point"]');
    await page.keyboard.type('报价');
    await page.keyboard.press('Enter');
    await bar(page, '[data-step="look"]');
    expect(await focused(page)).toBe('keep');
    await page.keyboard.press('Enter');
    await feesKnow(page, true);
  });

  it('made no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
