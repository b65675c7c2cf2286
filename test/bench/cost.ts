import type { CDPSession, Page } from 'puppeteer-core';
import { CATEGORIES, type Spent, spentSince } from './trace.ts';

/** What a page costs from when an extension may begin until nothing more comes. */
export interface Cost extends Spent {
  /** Milliseconds by the clock, until the last strip is drawn. */
  lastStrip: number;
  /** Kilobytes of JavaScript that stay when the garbage is collected. */
  heap: number;
}

const MARK = 'bench-begins';

/** @param begin lets the extension begin; answers the milliseconds until its last strip is drawn */
export async function costOf(page: Page, begin: () => Promise<number>): Promise<Cost> {
  const holding = await holdingOf(page);
  const before = await holding();
  await idle(page);
  await page.tracing.start({ categories: CATEGORIES });
  await page.evaluate((name) => void performance.mark(name), MARK);
  const lastStrip = await begin();
  await idle(page);
  const spent = spentSince(MARK, (await page.tracing.stop()) ?? new Uint8Array());
  const { heap } = await holding();
  return { ...spent, lastStrip, heap: heap - before.heap };
}

export interface Holding {
  nodes: number;
  listeners: number;
  /** Kilobytes of JavaScript. */
  heap: number;
}

/** What a page holds when the garbage is collected, to be asked more than once. */
export async function holdingOf(page: Page): Promise<() => Promise<Holding>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return async () => {
    await collectGarbage(session);
    const { metrics } = await session.send('Performance.getMetrics');
    const figure = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      nodes: figure('Nodes'),
      listeners: figure('JSEventListeners'),
      heap: figure('JSHeapUsedSize') / 1024,
    };
  };
}

/** Nodes and what holds them are freed in turns. */
async function collectGarbage(session: CDPSession): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
}

/** Twice: one pause may lie between a message and its answer. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let pause = 0; pause < 2; pause += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });
