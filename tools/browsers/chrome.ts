import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type Page, type Target, TargetType } from 'puppeteer-core';
import type { Driver, Start } from './driver.ts';
import type { OutsideProxy } from './outside.ts';

// Port 9 ("discard") of this machine: where the browser's own calls home are sent.
const NOWHERE = '127.0.0.1:9';

const isWorker = (target: Target) =>
  target.type() === TargetType.SERVICE_WORKER && target.url().startsWith('chrome-extension://');

/** Starts Chromium or Chrome with the extension loaded. */
export async function startChrome(start: Start): Promise<Driver> {
  const { executablePath, headless, lang, proxy, reach, viewport } = start;
  const profile = start.profile ?? (await freshProfile());
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    defaultViewport: viewport,
    pipe: true,
    // A page that lays out thousands of rows does not answer until it is done.
    protocolTimeout: 600_000,
    enableExtensions: true,
    userDataDir: profile,
    env: { ...process.env, ...(lang && { LANGUAGE: lang.replace('-', '_') }) },
    args: [
      // Chromium's own sandbox can't start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(lang ? [`--lang=${lang}`, `--accept-lang=${lang}`] : []),
      ...(proxy ? quiet(proxy) : []),
      ...(reach ? [`--ignore-certificate-errors-spki-list=${reach.pin}`] : []),
    ],
  });
  const watch = (target: Target) => {
    // A worker may be gone before it can be watched.
    if (isWorker(target)) watchWorker(target, start.report).catch(() => {});
  };
  browser.on('targetcreated', watch);
  browser.targets().forEach(watch);
  const id = start.extension && (await browser.installExtension(start.extension));
  if (id && start.policy) await setPolicy(browser, id, start.policy);
  return {
    browser,
    extensionOrigin: id ? `chrome-extension://${id}` : '',
    killBackground: () => killWorkers(browser),
    update: () => manage(browser, `reload('${id}')`),
    allowSites: (isAllowed) =>
      manage(
        browser,
        `updateExtensionConfiguration({
          extensionId: '${id}',
          hostAccess: '${isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK'}',
        })`,
      ),
    allowHost: (pattern) => manage(browser, `addHostPermission('${id}', '${pattern}')`),
    preparePage: (page) => preparePage(page, start),
    open: async (page, url) => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    close: async () => {
      await browser.close();
      if (!start.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A profile that opens no connection ahead of need: one to the seller centre would look like the overlay's. */
async function freshProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'managedlens-chrome-'));
  await mkdir(join(profile, 'Default'));
  const preferences = {
    net: { network_prediction_options: 2 },
    // Chromium fetches a dictionary when somebody types.
    browser: { enable_spellchecking: false },
    // Without it, an unpacked extension that is reloaded stays switched off.
    extensions: { ui: { developer_mode: true } },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Everything goes to the proxy, except what the browser itself asks of its maker. */
function quiet(proxy: OutsideProxy): string[] {
  return [
    `--proxy-server=${proxy.host}:${proxy.port}`,
    // *.gvt1.com is where Chromium fetches its own parts from.
    `--proxy-bypass-list=<-loopback>;${NOWHERE};*.gvt1.com`,
    `--component-updater=url-source=http://${NOWHERE}/`,
    `--gaia-url=http://${NOWHERE}/`,
    '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
  ];
}

async function preparePage(page: Page, { dark, report }: Start): Promise<void> {
  page.on('pageerror', (error) => report(String(error instanceof Error ? error.stack : error)));
  page.on('console', (message) => {
    const { url = '' } = message.location();
    if (message.type() === 'error') report(`${message.text()} (${url})`);
  });
  if (dark === undefined) return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
}

/** So Chrome answers a call that is under way in a background which it stops. */
const OWN_ERROR = /Error: No SW$/;

async function watchWorker(target: Target, report: (error: string) => void): Promise<void> {
  const worker = await target.worker();
  const tell = (error: string): void => {
    if (!OWN_ERROR.test(error)) report(error);
  };
  worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    tell(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  worker?.on('console', (message) => {
    if (message.type() === 'error') tell(message.text());
  });
}

/** A worker that is just starting may not hear that it is to close: it is told again until it is gone. */
const TOLD_AGAIN_MS = 300;

/** It may never answer that it was told. */
const UNANSWERED_MS = 3000;

/** A worker that hangs while it is stopped is given up by Chrome after some seconds, but not while it is looked into. */
async function lookAway(target: Target): Promise<void> {
  const worker = await target.worker();
  await worker?.client.detach();
}

async function killWorker(browser: Browser, target: Target): Promise<void> {
  const gone = new Promise<true>((resolve) => {
    const check = (destroyed: Target): void => {
      if (destroyed !== target) return;
      browser.off('targetdestroyed', check);
      resolve(true);
    };
    browser.on('targetdestroyed', check);
  });
  const tell = async (): Promise<boolean> => {
    const worker = await target.worker();
    await worker?.close();
    return false;
  };
  // One after the other: told too late, the worker that has taken its place would close.
  while (browser.targets().includes(target)) {
    // It may be gone before it can be reached, and nobody say so.
    const told = tell().catch((error: unknown) => /No target with given id/.test(String(error)));
    const isGone = await Promise.race([gone, told, setTimeout(UNANSWERED_MS, 'unanswered' as const)]);
    if (isGone === true) return;
    if (isGone === 'unanswered') lookAway(target).catch(() => undefined);
    if (await Promise.race([gone, setTimeout(TOLD_AGAIN_MS, false)])) return;
  }
}

async function killWorkers(browser: Browser): Promise<void> {
  const running = browser.targets().filter(isWorker);
  await Promise.all(running.map((target) => killWorker(browser, target)));
}

/** As the page's own enumerations have it: of the platform, for the machine, mandatory. */
const OF_THE_MACHINE = { source: 5, scope: 1, level: 1 };

/**
 * Gives the extension a policy on Chromium's own page for trying policies out: its files of policies are only root's to
 * write.
 * @throws where the browser did not take the extension's schema of policies, or is a Chrome that has no such page
 */
async function setPolicy(browser: Browser, id: string, policy: NonNullable<Start['policy']>): Promise<void> {
  const page = await browser.newPage();
  const schema = `import('chrome://resources/js/load_time_data.js').then(
    ({ loadTimeData }) => JSON.parse(loadTimeData.getString('initialSchema'))['${id}'])`;
  let known: object | undefined;
  // It takes the browser a moment to read the schema of what was just installed.
  for (let attempt = 0; !known && attempt < 20; attempt += 1) {
    await page.goto('chrome://policy/test');
    known = (await page.evaluate(schema).catch(() => undefined)) as object | undefined;
  }
  const strange = Object.keys(policy).filter((name) => !Object.hasOwn(known ?? {}, name));
  if (strange.length > 0)
    throw new Error(
      `chrome://policy/test knows no ${strange} of the extension; only Chromium has that page.`,
    );
  const entries = Object.entries(policy).map(([name, value]) => ({
    namespace: id,
    name,
    value,
    ...OF_THE_MACHINE,
  }));
  const args = JSON.stringify(['', JSON.stringify(entries), '']);
  await page.evaluate(`chrome.send('setLocalTestPolicies', ${args})`);
  await page.close();
}

/** Does what its user can do on the browser's page of extensions. */
async function manage(browser: Browser, call: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`chrome.developerPrivate.${call}.then(() => undefined)`);
  await page.close();
}
