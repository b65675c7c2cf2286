import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Driver, Start } from './driver.ts';

const ADDON_ID = 'managedlens@managedlens.example';
const UUID = '6a0f5a52-53d0-4c36-9d2b-2b8f7a0c1e44';
const ORIGIN = `moz-extension://${UUID}`;

/** Starts Firefox with the extension loaded as a temporary add-on. */
export async function startFirefox(start: Start): Promise<Driver> {
  const { executablePath, headless, profile, proxy, reach, viewport } = start;
  const home = start.policy && (await homeWith(start.policy));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: viewport,
    ...(profile && { userDataDir: profile }),
    acceptInsecureCerts: reach !== undefined,
    // Without it Firefox ignores the address of its remote settings set below, and calls home all the time.
    env: { ...process.env, ...(proxy && { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' }), ...(home && { HOME: home }) },
    args: proxy ? ['--remote-allow-system-access'] : [],
    extraPrefsFirefox: preferences(start),
  });
  watchOutput(browser, start.report);
  const install = async (): Promise<void> => {
    if (start.extension) await browser.installExtension(start.extension);
  };
  await install();
  return {
    browser,
    extensionOrigin: start.extension ? ORIGIN : '',
    killBackground: () => killEventPage(browser),
    update: install,
    allowSites: (isAllowed) => setHosts(browser, isAllowed, 'extension.manifest.host_permissions'),
    allowHost: (pattern) => setHosts(browser, true, JSON.stringify([pattern])),
    close: async () => {
      await browser.close();
      if (home) await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
    preparePage: async () => {},
    open: async (page, url) => {
      if (url.startsWith('moz-extension:')) await openExtensionPage(page, url);
      else await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
  };
}

/** Where Firefox looks for native manifests in a person's home, on Linux and macOS. */
const MANIFESTS = ['.mozilla/managed-storage', 'Library/Application Support/Mozilla/ManagedStorage'];

/** A home of its own, with the policy as the manifest that Firefox reads `storage.managed` from. */
async function homeWith(data: Start['policy']): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'managedlens-home-'));
  const manifest = { name: ADDON_ID, description: 'A policy', type: 'storage', data };
  for (const folder of MANIFESTS) {
    await mkdir(join(home, folder), { recursive: true });
    await writeFile(join(home, folder, `${ADDON_ID}.json`), JSON.stringify(manifest));
  }
  return home;
}

/** Firefox changes the process on the way to an extension's page, and `goto` waits for the old one for ever. */
async function openExtensionPage(page: Page, url: string): Promise<void> {
  page.goto(url).catch(() => {});
  const arrived = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  const deadline = Date.now() + 30_000;
  while (!(await page.evaluate(arrived).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url} within 30 s`);
    await setTimeout(20);
  }
}

function preferences({ dark, lang, profile, proxy, room }: Start): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
    // What every page and the background say goes to the process's output, see watchOutput.
    'browser.dom.window.dump.enabled': true,
    'devtools.console.stdout.content': true,
    'browser.chrome.site_icons': false,
    ...(lang && { 'intl.accept_languages': lang }),
    ...(dark !== undefined && {
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.systemUsesDarkTheme': dark ? 1 : 0,
    }),
    ...(room && { 'dom.quotaManager.temporaryStorage.fixedLimit': room }),
    // A temporary add-on would lose its storage at the end.
    ...(profile && {
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    }),
    ...(proxy && {
      // Nobody is there to answer when the extension asks for a permission.
      'extensions.webextOptionalPermissionPrompts': false,
      'services.settings.server': 'data:,',
      'network.proxy.type': 1,
      'network.proxy.http': proxy.host,
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': proxy.host,
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.no_proxies_on': '',
    }),
  };
}

/**
 * What Firefox says of itself, such as that its remote settings (RSLoader) can't be reached. The answer to a message
 * whose tab was closed meanwhile it throws as a plain object of no file, and a message whose sender was closed it
 * drops with its own actor's name (Conduits). A page that is left in the middle is told as `undefined` of no file,
 * with no extension in the browser too. What is thrown here is always an Error of a file.
 */
const OWN_ERRORS =
  /^(JavaScript error: (resource|chrome|jar):|console\.error: RSLoader: |JavaScript error: , line 0: (uncaught exception: (Object|undefined)$|AbortError: Actor 'Conduits' destroyed))/;

/** WebDriver BiDi tells nothing of an event page; the process's own output tells of every page alike. */
function watchOutput(browser: Browser, report: (error: string) => void): void {
  const { stdout, stderr } = browser.process() ?? {};
  for (const input of [stdout, stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      if (!OWN_ERRORS.test(line) && /^(JavaScript error|console\.error): /.test(line)) report(line);
    });
  }
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Runs an expression in the browser's own scope, for which puppeteer has no call. */
async function evaluateInBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string }[] };
  const target = { context: contexts[0]?.context };
  const answer = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
  const evaluated = answer.result as { result?: { value: unknown }; exceptionDetails?: { text: string } };
  if (evaluated.exceptionDetails) throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result?.value;
}

/** Presses a letter with Alt and Shift, from the address bar: what WebDriver presses is heard in the page alone. */
export async function pressInBrowser(browser: Browser, letter: string): Promise<void> {
  await evaluateInBrowser(
    browser,
    `{
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      window.gURLBar.focus();
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const keys = [['Alt', 'AltLeft'], ['Shift', 'ShiftLeft'], ['${letter}', 'Key${letter}']].map(
        ([key, code]) => new window.KeyboardEvent('', { key, code }),
      );
      for (const key of keys) keyboard.keydown(key);
      for (const key of keys.reverse()) keyboard.keyup(key);
    }`,
  );
}

/** A message under way may have started it anew by the time that it is looked at. */
async function killEventPage(browser: Browser): Promise<void> {
  const isThere = await evaluateInBrowser(
    browser,
    `(async ({ extension }) => {
      const page = () => [...extension.views].find(({ viewType }) => viewType === 'background');
      const before = page();
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return before !== undefined && page() === before;
    })(WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}))`,
  );
  if (isThere) throw new Error("Firefox's event page was not stopped");
}

/** @param origins an expression */
async function setHosts(browser: Browser, isAllowed: boolean, origins: string): Promise<void> {
  await evaluateInBrowser(
    browser,
    `(async ({ extension }) => {
      const path = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
      const { ExtensionPermissions } = ChromeUtils.importESModule(path);
      const hosts = { permissions: [], origins: ${origins} };
      await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(extension.id, hosts, extension);
    })(WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}))`,
  );
}
