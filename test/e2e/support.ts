import type { Page } from 'puppeteer-core';
import { type BrowserName, type LaunchOptions, launch, type Session } from '../../tools/browsers/launch.ts';
import { buildExtension } from '../../tools/build.ts';
import { buildSellerCentre } from '../seller-centre/build.ts';
import { STORES } from '../seller-centre/catalogue.ts';
import { respond } from '../seller-centre/respond.ts';

export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

const [FIRST, SECOND] = STORES;
export const STORE = FIRST?.channelId ?? '';
export const OTHER_STORE = SECOND?.channelId ?? '';

/** A browser with the stand-in seller centre, and with the extension as it ships unless told otherwise. */
export async function open(
  name: BrowserName,
  options: LaunchOptions & { bare?: boolean } = {},
): Promise<Session> {
  const { bare, ...launchOptions } = options;
  const directory = await buildSellerCentre();
  const session = await launch(name, {
    headless: true,
    ...(!bare && { extension: await buildExtension(name) }),
    site: (url, request) => respond(directory, url, request),
    ...launchOptions,
  });
  const close = async (): Promise<void> => {
    await session.close();
    // Of every test, whatever it is about: with no source of packs, and beside it, nothing is asked for.
    if (session.outside.length > 0) throw new Error(`Asked for outside: ${session.outside.join(', ')}`);
  };
  return { ...session, close };
}

/** The address of a store's product list, with the stand-in's own parameters (`delay`, `hostile` …). */
export const productList = (
  channelId: string | null,
  standIn: Record<string, string | number> = {},
): string => {
  const query = new URLSearchParams(channelId === null ? {} : { channelId });
  for (const [name, value] of Object.entries(standIn)) query.set(`standin-${name}`, String(value));
  return `/m_apps/productManage/list-manage?${query}`;
};

/** Everything that was asked for beyond the pages that a test opened and their own files. */
export const strayRequests = ({ outside, answered }: Session): string[] => [
  ...outside,
  ...answered.filter(
    (url) => !/^\/(standin-assets|m_apps\/productManage\/list-manage)/.test(new URL(url).pathname),
  ),
];

/** What is wrong with the strips of a page right now; nothing is wrong where each row has the one strip of its product. */
export const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.querySelector('.ait-spin-spinning')) return ['the page is loading'];
    const rows = [...document.querySelectorAll('tr[data-row-key]')];
    const strips = document.querySelectorAll('[data-ml="row"]').length;
    const faults = rows.flatMap((row) => {
      const id = row.getAttribute('data-row-key');
      const own = [...row.querySelectorAll('[data-ml="row"]')].map((strip) =>
        strip.getAttribute('data-ml-key'),
      );
      const shown = row.querySelector('.product-id')?.textContent;
      return own.length === 1 && own[0] === id && shown === `ID: ${id}`
        ? []
        : [`row ${id} has strips of ${own}`];
    });
    if (rows.length === 0 && !document.querySelector('.ait-empty')) faults.push('there are no rows');
    if (strips !== rows.length) faults.push(`${strips} strips for ${rows.length} rows`);
    return faults;
  });

/** Waits until each row has its strip. @throws with what is still wrong when that does not come */
export async function settled(page: Page): Promise<void> {
  const deadline = Date.now() + 20_000;
  let faults = await faultsOf(page);
  while (faults.length > 0) {
    if (Date.now() > deadline) throw new Error(`Not settled: ${faults.slice(0, 5).join('; ')}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    faults = await faultsOf(page);
  }
}

/** Looks at every frame from now on for a strip on a row of another product, or two strips in a row. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { wrongStrips: seen });
    const look = (): void => {
      for (const row of document.querySelectorAll('tr[data-row-key]')) {
        const strips = row.querySelectorAll('[data-ml="row"]');
        const id = row.querySelector('.product-id')?.textContent?.slice('ID: '.length);
        for (const strip of strips) {
          const key = strip.getAttribute('data-ml-key');
          if (key !== id) seen.push(`the strip of ${key} on the row of ${id}`);
        }
        if (strips.length > 1) seen.push(`${strips.length} strips on the row of ${id}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });

export const wrongStrips = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { wrongStrips: string[] }).wrongStrips);

/** The verdicts of a row's chips, by chip. */
export const verdicts = (page: Page, row = 0): Promise<Record<string, string>> =>
  page.evaluate((index) => {
    const root = document.querySelectorAll('[data-ml="row"]')[index]?.shadowRoot;
    const chips = [...(root?.querySelectorAll<HTMLElement>('[data-ml-chip]') ?? [])];
    return Object.fromEntries(chips.map(({ dataset }) => [dataset.mlChip ?? '', dataset.mlVerdict ?? '']));
  }, row);

/** Waits until a chip of the first row shows a verdict. */
export const chipShows = async (page: Page, chip: string, verdict: string): Promise<void> => {
  await page.waitForFunction(
    (id, expected) => {
      const root = document.querySelector('[data-ml="row"]')?.shadowRoot;
      return root?.querySelector(`[data-ml-chip="${id}"]`)?.getAttribute('data-ml-verdict') === expected;
    },
    { timeout: 10_000, polling: 50 },
    chip,
    verdict,
  );
};

/** Where the middle of a chip stands, scrolled to the middle of what is seen where asked for. */
const placeOfChip = (page: Page, chip: string, row: number, isScrolled: boolean) =>
  page.evaluate(
    (id, index, isToScroll) => {
      const root = document.querySelectorAll('[data-ml="row"]')[index]?.shadowRoot;
      const button = root?.querySelector(`[data-ml-chip="${id}"]`);
      if (isToScroll) button?.scrollIntoView({ block: 'center' });
      const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      return [left + width / 2, top + height / 2] as const;
    },
    chip,
    row,
    isScrolled,
  );

/** Clicks a chip with the mouse, where a person would: once it stands still, as a new text moves its neighbours. */
export async function clickChip(page: Page, chip: string, row = 0): Promise<void> {
  const deadline = Date.now() + 5000;
  let before = await placeOfChip(page, chip, row, true);
  for (;;) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const now = await placeOfChip(page, chip, row, false);
    if (now.join() === before.join()) break;
    if (Date.now() > deadline) throw new Error(`The chip ${chip} does not stand still`);
    before = now;
  }
  await page.mouse.click(...before);
}

/** The text of the open card, once there is one. */
export async function cardText(page: Page): Promise<string> {
  await page.waitForSelector('[data-ml="card"]', { timeout: 10_000 });
  return page.evaluate(() => {
    const card = document.querySelector('[data-ml="card"]')?.shadowRoot?.querySelector('.card');
    return card?.textContent ?? '';
  });
}

/** Loads the popup anew. Firefox never tells that an extension's page has been reloaded, so its document is asked. */
export async function reloadPopup(popup: Page): Promise<void> {
  await popup.bringToFront();
  const before = await popup.evaluate(() => performance.timeOrigin);
  await popup.evaluate(() => setTimeout(() => location.reload()));
  const isNew = (): Promise<boolean> =>
    popup.evaluate(
      (origin) => performance.timeOrigin !== origin && document.readyState === 'complete',
      before,
    );
  const deadline = Date.now() + 20_000;
  while (!(await isNew().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('The popup did not load anew');
  }
}
