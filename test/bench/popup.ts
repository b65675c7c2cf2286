import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../tools/browsers/launch.ts';
import { OUTPUT } from '../../tools/build.ts';
import { formatTable } from '../../tools/table.ts';
import { open } from '../e2e/support.ts';
import { fill, PRODUCTS, STORES } from './many-records.ts';
import { median } from './median.ts';
import { reportTarget } from './report.ts';

const ROUNDS = 15;
const MOST_OF_EMPTY = 1.5;

/** A popup that shows a line and does nothing: its folder. */
async function buildEmpty(): Promise<string> {
  const folder = join(OUTPUT, 'bench-empty-popup');
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'The empty popup of the bench',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), '');
  await writeFile(join(folder, 'popup.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  return folder;
}

/** Milliseconds from the call of a page until something of it is drawn. */
const firstContent = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Milliseconds from the call of a page until an element of it is there. */
const thereAfter = (page: Page, selector: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    while (!document.querySelector(wanted)) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now();
  }, selector);

interface Opening {
  first: number;
  /** Until the verdicts of the open store are there; of the empty popup as the first content. */
  whole: number;
}

/** Opened as it mostly is: the browser has stopped the background meanwhile. */
async function openPopup(session: Session, whole?: string): Promise<Opening> {
  await session.killBackground();
  // Not by way of the session: it holds up each file of the page for as long as it takes to look at it.
  const page = await session.browser.newPage();
  await page.setViewport({ width: 440, height: 600 });
  await page.goto(`${session.extensionOrigin}/popup.html`);
  const first = await firstContent(page);
  const opening = { first, whole: whole === undefined ? first : await thereAfter(page, whole) };
  await page.close();
  return opening;
}

const medianOf = (openings: readonly Opening[]): Opening => ({
  first: median(openings.map(({ first }) => first)),
  whole: median(openings.map(({ whole }) => whole)),
});

const sessions = {
  empty: await open('chrome', { bare: true, extension: await buildEmpty() }),
  fresh: await open('chrome'),
  full: await open('chrome'),
};
try {
  const page = await sessions.full.extensionPage('popup.html');
  await page.waitForSelector('main > *');
  await fill(page);
  await page.close();
  const openings: Record<keyof typeof sessions, Opening[]> = { empty: [], fresh: [], full: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    openings.empty.push(await openPopup(sessions.empty));
    openings.fresh.push(await openPopup(sessions.fresh, 'main .empty'));
    openings.full.push(await openPopup(sessions.full, '.programmes'));
  }
  const [empty, fresh, full] = [openings.empty, openings.fresh, openings.full].map(medianOf) as [
    Opening,
    Opening,
    Opening,
  ];
  const line = (name: string, { first, whole }: Opening) => [name, Math.round(first), Math.round(whole)];
  console.log(`
The popup is opened ${ROUNDS} times by turns with the empty one, in a tab, its background stopped before. Medians, in
milliseconds by the clock from the call of the page.
`);
  console.log(
    formatTable([
      ['', 'first content', 'verdicts'],
      line('empty popup', empty),
      line('nothing kept', fresh),
      line(`${STORES} stores, ${PRODUCTS} products`, full),
    ]),
  );
  console.log('\nTargets');
  const times = full.first / empty.first;
  reportTarget(
    times <= MOST_OF_EMPTY,
    `the first content is there within ${MOST_OF_EMPTY} times what an empty popup takes: ${times.toFixed(2)}`,
  );
} finally {
  for (const session of Object.values(sessions)) await session.close();
}
