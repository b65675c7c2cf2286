import type { Page } from 'puppeteer-core';
import type { Session } from '../../tools/browsers/launch.ts';
import { formatTable } from '../../tools/table.ts';
import { MOST_ROWS_COLLECTED } from '../../utils/messaging/limits.ts';
import { parsePrice } from '../../utils/site/product-row.ts';
import { headIs, headOf, startAudit } from '../e2e/audits.ts';
import { ask } from '../e2e/senders.ts';
import { OTHER_STORE, open, STORE } from '../e2e/support.ts';
import { products } from '../seller-centre/catalogue.ts';
import { medianCost } from './contenders.ts';
import { type Cost, costOf } from './cost.ts';
import { longestFrame } from './frames.ts';
import { letBegin, openHeld } from './list.ts';
import { median } from './median.ts';
import { reportTarget } from './report.ts';

const ROWS = 500;
const ROUNDS = 5;

const PRODUCTS = 20_000;
const PANEL = { width: 420, height: 900 };
/** From the first finding to the last. */
const SCROLLS = 150;
const WORD = 'earrings';

const LONGEST = 50;

/** What a list costs from its first strip until nothing more comes; with an audit, until all of it was collected. */
async function listCost(session: Session, own: Page, isAudited: boolean): Promise<Cost> {
  const id = isAudited ? await startAudit(own, STORE) : undefined;
  const page = await openHeld(session, ROWS);
  const cost = await costOf(page, async () => {
    const lastStrip = await letBegin(page, ROWS, ROWS);
    if (id !== undefined) await headIs(own, id, ({ count }) => count === ROWS);
    return lastStrip;
  });
  await page.close();
  if (id !== undefined) await ask(own, 'audit.delete', { id });
  return cost;
}

/** Has as many products collected as a large store has, of which nothing is known. */
async function collectMany(own: Page): Promise<void> {
  const id = await startAudit(own, OTHER_STORE);
  const rows = products(OTHER_STORE, { rows: PRODUCTS }).map(({ productId, title, priceText }, index) => ({
    row: { productId, price: parsePrice(priceText) },
    title,
    position: (index % ROWS) + 1,
  }));
  for (let start = 0; start < PRODUCTS; start += MOST_ROWS_COLLECTED) {
    const place = {
      number: Math.floor(start / ROWS) + 1,
      of: PRODUCTS / ROWS,
      size: ROWS,
      total: PRODUCTS,
    };
    const some = rows.slice(start, start + MOST_ROWS_COLLECTED);
    await ask(own, 'audit.rows', {
      channelId: OTHER_STORE,
      readAt: new Date().toISOString(),
      place,
      rows: some,
      read: (start % ROWS) + some.length,
      unread: 0,
    });
  }
  if ((await headOf(own, id)).count !== PRODUCTS) throw new Error('Not all products were collected');
}

const found = (panel: Page): Promise<string> =>
  panel.$eval('.filters [role="status"]', ({ textContent }) => textContent ?? '');

/** Scrolls the list from its top to its end; each time the finding that is then the first in sight comes before it goes on. */
const scrollThrough = (panel: Page): Promise<number> =>
  panel.evaluate(async (steps) => {
    const list = document.querySelector('.finding-list');
    if (!list) throw new Error('The panel has no list');
    const start = performance.now();
    const height = list.scrollHeight - list.clientHeight;
    const perFinding = list.scrollHeight / Number(list.getAttribute('aria-rowcount'));
    for (let step = 1; step <= steps; step += 1) {
      const top = (height * step) / steps;
      list.scrollTop = top;
      const first = `#finding-${Math.ceil(top / perFinding)}[data-finding]`;
      while (!list.querySelector(first)) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - start;
  }, SCROLLS);

/** Types a word into the search, letter by letter as they are taken, until what is left is another. */
async function typeFilter(panel: Page): Promise<number> {
  const before = await found(panel);
  await panel.focus('input[type="search"]');
  const start = performance.now();
  await panel.keyboard.type(WORD, { delay: 80 });
  await panel.waitForFunction(
    (text) => document.querySelector('.filters [role="status"]')?.textContent !== text,
    { polling: 50 },
    before,
  );
  return performance.now() - start;
}

async function openPanel(session: Session): Promise<Page> {
  const panel = await session.extensionPage(`sidepanel.html?channelId=${OTHER_STORE}`, { viewport: PANEL });
  await panel.waitForSelector('.finding[data-finding]', { timeout: 60_000 });
  return panel;
}

async function panelCosts(session: Session): Promise<{ findings: string; scroll: Cost; filter: Cost }> {
  const panel = await openPanel(session);
  const findings = await found(panel);
  const scroll = await costOf(panel, () => scrollThrough(panel));
  const filter = await costOf(panel, () => typeFilter(panel));
  await panel.close();
  return { findings, scroll, filter };
}

/** The longest frame of each, in a panel that is opened anew for each round: medians. */
async function panelFrames(session: Session): Promise<{ scroll: number; filter: number }> {
  const scroll: number[] = [];
  const filter: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const panel = await openPanel(session);
    scroll.push(await longestFrame(panel, () => scrollThrough(panel)));
    filter.push(await longestFrame(panel, () => typeFilter(panel)));
    await panel.close();
  }
  return { scroll: median(scroll), filter: median(filter) };
}

