import { formatTable } from '../../tools/table.ts';
import { added, type Contender, type Each } from './contenders.ts';
import type { Cost, Holding } from './cost.ts';

const NAMES: Each<string> = { none: 'no extension', floor: 'floor', overlay: 'overlay' };

/** What is counted as added to the page's own, and what stands for itself. */
const ADDED = ['script', 'style', 'layout', 'sum', 'all', 'heap'] as const;
const OWN = ['longestTask', 'longestScript', 'lastStrip'] as const;

const HEADER = [
  'script',
  'style',
  'layout',
  'the three',
  'whole thread',
  'heap, KB',
  'longest task',
  'longest script',
  'last strip',
];

export const EXPLANATION = `
A list is opened, and its rows stand before an extension may begin with them. From then on the page's main thread is
watched until nothing more comes. Milliseconds are the thread's own time, whatever else the machine does; only the
last strip is timed by the clock. The background is a process of its own and not counted here. The floor clones a
strip that the overlay finished into each row in one pass; from 1,000 rows on, the overlay itself has strips only near
what is seen, and its last one is the last in sight. Each figure is a median; those of the floor and the overlay are
what they add to the page without an extension, but for the longest and the last, which stand as they are. A task
includes the browser's drawing of the whole list; a stretch of script is the contender's own.`;

const ratio = (part: number, whole: number): string => (whole > 0 ? (part / whole).toFixed(2) : '-');

/** What a list costs each contender. */
export function reportRows(rows: number, rounds: number, costs: Each<Cost>): void {
  const figures = (contender: Contender): number[] => [
    ...ADDED.map((cost) => (contender === 'none' ? costs.none[cost] : added(costs, contender, cost))),
    ...OWN.map((cost) => costs[contender][cost]),
  ];
  const line = (contender: Contender) => [NAMES[contender], ...figures(contender).map(Math.round)];
  const floor = figures('floor');
  const times = figures('overlay').map((figure, column) => ratio(figure, floor[column] ?? 0));
  console.log(`\n${rows} rows, ${rounds} rounds by turns`);
  console.log(
    formatTable([
      ['', ...HEADER],
      line('none'),
      line('floor'),
      line('overlay'),
      ['overlay / floor', ...times],
    ]),
  );
}

/**
 * What tells where a list's figures come from.
 * @param oneLine the page alone, when one line is put into one row
 * @param judging milliseconds that the background needs to judge as many rows
 */
export function reportAside(oneLine: Cost, judging: number): void {
  console.log(
    `One line put into one row by the page itself makes a task of ${Math.round(oneLine.longestTask)} ms.`,
  );
  console.log(`The background needs ${Math.round(judging)} ms to judge the rows (measured in Node).`);
}

/** What a page holds more after so many ways to another page and back. */
export function reportGrowth(navigations: number, growth: Each<Holding>): void {
  const line = (contender: Contender) => {
    const { nodes, listeners, heap } = growth[contender];
    return [NAMES[contender], nodes, listeners, Math.round(heap)];
  };
  console.log(`\nGrowth over ${navigations} navigations to another page and back`);
  console.log(
    formatTable([['', 'nodes', 'listeners', 'heap, KB'], line('none'), line('floor'), line('overlay')]),
  );
}

const MOST_OF_FLOOR = 1.5;
const LONGEST_TASK = 50;
const TYPICAL = 500;
const LARGEST = 5000;

/** A line for a target, met or not. */
export function reportTarget(isMet: boolean, text: string): void {
  console.log(`${isMet ? 'met    ' : 'NOT MET'}  ${text}`);
}

/** Which of the targets are met, of those that what was measured can tell. */
export function reportTargets(costs: ReadonlyMap<number, Each<Cost>>, growth: Each<Holding>): void {
  console.log('\nTargets');
  const typical = costs.get(TYPICAL);
  const largest = costs.get(LARGEST);
  if (typical) {
    const times = added(typical, 'overlay', 'sum') / added(typical, 'floor', 'sum');
    reportTarget(
      times <= MOST_OF_FLOOR,
      `at ${TYPICAL} rows the overlay adds at most ${MOST_OF_FLOOR} times what the floor adds: ${times.toFixed(2)}`,
    );
    const { longestTask, longestScript } = typical.overlay;
    reportTarget(
      longestScript < LONGEST_TASK,
      `at ${TYPICAL} rows its longest task is under ${LONGEST_TASK} ms: ${Math.round(longestScript)} (the floor's: ` +
        `${Math.round(typical.floor.longestScript)}; with the browser's drawing ${Math.round(longestTask)} and ` +
        `${Math.round(typical.floor.longestTask)})`,
    );
  }
  if (typical && largest) {
    const times = added(largest, 'overlay', 'sum') / added(typical, 'overlay', 'sum');
    reportTarget(
      times <= LARGEST / TYPICAL,
      `from ${TYPICAL} to ${LARGEST} rows its cost grows no faster than the rows, ${LARGEST / TYPICAL} times: ` +
        times.toFixed(1),
    );
  }
  const nodes = growth.overlay.nodes - growth.none.nodes;
  const listeners = growth.overlay.listeners - growth.none.listeners;
  reportTarget(
    nodes <= 0 && listeners <= 0,
    'after the navigations nodes and listeners are where they were, but for what the page itself keeps: ' +
      `${nodes} and ${listeners} more`,
  );
}
