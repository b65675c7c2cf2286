import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { CardView } from '../../utils/features/present.ts';
import type { Language } from '../../utils/i18n/translate.ts';
import type { StoreView } from '../../utils/messaging/protocol.ts';
import { fullCentrePage, mergeApplyPage, mergeMonitorPage } from '../seller-centre/catalogue/pages/merge.ts';
import { rankPage } from '../seller-centre/catalogue/pages/rank.ts';
import { semiJoinPage } from '../seller-centre/catalogue/pages/semi-join.ts';
import { assessmentPage, disputesPage, homePage } from '../seller-centre/catalogue/pages/store.ts';
import { STORES } from '../seller-centre/catalogue.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, open, productList, STORE } from './support.ts';

type Shown = Record<string, string | undefined>;

/** The texts of what a page shows of each fact, by the fact's English name. */
interface StorePage {
  path: string;
  name: string;
  shows(channelId: string): Shown;
  /** Where the redesign puts a figure before its name, it is lost, and never read wrong. */
  isLostWhenRedesigned?: true;
}

const rates = (channelId: string): Shown => {
  const { positiveRate, disputeRate, fulfilmentRate, gmv90 } = fullCentrePage(channelId);
  return {
    'Positive rating': positiveRate,
    'Dispute rate': disputeRate,
    'Logistics fulfilment rate': fulfilmentRate,
    'GMV of the last 90 days': gmv90,
  };
};

const DONE: Record<string, string> = { 已完成: 'Yes', 进行中: 'No', 未完成: 'No' };

const PAGES: StorePage[] = [
  {
    path: '/m_apps/store-assessment-new/assessment',
    name: 'store assessment page',
    shows: (channelId) => {
      const { positiveRate, fulfilmentRate } = assessmentPage(channelId);
      return { 'Positive rating': positiveRate, 'Logistics fulfilment rate': fulfilmentRate };
    },
  },
  {
    path: '/m_apps/dispute-management/list',
    name: 'disputes page',
    shows: (channelId) => ({ 'Dispute rate': disputesPage(channelId).disputeRate }),
  },
  {
    path: '/apps/home',
    name: 'home page',
    shows: (channelId) => ({ 'GMV of the last 90 days': homePage(channelId).gmv90 }),
  },
  { path: '/m_apps/choice-center/index', name: 'full-managed centre', shows: rates },
  {
    path: '/m_apps/choice-center/merge/apply',
    name: 'merge application',
    shows: (channelId) => {
      const figure = (name: string) =>
        mergeApplyPage(channelId).bars.find((bar) => bar.name.includes(name))?.figure;
      return { 'Positive rating': figure('好评率'), 'Full-managed stores': figure('店铺数') };
    },
    isLostWhenRedesigned: true,
  },
  {
    path: '/m_apps/choice-center/merge/monitor',
    name: 'merge monitor',
    shows: (channelId) => {
      const { pool } = mergeMonitorPage(channelId);
      return {
        'SKU sell-through rate': pool?.activeRate,
        'Return rate': pool?.returnRate,
        'Pool GMV of the month': pool?.gmv,
      };
    },
  },
  {
    path: '/m_apps/aepop-product-publish/prePopToChoice/choice-edit',
    name: 'semi-managed join page',
    shows: (channelId) => {
      const [agreement, system, address, exam] = semiJoinPage(channelId, null).steps.map(
        ({ state }) => DONE[state],
      );
      return {
        'Semi-managed agreement signed': agreement,
        'Supply-chain system open': system,
        'Return address set': address,
        'JIT exam passed': exam,
      };
    },
  },
];

interface Runtime {
  sendMessage(message: unknown): Promise<{ answer: StoreView & CardView }>;
}

/** What the cards of a store say they were read from a page, by the fact's name. */
const readFrom = async (popup: Page, channelId: string, page: string): Promise<Shown> => {
  const values = await popup.evaluate(async (store) => {
    const message = { managedLens: 'store.view', payload: { channelId: store } };
    const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
    const { answer } = await chrome.runtime.sendMessage(message);
    return answer.programmes.flatMap(({ values: own }) => own);
  }, channelId);
  return Object.fromEntries(
    values
      .filter(({ origin }) => origin.includes(`read on the ${page}`))
      .map(({ name, value }) => [name, value]),
  );
};

/** What a product's reach card says of its programme, where that was read from a page. */
const programmeOf = async (
  popup: Page,
  channelId: string,
  productId: string,
  page: string,
): Promise<string | undefined> => {
  const values = await popup.evaluate(
    async (store, id) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
      const seen = {
        page: 'product-list',
        channelId: store,
        readAt: new Date().toISOString(),
        row: { productId: id },
      };
      const payload = { ...seen, title: '', chip: 'reach' };
      const { answer } = await chrome.runtime.sendMessage({ managedLens: 'chip.explain', payload });
      return answer.values;
    },
    channelId,
    productId,
  );
  return values.find(({ origin }) => origin.includes(`read on the ${page}`))?.value;
};

const chooseLanguage = (popup: Page, language: Language | null): Promise<unknown> =>
  popup.evaluate((chosen) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
    return chrome.runtime.sendMessage({ managedLens: 'language.choose', payload: { language: chosen } });
  }, language);

/** A figure as the page has it, told in a card: `USD 5.0万` is 50000 USD. */
const asTold = (text: string): string => {
  const [, digits = text, wan] = /([\d,.]+)\s?(万)?/.exec(text) ?? [];
  const plain = digits.replaceAll(',', '');
  if (/^\D+$/.test(text)) return text;
  return wan ? String(Number(plain) * 10_000) : `${plain}${text.endsWith('%') ? '%' : ''}`;
};

