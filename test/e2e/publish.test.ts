import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { type PublishPage, publishPage } from '../seller-centre/catalogue/pages/publish.ts';
import { products, STORES } from '../seller-centre/catalogue.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, cardText, clickChip, OTHER_STORE, open, productList, settled } from './support.ts';

const PANEL = '[data-ml="panel"]';

const address = (channelId: string, productId: string, layout: string, more = ''): string =>
  `/ait/cn_pop/item_product/product_publish?productId=${productId}&channelId=${channelId}` +
  `&standin-delay=0&standin-layout=${layout}${more}`;

/** The panel's parts as a person reads them: each row of a table, each check, on a line of its own. */
const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    const root = document.querySelector(selector)?.shadowRoot;
    const lines = [...(root?.querySelectorAll('.line, .checks > div, thead tr, tbody tr') ?? [])];
    return lines.map((line) =>
      [...line.querySelectorAll('.signed > span:last-child, dt, thead th, .name')]
        .map(({ localName, firstChild, textContent }) =>
          localName === 'dt' ? firstChild?.textContent : textContent,
        )
        .map((text) => text?.replaceAll('\u00a0', ' ').trim())
        .join(' | '),
    );
  }, PANEL);

const lineWith = async (page: Page, words: string): Promise<string> =>
  (await linesOf(page)).find((line) => line.includes(words)) ?? '';

/** Opens the panel as a person without a mouse does. */
async function openPanel(page: Page): Promise<void> {
  await page.waitForSelector(PANEL, { timeout: 10_000 });
  await page.evaluate((selector) => {
    document.querySelector(selector)?.shadowRoot?.querySelector('summary')?.focus();
  }, PANEL);
  await page.keyboard.press('Enter');
}

