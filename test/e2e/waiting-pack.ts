import type { Page } from 'puppeteer-core';
import type { BrowserName, Session } from '../../tools/browsers/launch.ts';
import { fill } from '../bench/many-records.ts';
import { bundled, patch, signed } from '../unit/packs/support.ts';
import { ask, click, type ExtensionPage } from './packs-page.ts';
import { startPacksServer } from './packs-server.ts';
import { DAY_MS, keys, serve, versionOf } from './refused-packs.ts';
import { open, reloadPopup } from './support.ts';

/** A pack that changes a label, a fee and a group of countries: many kept facts are judged anew. */
function changing(): Promise<string> {
  const [first] = bundled.labels.filter(({ satisfiedBy }) => satisfiedBy.kind === 'mark');
  const label = { ...first, satisfiedBy: { kind: 'mark', anyOf: ['NEW-MARK'] } };
  const fees = bundled.fees
    .filter(({ id }) => id === 'merge.fee-base')
    .map((fee) => ({ ...fee, ratePct: '6.5' }));
  const groups = { SEMI: (bundled.groups.SEMI ?? []).filter((country) => country !== 'FR') };
  // At any hour later than today's, and not yet of the future.
  const version = versionOf(Date.now() + DAY_MS);
  return signed({ ...patch(version), labels: [label], fees, groups }, keys);
}

export interface Waiting {
  session: Session;
  /** The settings, with the pack that waits to be looked at. */
  page: Page;
  close(): Promise<void>;
}

/** Opens the settings of a browser that keeps 50,000 facts, and has a pack that changes many of their verdicts. */
export async function openWithWaitingPack(name: BrowserName): Promise<Waiting> {
  const server = await startPacksServer();
  const session = await open(name, { reach: server.reach });
  server.answer = serve(await changing());
  await session.allowHost('https://packs.example/*');
  const page = await session.extensionPage('options.html');
  await page.waitForSelector('.packs');
  await fill(page);
  await page.type('.pack-add [name=url]', server.url);
  await page.type('.pack-add [name=key]', keys.publicKey);
  await click(page, 'add');
  await page.waitForSelector('[data-waiting]');
  const close = async () => {
    await session.close();
    server.close();
  };
  return { session, page, close };
}

/** What a look at the pack took, in milliseconds by the clock, from the press of its button. */
export interface Look {
  /** Until what it changes is shown. */
  shown: number;
  /** Of each question that a popup might ask meanwhile, one after the other: how long its answer took. */
  answers: number[];
}

/** Opens the settings anew, presses the button that shows what the pack changes, and waits until it is shown. */
export async function lookAtWaiting(page: Page): Promise<Look> {
  await reloadPopup(page);
  await page.waitForSelector('.pack-source [data-do=preview]');
  // What the page itself asks for as it opens, of all the records.
  await ask(page, 'stores.measure');
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    const started = performance.now();
    document.querySelector<HTMLElement>('.packs [data-do=preview]')?.click();
    const answers: number[] = [];
    while (!document.querySelector('.pack-preview')) {
      const asked = performance.now();
      await chrome.runtime.sendMessage({ managedLens: 'pause.text', payload: null });
      if (!document.querySelector('.pack-preview')) answers.push(performance.now() - asked);
    }
    return { shown: performance.now() - started, answers };
  });
}