async function inChrome() {
  const session = await open('chrome');
  try {
    const own = await session.extensionPage('options.html');
    const costs: Record<'visited' | 'collected', Cost[]> = { visited: [], collected: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      costs.visited.push(await listCost(session, own, false));
      costs.collected.push(await listCost(session, own, true));
    }
    await collectMany(own);
    return {
      visited: medianCost(costs.visited),
      collected: medianCost(costs.collected),
      panel: await panelCosts(session),
      frames: await panelFrames(session),
    };
  } finally {
    await session.close();
  }
}

/** Firefox tells nothing of what a page's thread does; its frames can be timed in the page. */
async function inFirefox() {
  const session = await open('firefox');
  try {
    await collectMany(await session.extensionPage('options.html'));
    return await panelFrames(session);
  } finally {
    await session.close();
  }
}

const COLUMNS = ['script', 'style', 'layout', 'whole thread', 'longest task', 'longest script'] as const;

const line = (
  name: string,
  { script, style, layout, all, longestTask, longestScript }: Cost,
  frame?: number,
) => [
  name,
  ...[script, style, layout, all, longestTask, longestScript].map(Math.round),
  frame === undefined ? '-' : Math.round(frame),
];

const frameLine = (name: string, frame: number) => [name, ...COLUMNS.map(() => '-'), Math.round(frame)];

const { visited, collected, panel, frames } = await inChrome();
const firefox = await inFirefox();
console.log(`
A list of ${ROWS} rows is visited ${ROUNDS} times by turns with no audit running and with one, until all of it was
collected: medians. Then the panel shows an audit of ${PRODUCTS} products (${panel.findings}): its list is scrolled from
top to end in ${SCROLLS} steps, and "${WORD}" is typed into its search. Milliseconds are the page's own thread's; the
longest frame, the median of ${ROUNDS} panels, is timed by the clock, and all else that the machine does adds to it.
`);
console.log(
  formatTable([
    ['', ...COLUMNS, 'longest frame'],
    line('list, visited', visited),
    line('list, collected', collected),
    line('panel, scrolled', panel.scroll, frames.scroll),
    line('panel, filtered', panel.filter, frames.filter),
    frameLine('panel in Firefox, scrolled', firefox.scroll),
    frameLine('panel in Firefox, filtered', firefox.filter),
  ]),
);
console.log('\nTargets');
reportTarget(
  collected.longestScript < LONGEST,
  `while ${ROWS} rows are collected no script of ours in the page takes ${LONGEST} ms: ` +
    `${Math.round(collected.longestScript)}, ${(collected.longestScript / visited.longestScript).toFixed(2)} ` +
    'times what the visit alone takes',
);
reportTarget(
  panel.scroll.longestTask < LONGEST,
  `the panel scrolls without a task of ${LONGEST} ms: ${Math.round(panel.scroll.longestTask)}`,
);
reportTarget(
  panel.filter.longestTask < LONGEST,
  `the panel filters without a task of ${LONGEST} ms: ${Math.round(panel.filter.longestTask)}`,
);
reportTarget(
  Math.max(firefox.scroll, firefox.filter) < LONGEST,
  `in Firefox it scrolls and filters without a frame of ${LONGEST} ms: ` +
    `${Math.round(firefox.scroll)} and ${Math.round(firefox.filter)}`,
);