async function typeInPanel(page: Page, id: string, text: string): Promise<void> {
  await page.evaluate(
    (selector, field) => {
      const input = document
        .querySelector(selector)
        ?.shadowRoot?.querySelector<HTMLInputElement>(`#${field}`);
      input?.focus();
      input?.select();
    },
    PANEL,
    id,
  );
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** What the panel should say of each field of the form. */
function checksOf({ category, brand, origin, euResponsible, manufacturer, qualifications }: PublishPage) {
  const field = (text: string | undefined): string => text ?? 'Not filled in';
  const state = (uploaded: boolean, required: boolean, until: string | undefined): string => {
    if (uploaded) return until ? `Uploaded, valid until ${until}` : 'Uploaded';
    return required ? 'Required and not uploaded' : 'Not uploaded, not required';
  };
  return [
    ['Category', field(category)],
    ['Brand', field(brand)],
    ['Origin', field(origin)],
    ['EU responsible person', field(euResponsible)],
    ['Manufacturer', field(manufacturer)],
    ...qualifications.map(({ name, uploaded, required, validUntil }) => [
      name,
      state(uploaded, required, validUntil),
    ]),
  ] as [string, string][];
}

const IDS = STORES.map(({ channelId }) => ({
  channelId,
  productId: products(channelId)[3]?.productId ?? '',
}));

const OTHER = IDS.find(({ channelId }) => channelId === OTHER_STORE) ?? { channelId: '', productId: '' };

describe.each(BROWSERS)('the publish page in %s', (name) => {
  describe.each(['evidence', 'redesigned'])('laid out as %s', (layout) => {
    let session: Session;

    beforeAll(async () => {
      session = await open(name);
    });

    afterAll(() => session.close());

    it.each(IDS)(
      'has a panel that says what the form of $productId holds',
      async ({ channelId, productId }) => {
        const form = publishPage(channelId, productId);
        const page = await session.sellerCentre(address(channelId, productId, layout));
        await openPanel(page);
        for (const [field, state] of checksOf(form)) {
          await expect.poll(() => lineWith(page, field), { timeout: 10_000 }).toContain(state);
        }
        const header = await lineWith(page, 'Label | ');
        for (const { english } of form.destinations.filter(({ code }) => code !== 'CZ')) {
          const known: Record<string, string> = { Korea: 'South Korea', UAE: 'United Arab Emirates' };
          expect(header).toContain(known[english] ?? english);
        }
        const prices = form.skus.map(({ price }) => price);
        const title = await page.evaluate(
          (selector) => document.querySelector(selector)?.shadowRoot?.textContent ?? '',
          PANEL,
        );
        if (new Set(prices).size === 1) expect(title.replaceAll('\u00a0', ' ')).toContain(`CNY ${prices[0]}`);
        for (const { price } of form.regionalPrices ?? []) expect(title).toContain(price);
        await page.close();
      },
    );

    it('follows the form as it is edited, and so does the product list of another tab, with page and time', async () => {
      const { channelId, productId } = OTHER;
      const list = await session.sellerCentre(productList(channelId, { delay: 0 }));
      await settled(list);
      const page = await session.sellerCentre(address(channelId, productId, layout));
      await openPanel(page);
      await expect.poll(() => lineWith(page, 'EU responsible person |')).toContain('Not filled in');
      await expect.poll(() => lineWith(page, 'EU responsible person:')).toContain('Missing');
      await chooseResponsible(page, layout);
      await expect.poll(() => lineWith(page, 'EU responsible person |')).toContain('Example EU Rep GmbH');
      // The form names the person and neither address nor e-mail.
      await expect.poll(() => lineWith(page, 'EU responsible person:')).toContain('Not known');

      await list.bringToFront();
      await clickChip(list, 'labels', 3);
      await expect.poll(() => cardText(list)).toContain('Example EU Rep GmbH');
      expect(await cardText(list)).toContain('read on the publish page');
      await Promise.all([page.close(), list.close()]);
    });

    it('works out what a sale leaves, from the form’s own price and what its seller types', async () => {
      const { channelId, productId } = IDS[0] ?? OTHER;
      const page = await session.sellerCentre(address(channelId, productId, layout));
      await openPanel(page);
      await expect.poll(() => lineWith(page, 'semi-managed')).toContain('Needs: Commission');
      await typeInPanel(page, 'product-commissionPct', '10');
      await expect.poll(() => lineWith(page, 'semi-managed')).toMatch(/CNY 2\.95 \| CNY 26\.52/);
      await typeInPanel(page, 'product-unitCost', '9');
      await expect.poll(() => lineWith(page, 'semi-managed')).toMatch(/CNY 17\.52 \| CNY 10\.00/);
      await typeInPanel(page, 'whatIf', '20');
      await expect.poll(() => lineWith(page, 'semi-managed')).toMatch(/CNY 2\.00 \| CNY 18\.00 \| CNY 9\.00/);
      await typeInPanel(page, 'product-marks', 'TUV');
      await expect
        .poll(() =>
          page.evaluate(
            (selector) =>
              document.querySelector(selector)?.shadowRoot?.querySelector('#product-marks-problem')
                ?.textContent,
            PANEL,
          ),
        )
        .toMatch(/Not one of the marks/);
      await page.reload();
      await openPanel(page);
      await expect.poll(() => lineWith(page, 'semi-managed')).toMatch(/CNY 17\.52/);
      expect(await axeFaults(page, [PANEL])).toEqual([]);
      await page.close();
    });

    it('stands in the page’s flow and covers nothing of it', async () => {
      const { channelId, productId } = OTHER;
      const page = await session.sellerCentre(address(channelId, productId, layout));
      for (const width of [1280, 1920]) {
        await page.setViewport({ width, height: 900 });
        await page.waitForSelector(PANEL);
        const faults = () =>
          page.evaluate((selector) => {
            const panel = document.querySelector(selector);
            const box = panel?.getBoundingClientRect();
            if (!panel || !box) return ['no panel'];
            const around = [panel.previousElementSibling, panel.nextElementSibling].map((element) =>
              element?.getBoundingClientRect(),
            );
            const [before, after] = around;
            return [
              ...(box.right > innerWidth || box.left < 0 ? ['it leaves the screen'] : []),
              ...(before && before.bottom > box.top + 1 ? ['it covers what is above'] : []),
              ...(after && after.top < box.bottom - 1 ? ['it covers what is below'] : []),
              ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
              ...(panel.closest('[class*="tabs"]') ? ['it stands inside the tabs'] : []),
            ];
          }, PANEL);
        // The page's own parts fit themselves to the width in a later frame.
        await expect.poll(faults).toEqual([]);
      }
      await page.close();
    });

    it('made no error in all this', () => {
      expect(session.errors).toEqual([]);
    });
  });

  it('has a panel for a listing that has no ID yet, and forgets nothing typed while it is open', async () => {
    const session = await open(name);
    const page = await session.sellerCentre(
      `/ait/cn_pop/item_product/product_publish?channelId=${OTHER.channelId}&standin-delay=0`,
    );
    await openPanel(page);
    await typeInPanel(page, 'product-commissionPct', '7.5');
    const typed = () =>
      page.evaluate(
        (selector) =>
          document
            .querySelector(selector)
            ?.shadowRoot?.querySelector<HTMLInputElement>('#product-commissionPct')?.value,
        PANEL,
      );
    await expect.poll(typed).toBe('7.5');
    expect(await lineWith(page, 'Brand')).toContain('Not filled in');
    await session.close();
  });
});

/** Chooses an EU responsible person in the form, with the mouse. */
async function chooseResponsible(page: Page, layout: string): Promise<void> {
  const isEvidence = layout === 'evidence';
  const click = async (find: string, words: string): Promise<void> => {
    // A tab that opens and a list that unfolds take their time until a point of theirs can be hit.
    const point = await page.waitForFunction(
      (selector, text) => {
        const found = [...document.querySelectorAll(selector)].find((element) =>
          element.textContent?.includes(text),
        );
        found?.scrollIntoView({ block: 'center' });
        const { left = 0, top = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
        const [x, y] = [left + width / 2, top + height / 2];
        return found?.contains(document.elementFromPoint(x, y)) ? { x, y } : undefined;
      },
      { polling: 50 },
      find,
      words,
    );
    const { x, y } = (await point.jsonValue()) as { x: number; y: number };
    await page.mouse.click(x, y);
  };
  if (isEvidence) {
    await click('.association:has(.ait-btn) .ait-select', '请选择欧盟责任人');
    await page.waitForSelector('.ait-select-item-option');
    await click('.ait-select-item-option', 'Example EU Rep GmbH');
    return;
  }
  await click('[role="tab"]', '其它设置');
  await click('.entry:last-child .next-select', '');
  await page.waitForSelector('.next-menu-item');
  await click('.next-menu-item', 'Example EU Rep GmbH');
}
