import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import type { GuardView } from '../../utils/features/guards.ts';
import type { CardView } from '../../utils/features/present.ts';
import type { Language } from '../../utils/i18n/translate.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { storeExitPage } from '../seller-centre/catalogue/pages/leaving.ts';
import { rankPage } from '../seller-centre/catalogue/pages/rank.ts';
import { STORES, type Store } from '../seller-centre/catalogue.ts';
import { axeFaults } from './axe.ts';
import { asTold, type Shown, STORE_PAGES } from './store-pages.ts';
import { BROWSERS, OTHER_STORE, open, productList, STORE } from './support.ts';

interface Runtime {
  sendMessage(message: unknown): Promise<{ answer: unknown }>;
}

/** An answer of the background, asked for as the popup asks. */
const answerTo = <T extends 'guards.view' | 'store.view'>(
  popup: Page,
  managedLens: T,
  payload: Payload<T>,
): Promise<Answer<T>> =>
  popup.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
      return (await chrome.runtime.sendMessage(message)).answer as never;
    },
    { managedLens, payload },
  );

const cardsOf = async (popup: Page, channelId: string): Promise<CardView[]> =>
  (await answerTo(popup, 'store.view', { channelId })).programmes;

/** What has to be settled before a store leaves, as the guard of its exit says it. */
const toSettle = async (popup: Page, channelId: string): Promise<GuardView['settle']> => {
  const [guard] = await answerTo(popup, 'guards.view', { page: 'store-exit', channelId });
  return guard?.settle ?? [];
};

/** What the cards of a store and the guard of its exit say they were read from a page, by the fact's name. */
const readFrom = async (popup: Page, channelId: string, page: string): Promise<Shown> => {
  const carded = (await cardsOf(popup, channelId)).flatMap(({ values }) => values);
  const settled = (await toSettle(popup, channelId)).map(({ value = '', notes: [origin = ''] }) => {
    const [name = '', text = ''] = value.split(': ');
    return { name, value: text, origin };
  });
  return Object.fromEntries(
    [...carded, ...settled]
      .filter(({ origin }) => origin.startsWith(`read on the ${page} on `))
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
      return (answer as CardView).values;
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

describe.each(BROWSERS)('the pages of a store in %s', (name) => {
  describe.each(['evidence', 'redesigned'] as const)('laid out as %s', (layout) => {
    let session: Session;

    beforeAll(async () => {
      session = await open(name);
    });

    afterAll(() => session.close());

    it.each(STORE_PAGES)(
      'the $name teaches what it shows, and nothing else',
      async ({ path, name: page, shows }) => {
        const popup = await session.extensionPage('popup.html', {});
        for (const { channelId } of STORES) {
          const tab = await session.sellerCentre(
            `${path}?channelId=${channelId}&standin-delay=0&standin-layout=${layout}`,
          );
          const expected = Object.entries(shows(channelId, layout)).flatMap(([fact, text]) =>
            text && text !== '--' ? [[fact, expect.stringContaining(asTold(text))] as const] : [],
          );
          await expect
            .poll(() => readFrom(popup, channelId, page), { timeout: 10_000 })
            .toEqual(Object.fromEntries(expected));
          await tab.close();
        }
        await popup.close();
      },
    );

    it('what the pages taught decides the bars of the merge service and of leaving', async () => {
      const popup = await session.extensionPage('popup.html', {});
      const verdictsOf = async ({ channelId }: Store): Promise<Record<string, string>> => {
        const merge = (await cardsOf(popup, channelId)).find(({ chip }) => chip === 'merge');
        const all = [...(merge?.reasons ?? []), ...(await toSettle(popup, channelId))];
        return Object.fromEntries(all.map(({ id, verdict }) => [id, verdict]));
      };
      const tabs = [popup];
      for (const { channelId } of STORES) {
        for (const path of ['choice-center/index', 'choice-center/merge/apply', 'store/close']) {
          tabs.push(
            await session.sellerCentre(
              `/m_apps/${path}?channelId=${channelId}&standin-delay=0&standin-layout=${layout}`,
            ),
          );
        }
      }
      const [ready, gaps, bare] = STORES as [Store, Store, Store];
      const verdicts = (store: Store) => expect.poll(() => verdictsOf(store), { timeout: 10_000 });
      await verdicts(ready).toMatchObject({
        'merge.registered-in-mainland': 'pass',
        'merge.same-category-skus': 'pass',
        'merge.gmv-90d': 'pass',
        'merge.stable-supply': 'unknown',
        'exit.stock-cleared': 'fail',
        'deposit.no-open-orders': 'fail',
        'deposit.no-debts': 'pass',
        'deposit.refundable': 'pass',
      });
      await verdicts(gaps).toMatchObject({
        'merge.same-category-skus': 'fail',
        'merge.gmv-90d': 'unknown',
        'merge.fulfilment-rate': 'fail',
        'deposit.no-debts': 'fail',
        'deposit.refundable': 'fail',
      });
      expect(new Set(Object.values(await verdictsOf(bare)))).toEqual(new Set(['unknown']));
      for (const tab of tabs) await tab.close();
    });

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
      ['/m_apps/aepop-product-publish/prePopToChoice/choice-edit', 'JIT仓', /JIT/, 0],
      ['/m_apps/choice-center/merge/monitor', '迁移库存', /Pool ID/, 0],
      ['/m_apps/store/close', '提交退店申请', /formally left|正式退店/, 5],
    ] as const)('%s has a guard beside the step that can’t be undone', async (path, step, words, bars) => {
      const tab = await session.sellerCentre(
        `${path}?channelId=${STORE}&standin-delay=0&standin-layout=${layout}`,
      );
      await tab.waitForSelector('[data-ml="guard"]', { timeout: 10_000 });
      const guard = await tab.evaluate(() => {
        const host = document.querySelector('[data-ml="guard"]');
        const { left = 0, right = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
        return {
          text: host?.shadowRoot?.textContent ?? '',
          beside: host?.previousElementSibling?.textContent ?? '',
          settle: host?.shadowRoot?.querySelectorAll('.settle .reason').length,
          isWide: width >= 320 && left >= 0 && right <= innerWidth,
          count: document.querySelectorAll('[data-ml="guard"]').length,
        };
      });
      expect(guard.text).toMatch(words);
      expect(guard.beside).toContain(step);
      expect(guard).toMatchObject({ settle: bars, isWide: true, count: 1 });
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

    it('the guard of the store exit says at once what its page shows', async () => {
      const tab = await session.sellerCentre(
        `/m_apps/store/close?channelId=${OTHER_STORE}&standin-delay=0&standin-layout=${layout}`,
      );
      const failed = (): Promise<string[]> =>
        tab.evaluate(() =>
          [
            ...(document
              .querySelector('[data-ml="guard"]')
              ?.shadowRoot?.querySelectorAll<HTMLElement>('.settle .reason[data-verdict="fail"]') ?? []),
          ].map(({ textContent }) => textContent ?? ''),
        );
      const { openOrders, openDisputes } = storeExitPage(OTHER_STORE);
      await expect
        .poll(failed, { timeout: 10_000 })
        .toEqual([
          expect.stringContaining('Stock sold out or dealt with: No'),
          expect.stringContaining('Unpaid debts: Yes'),
          expect.stringContaining(`Open disputes: ${openDisputes}`),
          expect.stringContaining(`Open orders: ${openOrders}`),
          expect.stringContaining('Deposit refundable: No'),
        ]);
      for (const text of await failed()) expect(text).toContain('read on the store exit page on ');
      await tab.close();
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
