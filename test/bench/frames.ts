import type { Page } from 'puppeteer-core';

interface Frames {
  benchFrames: { longest: number; isOver: boolean };
}

/** The longest time, in milliseconds by the clock, between two frames of a page while something is done. */
export async function longestFrame(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.bringToFront();
  await page.evaluate(() => {
    const frames = { longest: 0, isOver: false };
    Object.assign(globalThis, { benchFrames: frames });
    const watch = (before: number) =>
      requestAnimationFrame((now) => {
        frames.longest = Math.max(frames.longest, now - before);
        if (!frames.isOver) watch(now);
      });
    return new Promise<void>((resolve) => {
      requestAnimationFrame((now) => {
        watch(now);
        resolve();
      });
    });
  });
  await act();
  return page.evaluate(() => {
    const { benchFrames } = globalThis as unknown as Frames;
    benchFrames.isOver = true;
    return benchFrames.longest;
  });
}
