import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import {
  BROWSERS,
  cardText,
  clickChip,
  open,
  productList,
  STORE,
  settled,
  watchFrames,
  wrongStrips,
} from './support.ts';

/** Marks what stands in the page, so that it can be told from what comes later. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const host of document.querySelectorAll('[data-ml]')) Object.assign(host, { isOld: true });
  });

const isRenewed = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const hosts = [...document.querySelectorAll('[data-ml]')];
      return hosts.length > 0 && hosts.every((host) => !('isOld' in host));
    },
    { polling: 50 },
  );

const listLoaded = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => document.querySelector('tr[data-row-key]') && !document.querySelector('.ait-spin-spinning'),
  );

describe.each(BROWSERS)('pages that are open in %s', (name) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await open(name);
    page = await session.sellerCentre(productList(STORE, { delay: 0, rerender: 0 }));
    await settled(page);
  });

  afterAll(() => session.close());

  it('go on with the new script after an update; of the old one nothing stays', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    await mark(page);
    await watchFrames(page);
    await session.update();
    await page.bringToFront();
    await isRenewed(page);
    await settled(page);
    expect(await wrongStrips(page)).toEqual([]);
    await clickChip(page, 'fee');
    expect(await cardText(page)).not.toBe('');
    await page.keyboard.press('Escape');
  });

  it('obey only the new script after several updates', async () => {
    for (let count = 0; count < 2; count += 1) {
      await mark(page);
      await session.update();
      await page.bringToFront();
      await isRenewed(page);
      await settled(page);
    }
    // Heard by two scripts, the keys would hide the overlay and show it again.
    const press = async (): Promise<void> => {
      for (const key of ['Alt', 'Shift', 'M'] as const) await page.keyboard.down(key);
      for (const key of ['M', 'Shift', 'Alt'] as const) await page.keyboard.up(key);
    };
    await press();
    await page.waitForFunction(() => !document.querySelector('[data-ml]'), { polling: 50 });
    await press();
    await settled(page);
  });

  it('stay as they are without access to them, and have the overlay when it is given back', async () => {
    await session.allowSites(false);
    await page.reload();
    await listLoaded(page);
    await session.update();
    await page.bringToFront();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await page.$$('[data-ml]')).toEqual([]);
    await session.allowSites(true);
    await page.bringToFront();
    await settled(page);
  });

  it('had no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
