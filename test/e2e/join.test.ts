import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { CardView } from '../../utils/features/present.ts';
import { freightEstimates, semiJoinPage } from '../seller-centre/catalogue/pages/semi-join.ts';
import { products, STORES } from '../seller-centre/catalogue.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, cardText, clickChip, OTHER_STORE, open, productList, STORE, settled } from './support.ts';

const PAGE = 'semi-managed join page';

const MARKS: Record<string, string> = { 已加入半托管: 'semi-managed', 可加入半托管: 'self-operated (POP)' };

const names = (codes: readonly string[]): string =>
  codes.map((code) => new Intl.DisplayNames('en', { type: 'region' }).of(code)).join(', ') || 'none';

/** What the reach card has to say of a listing after its freight was asked for. */
function expected(channelId: string, productId: string, weight: string): Record<string, string> {
  const page = semiJoinPage(channelId, productId);
  const codes = (isSold: boolean) =>
    page.countries.filter(({ sellable }) => sellable === isSold).map(({ country }) => country.code);
  const fees = freightEstimates(page, weight).map(({ fee }) => Number(fee.replace('USD ', '')));
  const [lowest, highest] = [Math.min(...fees).toFixed(2), Math.max(...fees).toFixed(2)];
  const mark = page.mark && MARKS[page.mark];
  return {
    'Countries listed as sold': names(codes(true)),
    'Blocked countries': names(codes(false)),
    "The page's own freight estimate": `${lowest}–${highest} USD in ${fees.length} countries`,
    ...(mark && { 'Whether it has joined semi-managed': mark }),
  };
}

interface Runtime {
  sendMessage(message: unknown): Promise<{ answer: CardView }>;
}

/** What the reach card of a product says that it read on the join page. */
const told = async (popup: Page, channelId: string, productId: string): Promise<Record<string, string>> => {
  const values = await popup.evaluate(
    async (store, id) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
      const seen = { page: 'product-list', channelId: store, readAt: new Date().toISOString() };
      const payload = { ...seen, row: { productId: id }, title: '', chip: 'reach' };
      return (await chrome.runtime.sendMessage({ managedLens: 'chip.explain', payload })).answer.values;
    },
    channelId,
    productId,
  );
  const own = values.filter(({ origin }) => origin.includes(`read on the ${PAGE} on `));
  return Object.fromEntries(own.map(({ name, value }) => [name, value]));
};

/** Types a weight where there is none, and presses 预估运费 as a person would. */
async function estimate(tab: Page): Promise<string> {
  const field = await tab.waitForSelector('#weight, #package-weight');
  const filled = await field?.evaluate((element) => (element as HTMLInputElement).value);
  if (!filled) await field?.type('0.35');
  // The dialog takes a moment to fit the window again when something in it has grown.
  const button = await tab.waitForFunction(() => {
    const asks = [...document.querySelectorAll('button')].find(({ textContent }) =>
      /预估运费/.test(textContent ?? ''),
    );
    asks?.scrollIntoView({ block: 'nearest' });
    return asks && asks.getBoundingClientRect().bottom <= innerHeight ? asks : null;
  });
  await (button as ElementHandle<Element>).asLocator().click();
  return filled || '0.35';
}

/** The texts of the panel's line, and its whole text. */
const panel = (tab: Page): Promise<{ line: string[]; text: string }> =>
  tab.evaluate(() => {
    const root = document.querySelector('[data-ml="panel"]')?.shadowRoot;
    const line = [...(root?.querySelectorAll('.line > .signed > span:last-child') ?? [])];
    return { line: line.map(({ textContent }) => textContent ?? ''), text: root?.textContent ?? '' };
  });

const unfold = async (tab: Page): Promise<void> =>
  (await tab.waitForSelector('[data-ml="panel"] >>> .line'))?.click();

