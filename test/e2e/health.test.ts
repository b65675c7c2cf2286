import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, open, productList, STORE, settled } from './support.ts';

const DISPUTES = `/m_apps/dispute-management/list?channelId=${STORE}&standin-delay=0`;

interface Runtime {
  sendMessage(message: unknown): Promise<{ answer: Overview }>;
}

/** What the popup would say was lost on a kind of page; undefined where none was looked through yet. */
const lostOn = (popup: Page, kind: string): Promise<string[] | undefined> =>
  popup.evaluate(async (page) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
    const { answer } = await chrome.runtime.sendMessage({ managedLens: 'popup.open', payload: null });
    return answer.healths.find((health) => health.page === page)?.lost;
  }, kind);

/** The stand-in after a redesign that renames the rate, or back. */
const rename = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    (old, fresh) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) if (text.data.includes(old)) text.data = text.data.replace(old, fresh);
    },
    from,
    to,
  );

/** Something comes into the page, as when it draws a part of itself. */
const stir = (page: Page): Promise<void> =>
  page.evaluate(() => document.body.append(document.createElement('i')));

const NOTICE = '[data-ml="notice"]';

async function openRenamed(session: Session): Promise<Page> {
  const page = await session.sellerCentre(DISPUTES);
  await page.waitForFunction(() => document.body.textContent?.includes('纠纷率'));
  await rename(page, '纠纷率', '纠纷比率');
  await stir(page);
  return page;
}

describe.each(BROWSERS)('the health of pages in %s', (name) => {
  let session: Session;
  let popup: Page;

  beforeAll(async () => {
    session = await open(name, { lang: 'en-GB' });
    popup = await session.extensionPage('popup.html');
  });

  afterAll(() => session.close());

  it('is whole on the product list: there is no notice', async () => {
    const page = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(page);
    await expect.poll(() => lostOn(popup, 'product-list'), { timeout: 15_000 }).toEqual([]);
    expect(await page.$(NOTICE)).toBeNull();
    await page.close();
  });

  it('is said at the top of a page that was not fully read, heals by itself, and is quiet once dismissed', async () => {
    const page = await openRenamed(session);
    await page.bringToFront();
    const notice = await page.waitForSelector(NOTICE, { timeout: 15_000 });
    const line = await notice?.evaluate(({ shadowRoot }) => shadowRoot?.querySelector('.text')?.textContent);
    expect(line).toBe('Not found on this page: Dispute rate');
    expect(await notice?.evaluate((host) => host.previousElementSibling)).toBeNull();

    await notice?.evaluate(({ shadowRoot }) => shadowRoot?.querySelector('summary')?.focus());
    await page.keyboard.press('Enter');
    const isOpen = () => notice?.evaluate(({ shadowRoot }) => shadowRoot?.querySelector('details')?.open);
    await expect.poll(isOpen).toBe(true);
    expect(await axeFaults(page, [NOTICE])).toEqual([]);
    const press = (words: string) =>
      notice?.evaluate(({ shadowRoot }, text) => {
        const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
        buttons.find(({ textContent }) => textContent === text)?.focus();
      }, words);
    await press('Copy report');
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        notice?.evaluate(({ shadowRoot }) => shadowRoot?.querySelector('[role="status"]')?.textContent),
      )
      .toBeTruthy();

    await rename(page, '纠纷比率', '纠纷率');
    await page.waitForFunction((selector) => !document.querySelector(selector), { timeout: 15_000 }, NOTICE);
    await rename(page, '纠纷率', '纠纷比率');
    await stir(page);
    await page.waitForSelector(NOTICE, { timeout: 15_000 });
    await press('Dismiss for this page');
    await page.keyboard.press('Enter');
    await page.waitForFunction((selector) => !document.querySelector(selector), { timeout: 5000 }, NOTICE);
    await page.close();

    const again = await openRenamed(session);
    await expect.poll(() => lostOn(popup, 'disputes'), { timeout: 15_000 }).toEqual(['store.disputeRatePct']);
    expect(await again.$(NOTICE)).toBeNull();
  });

  it('stands in the popup, where something was lost, with a report to copy', async () => {
    const fresh = await session.extensionPage('popup.html');
    await fresh.waitForSelector('.healths');
    const text = await fresh.$eval('.healths', ({ textContent }) => textContent ?? '');
    expect(text).toContain('disputes page: not found: Dispute rate');
    expect(text).toContain('Fully read: product list');
    await fresh.$eval('.healths details', (fold) => {
      (fold as HTMLDetailsElement).open = true;
    });
    expect(await axeFaults(fresh, ['.healths'])).toEqual([]);
  });

  it('costs the page no error', () => {
    expect(session.errors).toEqual([]);
  });
});
