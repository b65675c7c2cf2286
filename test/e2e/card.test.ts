import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { axeFaults } from './axe.ts';
import {
  BROWSERS,
  cardText,
  clickChip,
  open,
  productList,
  STORE,
  settled,
  strayRequests,
} from './support.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const named = element?.tagName === 'SUMMARY' ? element.parentElement : element;
    return named?.getAttribute('data-ml-chip') ?? named?.className ?? '';
  });

const closed = (page: Page) => page.waitForFunction(() => !document.querySelector('[data-ml="card"]'));

const onScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const card = document.querySelector('[data-ml="card"]')?.shadowRoot?.querySelector('.card');
    const { left = -1, top = -1, right = 0, bottom = 0 } = card?.getBoundingClientRect() ?? {};
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });

describe.each(BROWSERS)('an opened chip in %s', (name) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await open(name);
  });

  beforeEach(async () => {
    for (const old of await session.browser.pages()) if (old.url().includes('list-manage')) await old.close();
    page = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(page);
  });

  afterAll(() => session.close());

  it('says the verdict, the rules with their sources, and what is missing and where it is found', async () => {
    await clickChip(page, 'merge');
    const text = await cardText(page);
    expect(text).toContain('店铺好评率≥96.5%');
    expect(text).toMatch(/2026-03-01/);
    expect(text).toMatch(/single source|单一来源/);
    expect(text).toMatch(/Dispute rate|纠纷率/);
    await clickChip(page, 'full');
    expect(await cardText(page)).toMatch(/undated|未注明日期/);
  });

  it('shows where sources disagree, with every reading and the one that is used', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    const doubt = await page.waitForSelector(
      '[data-ml="card"] >>> [data-doubt="conflict.merge-store-count"] summary',
    );
    await doubt?.click();
    const text = await cardText(page);
    expect(text).toMatch(/Sources disagree|来源说法不一/);
    expect(text).toMatch(/at least 1 full-managed store|至少 1 个全托管店铺/);
    expect(text).toMatch(/screenshots of at least 2|至少 2 个全托管店铺的截图/);
    expect(text).toMatch(/used here|此处采用/);
  });

  it('says what no source says', async () => {
    await clickChip(page, 'semi');
    await cardText(page);
    await (await page.waitForSelector('[data-ml="card"] >>> .basis > summary'))?.click();
    expect(await cardText(page)).toMatch(/no source says|没有来源说明/);
  });

  it('closes on Escape, on a second click and on a press elsewhere', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    await page.keyboard.press('Escape');
    await closed(page);
    await clickChip(page, 'merge');
    await cardText(page);
    await clickChip(page, 'merge');
    await closed(page);
    await clickChip(page, 'merge');
    await cardText(page);
    await page.mouse.click(5, 5);
    await closed(page);
  });

  it('opens for a pointer that stays on a chip, and goes when it leaves', async () => {
    await page.hover('[data-ml="row"] >>> [data-ml-chip="labels"]');
    await cardText(page);
    await page.mouse.move(5, 5);
    await closed(page);
  });

  it('is reached, read and left by keyboard alone', async () => {
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('tr[data-row-key] input[type="checkbox"]')?.focus(),
    );
    await page.keyboard.press('Tab');
    const first = await focused(page);
    if (first !== 'semi') await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('semi');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('merge');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('fee');
    await page.keyboard.press('Enter');
    expect(await cardText(page)).toContain('5.5%');
    await page.waitForFunction(() => document.querySelector('[data-ml="card"]')?.matches(':focus-within'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('close');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('body');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('doubt');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('[data-ml="card"]')?.shadowRoot?.querySelector('.doubt[open]'),
    );
    for (let stops = 0; stops < 30 && (await focused(page)) !== 'close'; stops += 1) {
      expect(await focused(page)).toBe('doubt');
      await page.keyboard.press('Tab');
    }
    expect(await focused(page)).toBe('close');
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await focused(page)).toBe('fee');
  });

  it('never leaves the screen, also in a small window', async () => {
    for (const [width, height] of [
      [1280, 720],
      [640, 480],
      [1920, 1080],
    ] as const) {
      await page.setViewport({ width, height });
      await clickChip(page, 'fee', 3);
      await cardText(page);
      await expect.poll(() => onScreen(page), { timeout: 5000 }).toBe(true);
      await page.keyboard.press('Escape');
      await closed(page);
    }
  });

  it('acts for a person alone: what a script of the page presses does nothing', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    const stays = await page.evaluate(() => {
      const card = document.querySelector('[data-ml="card"]');
      const chip = document
        .querySelector('[data-ml="row"]')
        ?.shadowRoot?.querySelector('[data-ml-chip="merge"]');
      const close = card?.shadowRoot?.querySelector('.close');
      for (const button of [chip, close]) {
        (button as HTMLElement).click();
        for (const composed of [true, false])
          button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed }));
      }
      return card?.isConnected;
    });
    expect(stays).toBe(true);
    await page.click('[data-ml="card"] >>> .close');
    await closed(page);
  });

  it('goes when its row goes', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.ait-tabs-tab-btn')[1]?.click());
    await closed(page);
  });

  it('keeps its clicks and keys from the page', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['click', 'keydown', 'mousedown'])
        document.addEventListener(type, () => heard.push(type));
    });
    await clickChip(page, 'merge');
    await cardText(page);
    await page.hover('[data-ml="card"] >>> .body');
    await page.click('[data-ml="card"] >>> .body');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  it('has nothing that axe finds wrong, nor has the strip', async () => {
    await clickChip(page, 'merge');
    await cardText(page);
    await page.evaluate(() => {
      const root = document.querySelector('[data-ml="card"]')?.shadowRoot;
      for (const details of root?.querySelectorAll('details') ?? []) details.open = true;
    });
    expect(await axeFaults(page, ['[data-ml="card"]', 'tr[data-row-key] [data-ml="row"]'])).toEqual([]);
  });

  it('made no error and no request of its own in all this', () => {
    expect(session.errors).toEqual([]);
    expect(strayRequests(session)).toEqual([]);
  });
});
