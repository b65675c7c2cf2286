import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { packSchema } from '../utils/rules/pack.ts';
import { plainAddress } from '../utils/site/health.ts';
import { type BrowserName, launch } from './browsers/launch.ts';
import { buildExtension, ROOT } from './build.ts';
import { parsePage } from './page/document.ts';
import { expectation, readPage } from './page/read.ts';
import { differences, pageReport } from './page/report.ts';
import { savedSite } from './page/saved.ts';
import { scrub } from './page/scrub.ts';

const USAGE = `usage: npm run page -- FILE URL [--browser chrome|firefox] [--out FOLDER] [--keep WORDS]…
  FILE   a page of the seller centre, saved as HTML; URL the address that it stood at
  --out  where the scrubbed page goes, the folder of FILE otherwise
  --keep a text that is the platform's and was made up in the scrubbed page, such as a new label`;

/** The overlay waits two seconds for the page to rest. */
const LOOK_MS = 5000;

interface Arguments {
  file: string;
  address: URL;
  browser: BrowserName;
  out: string;
  keep: string[];
}

/** What was asked for; undefined where that can't be understood. */
function readArguments(args: string[]): Arguments | undefined {
  const options = {
    browser: { type: 'string', default: 'chrome' },
    out: { type: 'string' },
    keep: { type: 'string', multiple: true, default: [] as string[] },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, address, ...others] = positionals;
    const { browser, keep, out = dirname(resolve(file ?? '')) } = values;
    if (!file || !address || others.length > 0 || (browser !== 'chrome' && browser !== 'firefox'))
      return undefined;
    return { file: resolve(file), address: new URL(address), browser, out: resolve(out), keep: [...keep] };
  } catch {
    return undefined;
  }
}

/** What the overlay has put into the page, by kind. */
const overlayOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const kinds: Record<string, number> = {};
    for (const element of document.querySelectorAll('[data-ml]')) {
      const kind = element.getAttribute('data-ml') ?? '';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    return kinds;
  });

/** Opens the page with the extension on. @returns the page as the browser has it, without what is the overlay's */
async function openSaved({ file, address, browser }: Arguments, picture: string): Promise<string> {
  const extension = await buildExtension(browser);
  const session = await launch(browser, { extension, headless: true, site: savedSite(file, address) });
  try {
    const page = await session.sellerCentre(address.href);
    await new Promise((done) => setTimeout(done, LOOK_MS));
    await page.screenshot({ path: picture });
    console.log(`The overlay's parts in the page: ${JSON.stringify(await overlayOf(page))}`);
    return await page.evaluate(() => {
      for (const own of document.querySelectorAll('[data-ml], script')) own.remove();
      return document.documentElement.outerHTML;
    });
  } finally {
    await session.close();
  }
}

async function run(wanted: Arguments): Promise<void> {
  const { file, address, out, keep } = wanted;
  const pack = packSchema.parse(JSON.parse(await readFile(join(ROOT, 'public/rules/pack.json'), 'utf8')));
  await mkdir(out, { recursive: true });
  const target = (ending: string): string =>
    join(out, `${basename(file).replace(/\.html?$/i, '')}.${ending}`);
  const page = parsePage(await openSaved(wanted, target('png')));
  const read = readPage(page, address, pack.siteMap);
  console.log(`\n${pageReport(read)}\n`);
  const plain = new URL(`https://${plainAddress(address)}`);
  const html = scrub(page, pack.siteMap, { keep });
  const scrubbed = readPage(parsePage(html), plain, pack.siteMap);
  for (const difference of differences(read, scrubbed))
    console.log(`Scrubbed, it reads otherwise: ${difference}`);
  await writeFile(target('scrubbed.html'), html);
  await writeFile(target('scrubbed.json'), expectation(plain, scrubbed));
  console.log(`Screenshot (of your own page, not for sending): ${target('png')}`);
  console.log(`Scrubbed page: ${target('scrubbed.html')} and .json. Look through it before you send it.`);
}

const wanted = readArguments(process.argv.slice(2));
if (wanted) await run(wanted);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
