import type { Page } from 'puppeteer-core';
import type { Session } from '../../tools/browsers/launch.ts';
import { productList, STORE } from '../e2e/support.ts';

/** At this address no extension has anything to do, and the seller centre's own page does not look at it. */
const ELSEWHERE = '/elsewhere';
const PATIENCE = 600_000;

/** A list of so many rows, whose figures stand still. */
export const listOf = (rows: number, delay: number): string =>
  productList(STORE, { rows, delay, rerender: 0 });

/** Opens a list and lets no extension begin with it before all of its rows stand. */
export async function openHeld(session: Session, rows: number): Promise<Page> {
  const page = await session.sellerCentre(listOf(rows, 2000));
  await page.evaluate((path) => history.replaceState(null, '', path), ELSEWHERE);
  const stand = (count: number) => document.querySelectorAll('tr[data-row-key]').length === count;
  await page.waitForFunction(stand, { timeout: PATIENCE, polling: 500 }, rows);
  if (await page.$('[data-ml="row"]')) throw new Error('An extension began before it was let');
  return page;
}

/** Lets an extension begin. Answers the milliseconds until the last strip is drawn, where strips are to come. */
export function letBegin(page: Page, rows: number, strips: number): Promise<number> {
  return page.evaluate(
    async (address, wanted, patience) => {
      // A live list: asking it costs next to nothing where nothing has changed.
      const found = document.getElementsByTagName('ml-strip');
      const start = performance.now();
      history.replaceState(null, '', address);
      while (found.length < wanted) {
        if (performance.now() - start > patience)
          throw new Error(`${found.length} strips for ${wanted} rows`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    },
    listOf(rows, 2000),
    strips,
    PATIENCE,
  );
}

/** Puts one line into the first row, as the page itself might: the least that makes the browser draw the list again. */
export function putOneLine(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const line = document.createElement('div');
    line.textContent = '-';
    document.querySelector('tr[data-row-key] > :nth-child(2)')?.append(line);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  });
}

/** Goes from a list to another page and back, by the seller centre's own navigation. */
export function goAwayAndBack(page: Page, rows: number, strips: number): Promise<void> {
  return page.evaluate(
    async (list, ...wanted) => {
      const until = async (rowsThere: number, stripsThere: number): Promise<void> => {
        const count = (selector: string) => document.querySelectorAll(selector).length;
        while (count('tr[data-row-key]') !== rowsThere || count('[data-ml="row"]') !== stripsThere)
          await new Promise((resolve) => setTimeout(resolve, 5));
      };
      const goTo = (address: string): void => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      };
      goTo(`/not-rebuilt${new URL(list, location.href).search}`);
      await until(0, 0);
      goTo(list);
      await until(...wanted);
    },
    listOf(rows, 0),
    rows,
    strips,
  );
}
