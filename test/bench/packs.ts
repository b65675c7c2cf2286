import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../tools/browsers/launch.ts';
import { formatTable } from '../../tools/table.ts';
import { BROWSERS } from '../e2e/support.ts';
import { lookAtWaiting, openWithWaitingPack } from '../e2e/waiting-pack.ts';
import { PRODUCTS, STORES } from './many-records.ts';
import { median } from './median.ts';
import { reportTarget } from './report.ts';

const ROUNDS = 7;
const LONGEST_SHOWN = 1000;
const LONGEST_ANSWER = 200;

/** The floor: milliseconds in which a page reads the same records, and does nothing with them. */
const readAll = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('managedlens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const started = performance.now();
          const reading = opening.result.transaction('records').objectStore('records').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(performance.now() - started);
          };
        };
      }),
  );

interface Costs {
  floor: number;
  shown: number;
  /** The longest wait for an answer during a look. */
  answer: number;
}

async function measure(name: BrowserName): Promise<Costs> {
  const { page, close } = await openWithWaitingPack(name);
  try {
    const rounds: Costs[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const floor = await readAll(page);
      const { shown, answers } = await lookAtWaiting(page);
      rounds.push({ floor, shown, answer: Math.max(0, ...answers) });
    }
    const of = (cost: keyof Costs): number => median(rounds.map((round) => round[cost]));
    return { floor: of('floor'), shown: of('shown'), answer: of('answer') };
  } finally {
    await close();
  }
}

const measured: [name: BrowserName, costs: Costs][] = [];
for (const name of BROWSERS) measured.push([name, await measure(name)]);

console.log(`
What a pack changes is shown ${ROUNDS} times, over the facts of ${STORES} stores and ${PRODUCTS} products, from the press of
its button; meanwhile the background is asked what a popup asks, over and over. The floor reads the same records and
does nothing with them. Medians, in milliseconds by the clock.
`);
console.log(
  formatTable([
    ['', 'floor', 'shown', 'shown / floor', 'longest answer'],
    ...measured.map(([name, { floor, shown, answer }]) => [
      name,
      Math.round(floor),
      Math.round(shown),
      (shown / floor).toFixed(1),
      Math.round(answer),
    ]),
  ]),
);
console.log('\nTargets');
for (const [name, { shown, answer }] of measured) {
  reportTarget(shown < LONGEST_SHOWN, `in ${name} it is shown within a second: ${Math.round(shown)}`);
  reportTarget(
    answer < LONGEST_ANSWER,
    `in ${name} a popup is answered meanwhile within ${LONGEST_ANSWER} ms: ${Math.round(answer)}`,
  );
}