describe.each(BROWSERS)('the pages of a store in %s', (name) => {
  describe.each(['evidence', 'redesigned'])('laid out as %s', (layout) => {
    let session: Session;

    beforeAll(async () => {
      session = await open(name);
    });

    afterAll(() => session.close());

    it.each(PAGES)(
      'the $name teaches what it shows',
      async ({ path, name: page, shows, isLostWhenRedesigned }) => {
        const popup = await session.extensionPage('popup.html', {});
        for (const { channelId } of STORES) {
          const tab = await session.sellerCentre(
            `${path}?channelId=${channelId}&standin-delay=0&standin-layout=${layout}`,
          );
          const isLost = layout === 'redesigned' && isLostWhenRedesigned;
          const expected = Object.entries(shows(channelId)).filter(
            ([, text]) => text && text !== '--' && !isLost,
          );
          await expect
            .poll(async () => Object.keys(await readFrom(popup, channelId, page)).sort(), { timeout: 10_000 })
            .toEqual(expect.arrayContaining(expected.map(([fact]) => fact).sort()));
          const told = await readFrom(popup, channelId, page);
          for (const [fact, text = ''] of expected) expect(told[fact], fact).toContain(asTold(text));
          for (const [fact, text] of Object.entries(shows(channelId))) {
            if (text === undefined || text === '--') expect(told[fact], fact).toBeUndefined();
          }
          await tab.close();
        }
        await popup.close();
      },
    );

    it('the product ranking teaches which products have joined', async () => {
      const popup = await session.extensionPage('popup.html', {});
      const tab = await session.sellerCentre(
        `/m_apps/csp-sycm-new/productRank?channelId=${STORE}&standin-delay=0&standin-layout=${layout}`,
      );
      const rows = rankPage(STORE).slice(0, 12);
      const told = () =>
        Promise.all(rows.map(({ productId }) => programmeOf(popup, STORE, productId, 'product ranking')));
      const marks: Record<string, string> = {
        已加入半托管: 'semi-managed',
        可加入半托管: 'self-operated (POP)',
      };
      await expect
        .poll(told, { timeout: 10_000 })
        .toEqual(rows.map(({ mark }) => (mark ? marks[mark] : undefined)));
      expect(new Set(await told()).size).toBeGreaterThan(1);
      await tab.close();
      await popup.close();
    });

    it.each([
      ['/m_apps/aepop-product-publish/prePopToChoice/choice-edit', /JIT/, 0],
      ['/m_apps/choice-center/merge/monitor', /Pool ID/, 0],
      ['/m_apps/store/close', /formally left|正式退店/, 5],
    ] as const)('%s has a guard beside the step that can’t be undone', async (path, words, toSettle) => {
      const tab = await session.sellerCentre(
        `${path}?channelId=${STORE}&standin-delay=0&standin-layout=${layout}`,
      );
      await tab.waitForSelector('[data-ml="guard"]', { timeout: 10_000 });
      const guard = await tab.evaluate(() => {
        const host = document.querySelector('[data-ml="guard"]');
        const { left = 0, right = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
        return {
          text: host?.shadowRoot?.textContent ?? '',
          settle: host?.shadowRoot?.querySelectorAll('details .reason').length,
          isWide: width >= 320 && left >= 0 && right <= innerWidth,
          count: document.querySelectorAll('[data-ml="guard"]').length,
        };
      });
      expect(guard.text).toMatch(words);
      expect(guard).toMatchObject({ settle: toSettle, isWide: true, count: 1 });
      expect(await axeFaults(tab, ['[data-ml="guard"]'])).toEqual([]);
      await tab.close();
    });

    it('a guard that says something new keeps unfolded what was unfolded', async () => {
      const popup = await session.extensionPage('popup.html', {});
      const tab = await session.sellerCentre(
        `/m_apps/store/close?channelId=${STORE}&standin-delay=0&standin-layout=${layout}`,
      );
      await (await tab.waitForSelector('[data-ml="guard"] >>> summary'))?.click();
      const shown = () =>
        tab.evaluate(() => {
          const guard = document.querySelector('[data-ml="guard"]')?.shadowRoot?.querySelector('.guard');
          return [guard?.getAttribute('lang'), guard?.querySelector('details')?.open];
        });
      for (const [language, tag] of [
        ['zh_CN', 'zh-CN'],
        [null, 'en'],
      ] as const) {
        await chooseLanguage(popup, language);
        await expect.poll(shown, { timeout: 10_000 }).toEqual([tag, true]);
      }
      await tab.close();
      await popup.close();
    });

    it('the product list has one strip in each row, of the product that the row shows', async () => {
      const tab = await session.sellerCentre(
        productList(STORE, { delay: 0, layout, hostile: 1, rerender: 50 }),
      );
      const strips = (): Promise<string[]> =>
        tab.evaluate(() =>
          [...document.querySelectorAll('tbody tr')].flatMap((row) => {
            const [id] =
              /1005\d{12}/.exec(
                row.querySelector('[data-next-table-col="3"], .product-id')?.textContent ?? '',
              ) ?? [];
            const keys = [...row.querySelectorAll('[data-ml="row"]')].map((strip) =>
              strip.getAttribute('data-ml-key'),
            );
            return id ? [keys.length === 1 && keys[0] === id ? 'right' : `${id} has ${keys}`] : [];
          }),
        );
      await expect.poll(strips, { timeout: 20_000 }).toEqual(Array.from({ length: 100 }, () => 'right'));
      await tab.evaluate(() =>
        document.querySelector<HTMLElement>('[class*="pagination"] [class*="next"]:not([disabled])')?.click(),
      );
      await expect.poll(strips, { timeout: 20_000 }).toEqual(Array.from({ length: 100 }, () => 'right'));
      await tab.close();
    });

    it('made no error in all this', () => {
      expect(session.errors).toEqual([]);
    });
  });
});