describe.each(BROWSERS)('the semi-managed join page in %s', (name) => {
  describe.each(['evidence', 'redesigned'])('laid out as %s', (layout) => {
    let session: Session;

    const join = (channelId: string, productId: string): Promise<Page> =>
      session.sellerCentre(
        `/m_apps/aepop-product-publish/prePopToChoice/choice-edit?channelId=${channelId}` +
          `&standin-delay=0&standin-layout=${layout}${productId && `&productId=${productId}`}`,
      );

    beforeAll(async () => {
      session = await open(name);
    });

    afterAll(() => session.close());

    it.each(STORES.map(({ channelId }) => channelId))(
      'teaches the list of store %s, in a tab already open, which countries, what freight and which mark',
      async (channelId) => {
        const list = await session.sellerCentre(productList(channelId, { delay: 0, rerender: 0 }));
        await settled(list);
        const productId = await list.$eval('[data-ml="row"]', (row) => row.getAttribute('data-ml-key') ?? '');
        const popup = await session.extensionPage('popup.html', {});
        const tab = await join(channelId, productId);
        const weight = await estimate(tab);
        const shown = expected(channelId, productId, weight);
        await expect.poll(() => told(popup, channelId, productId), { timeout: 15_000 }).toEqual(shown);
        await list.bringToFront();
        await clickChip(list, 'reach');
        const said = 'Countries listed as sold';
        await expect.poll(() => cardText(list), { timeout: 10_000 }).toContain(`${said} ${shown[said]}`);
        expect(await cardText(list)).toContain(`read on the ${PAGE} on `);
        for (const page of [tab, popup, list]) await page.close();
      },
    );

    it('is about the product that its own text names, where its address names none', async () => {
      const { productId } = semiJoinPage(STORE, null);
      const popup = await session.extensionPage('popup.html', {});
      const tab = await join(STORE, '');
      const weight = await estimate(tab);
      await expect
        .poll(() => told(popup, STORE, productId), { timeout: 15_000 })
        .toEqual(expected(STORE, productId, weight));
      for (const page of [tab, popup]) await page.close();
    });

    it('keeps nothing for a product that its address names and its text does not', async () => {
      const popup = await session.extensionPage('popup.html', {});
      const absent = '1005000000000001';
      const tab = await join(STORE, absent);
      await expect.poll(async () => (await panel(tab)).line.length, { timeout: 15_000 }).toBe(3);
      expect(await told(popup, STORE, absent)).toEqual({});
      for (const page of [tab, popup]) await page.close();
    });

    it('has a panel that says how far store and product are, and follows what the page is asked', async () => {
      // Of the first listing on sale other tests have taught the freight already.
      const [, other] = products(OTHER_STORE).filter(({ status }) => status === 'onSelling');
      const { productId, countries, mark } = semiJoinPage(OTHER_STORE, other?.productId ?? '');
      const sold = countries.filter(({ sellable }) => sellable).length;
      const tab = await join(OTHER_STORE, productId);
      const reach = mark === '已加入半托管' ? 'Reaches' : 'Once joined, reaches';
      await expect
        .poll(async () => (await panel(tab)).line, { timeout: 15_000 })
        .toEqual(['This store may not join yet', '2 of 7 steps done', `${reach} ${sold} of 47 countries`]);
      await unfold(tab);
      expect((await panel(tab)).text).toContain('nothing is known of them (30)');
      expect((await panel(tab)).text).not.toContain('Freight as the page estimates it');
      const weight = await estimate(tab);
      const [first] = freightEstimates(semiJoinPage(OTHER_STORE, productId), weight);
      const amount = first?.fee.replace('USD ', '') ?? '';
      await expect.poll(async () => (await panel(tab)).text, { timeout: 10_000 }).toContain(amount);
      expect((await panel(tab)).text).toContain(`The form now holds ${weight} kg.`);
      expect(await axeFaults(tab, ['[data-ml="panel"]'])).toEqual([]);
      await tab.close();
    });

    it('keeps its panel in the flow of where the seller works, over nothing of the page', async () => {
      const tab = await join(STORE, semiJoinPage(STORE, null).productId);
      await unfold(tab);
      const place = () =>
        tab.evaluate(() => {
          const host = document.querySelector('[data-ml="panel"]');
          const next = host?.nextElementSibling;
          const dialog = host?.closest('[role="dialog"]');
          const { bottom = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
          return {
            isInDialog: Boolean(dialog),
            isAbove: next ? bottom <= next.getBoundingClientRect().top : false,
            isWide: width >= 320,
            isContained:
              dialog === null || dialog === undefined || dialog.scrollHeight === dialog.clientHeight,
            count: document.querySelectorAll('[data-ml="panel"]').length,
          };
        });
      const isDialog = layout === 'evidence';
      const well = { isAbove: true, isWide: true, isContained: true, count: 1 };
      await expect.poll(place).toEqual({ ...well, isInDialog: isDialog });
      if (isDialog) {
        // A dialog that still moves to its place lets a click miss.
        const closed = async () => {
          await (await tab.$('.next-dialog-close'))?.click().catch(() => null);
          return place();
        };
        await expect.poll(closed, { timeout: 10_000, interval: 500 }).toEqual({ ...well, isInDialog: false });
      }
      await tab.close();
    });

    it('made no error in all this', () => {
      expect(session.errors).toEqual([]);
    });
  });
});
