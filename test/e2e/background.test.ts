import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { typeFact } from '../../tools/browsers/popup.ts';
import {
  BROWSERS,
  cardText,
  chipShows,
  clickChip,
  open,
  productList,
  reloadPopup,
  STORE,
  settled,
  strayRequests,
} from './support.ts';

describe.each(BROWSERS)('the background in %s', (name) => {
  let session: Session;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    session = await open(name);
    page = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(page);
    popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await popup.waitForSelector('.store');
  });

  afterAll(() => session.close());

  it('is back with the next message after it was killed', async () => {
    await session.killBackground();
    await page.bringToFront();
    await clickChip(page, 'merge');
    expect(await cardText(page)).toContain('店铺好评率≥96.5%');
    await page.keyboard.press('Escape');
  });

  it('has lost nothing that was typed before it was killed', async () => {
    await typeFact(popup, 'store.fullApproved', 'yes');
    await chipShows(page, 'full', 'pass');
    await session.killBackground();
    await reloadPopup(popup);
    await popup.waitForSelector('[data-field="store.fullApproved"] select');
    expect(await popup.$eval('[data-field="store.fullApproved"] select', ({ value }) => value)).toBe('yes');
    await page.bringToFront();
    await page.reload();
    await settled(page);
    await chipShows(page, 'full', 'pass');
  });

  it('keeps what is being typed when the popup is closed', async () => {
    const field = '[data-field="pool.gmv"] input';
    await popup.bringToFront();
    await popup.$eval(field, (input) => input.closest('details')?.setAttribute('open', ''));
    await popup.type(field, '4321');
    await reloadPopup(popup);
    await popup.waitForSelector(field);
    await expect.poll(() => popup.$eval(field, ({ value }) => value)).toBe('4321');
  });

  it('answers every message, however often it is killed in between', async () => {
    for (let round = 0; round < 12; round += 1) {
      const text = `2026-${String(round + 1).padStart(2, '0')}`;
      const kill = session.killBackground();
      await typeFact(popup, 'pool.month', text);
      await kill;
      await session.killBackground();
      await reloadPopup(popup);
      await popup.waitForSelector('[data-field="pool.month"] input');
      expect(await popup.$eval('[data-field="pool.month"] input', ({ value }) => value)).toBe(text);
    }
  });

  it('gives new rows their strips after it was killed', async () => {
    await page.bringToFront();
    await session.killBackground();
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.ait-tabs-tab-btn')[2]?.click());
    await page.waitForFunction(() => document.querySelectorAll('tr[data-row-key]').length < 100);
    await settled(page);
  });

  it('made no error and no request in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
