import { mkdir } from 'node:fs/promises';
import type { Browser, HTTPRequest, Page, Viewport } from 'puppeteer-core';
import { startChrome } from './chrome.ts';
import type { LaunchOptions, Site } from './driver.ts';
import { BROWSERS, type BrowserName, findBrowser } from './find.mjs';
import { startFirefox } from './firefox.ts';
import { refuseOutside } from './outside.ts';

export type { BrowserName, LaunchOptions };

const SELLER_CENTRE = 'https://csp.aliexpress.com';

export interface Session {
  name: BrowserName;
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  extensionOrigin: string;
  /** Opens a page of the seller centre; `path` may be a whole address, for gsp. */
  sellerCentre(path: string, options?: { viewport?: Viewport }): Promise<Page>;
  /** Opens a page of the extension in a tab, such as `popup.html`. */
  extensionPage(path: string, options?: { viewport?: Viewport }): Promise<Page>;
  /** Stops the service worker or event page, and returns when it is gone. */
  killBackground(): Promise<void>;
  /** Puts the same extension in its own place, as an update does, while pages are open. */
  update(): Promise<void>;
  /** Takes the seller centre away from the extension, or gives it back, as its user can in the browser's settings. */
  allowSites(isAllowed: boolean): Promise<void>;
  /** Gives the extension another host, as its user does when the browser asks. */
  allowHost(pattern: string): Promise<void>;
  /** Errors, uncaught or written to the console, of every page, content script and background. */
  errors: string[];
  /** Addresses that the site answered. */
  answered: string[];
  /** Addresses that anything in the browser asked for and the site does not have; all were refused. */
  outside: string[];
  close(): Promise<void>;
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a browser with the extension; one driver for both, for `npm start` and the tests. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Session> {
  const executablePath = findBrowser(name);
  if (!executablePath)
    throw new Error(`${BROWSERS[name].title} was not found: set ${BROWSERS[name].variable}.`);
  const {
    site,
    headless = !hasDisplay(),
    viewport = headless ? { width: 1440, height: 900 } : null,
  } = options;
  if (options.profile) await mkdir(options.profile, { recursive: true });
  const errors: string[] = [];
  const answered: string[] = [];
  const outside: string[] = [];
  const proxy = site && (await refuseOutside((address) => outside.push(address), options.reach));
  const report = (error: string) => errors.push(error);
  const start = { ...options, executablePath, headless, viewport, proxy, report };
  const driver = await (name === 'chrome' ? startChrome : startFirefox)(start);
  const open = async (url: string, own?: Viewport) => {
    const page = await driver.browser.newPage();
    page.setDefaultTimeout(20_000);
    if (own) await page.setViewport(own);
    await driver.preparePage(page);
    if (site) await intercept(page, site, { answered, outside });
    await driver.open(page, url);
    return page;
  };
  return {
    name,
    browser: driver.browser,
    extensionOrigin: driver.extensionOrigin,
    sellerCentre: (path, { viewport } = {}) => open(new URL(path, SELLER_CENTRE).href, viewport),
    extensionPage: (path, { viewport } = {}) => open(`${driver.extensionOrigin}/${path}`, viewport),
    killBackground: driver.killBackground,
    update: driver.update,
    allowSites: driver.allowSites,
    allowHost: driver.allowHost,
    errors,
    answered,
    outside,
    close: async () => {
      await driver.close();
      proxy?.close();
    },
  };
}

async function intercept(
  page: Page,
  site: Site,
  seen: { answered: string[]; outside: string[] },
): Promise<void> {
  await page.setRequestInterception(true);
  const handle = (request: HTTPRequest): Promise<void> => {
    const url = request.url();
    // A content script's own imports pass through here as well.
    if (!/^(https?|wss?):/.test(url)) return request.continue();
    // The browser's own wish for an icon, where the site names none.
    if (url.endsWith('/favicon.ico')) return request.respond({ status: 204 });
    const answer = site(url, { method: request.method() });
    (answer ? seen.answered : seen.outside).push(url);
    return answer ? request.respond(answer) : request.abort();
  };
  // A request that can't be answered any more belonged to a page that is gone.
  page.on('request', (request) => void handle(request).catch(() => {}));
}
