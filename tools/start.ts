import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { buildSellerCentre } from '../test/seller-centre/build.ts';
import { STORES } from '../test/seller-centre/catalogue.ts';
import { respond } from '../test/seller-centre/respond.ts';
import { type BrowserName, hasDisplay, launch, type Session } from './browsers/launch.ts';
import { buildExtension, OUTPUT, ROOT } from './build.ts';
import { auditDemonstration, importDemonstration, typeDemonstration } from './demonstration.ts';
import { type Row, readRows, summary } from './start-report.ts';

const USAGE = 'usage: npm start [-- [--browser chrome|firefox] [--live] [--headless]]';
const STORE = `channelId=${STORES[0].channelId}`;
const LIST = `/m_apps/productManage/list-manage?${STORE}`;
const PATIENCE = 30_000;
const PICTURES = join(OUTPUT, 'start');

interface Arguments {
  browser: BrowserName;
  live: boolean;
  headless: boolean;
}

/** What `npm start` was asked for; undefined where that can't be understood. */
function readArguments(args: string[]): Arguments | undefined {
  const options = {
    browser: { type: 'string', default: 'chrome' },
    live: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  } as const;
  try {
    const { browser, live, headless } = parseArgs({ args, options }).values;
    if (browser !== 'chrome' && browser !== 'firefox') return undefined;
    return { browser, live, headless };
  } catch {
    return undefined;
  }
}

/** Opens the real seller centre, in a window and a profile that is kept. */
async function openLive(browser: BrowserName): Promise<void> {
  const extension = await buildExtension(browser);
  const profile = join(OUTPUT, 'profiles', `${browser}-live`);
  const session = await launch(browser, { extension, profile, headless: false });
  await stay(session, '/');
}

async function openStandin(browser: BrowserName, headless: boolean): Promise<void> {
  const [extension, directory] = await Promise.all([buildExtension(browser), buildSellerCentre()]);
  const session = await launch(browser, {
    extension,
    headless,
    site: (url, request) => respond(directory, url, request),
  });
  if (!headless) return stay(session, LIST);
  try {
    await showHeadless(session);
  } finally {
    await session.close();
  }
}

/** Keeps the window until it is closed. */
async function stay(session: Session, path: string): Promise<void> {
  const closed = new Promise((resolve) => session.browser.on('disconnected', resolve));
  const [blank] = await session.browser.pages();
  await session.sellerCentre(path).catch((error: Error) => console.error(error.message.split('\n')[0]));
  await blank?.close();
  console.log('The seller centre is open; close its window to end.');
  await closed;
  await session.close();
}

async function showHeadless(session: Session): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const page = await session.sellerCentre(LIST);
  await within('Every product row having its strip', () =>
    page.waitForFunction(everyRowHasItsStrip, { timeout: PATIENCE }),
  );
  const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 760 } });
  await within('The popup keeping its facts', () => typeDemonstration(popup)).finally(() =>
    picture(popup, 'popup'),
  );
  await page.bringToFront();
  await within('The strips following the facts', () =>
    page.waitForSelector('>>> [data-ml-chip="merge"][data-ml-verdict="pass"]', { timeout: PATIENCE }),
  ).finally(() => picture(page, 'list'));
  const rows = await page.evaluate(readRows);
  await within("The first row's merge chip", async () => {
    const selector = '[data-ml="row"] >>> [data-ml-chip="merge"]';
    await (await page.waitForSelector(selector, { timeout: PATIENCE }))?.click();
  });
  await within("The card of the first row's merge chip", () =>
    page.waitForSelector('>>> [data-ml="card"]', { visible: true, timeout: PATIENCE }),
  ).finally(() => picture(page, 'card'));
  await showAudit(session, page, rows);
  console.log(summary(session.name, rows));
  console.log(
    '\nThe facts of the store were typed into the popup for this demonstration, those of products imported.',
  );
  console.log(`Screenshots: ${relative(ROOT, PICTURES)}/list.png, card.png, popup.png, audit.png`);
  if (session.errors.length > 0) throw new Error(`There were errors:\n${session.errors.join('\n')}`);
}

async function showAudit(session: Session, list: Page, rows: readonly Row[]): Promise<void> {
  const options = await session.extensionPage(`options.html?${STORE}`);
  const ids = rows.map(({ key }) => key);
  await within('The import of product facts', () =>
    importDemonstration(options, join(PICTURES, 'products.csv'), ids),
  );
  await options.close();
  const panel = await session.extensionPage(`sidepanel.html?${STORE}`, {
    viewport: { width: 1120, height: 700 },
  });
  await within('The findings of an audit', () => auditDemonstration(panel, list)).finally(() =>
    picture(panel, 'audit'),
  );
}

function everyRowHasItsStrip(): boolean {
  const rows = [...document.querySelectorAll('tr[data-row-key]')];
  const chips = '[data-ml-chip][data-ml-verdict]';
  const hasStrip = (row: Element) => row.querySelector('[data-ml="row"]')?.shadowRoot?.querySelector(chips);
  return rows.length > 0 && rows.every(hasStrip);
}

async function within(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    throw new Error(`${what} did not come within ${PATIENCE / 1000} s.`);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) {
    console.error(USAGE);
    return 2;
  }
  if (wanted.live && !hasDisplay()) {
    console.error('--live needs a display, to log in to the seller centre in a window.');
    return 1;
  }
  if (wanted.live) await openLive(wanted.browser);
  else await openStandin(wanted.browser, wanted.headless || !hasDisplay());
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
