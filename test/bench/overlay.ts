import type { Session } from '../../tools/browsers/launch.ts';
import { open } from '../e2e/support.ts';
import { CONTENDERS, type Contender, type Each, medianCost, ofEach } from './contenders.ts';
import { type Cost, costOf, type Holding, holdingOf } from './cost.ts';
import { buildFloor } from './floor.ts';
import { judgingTime } from './judging.ts';
import { goAwayAndBack, letBegin, listOf, openHeld, putOneLine } from './list.ts';
import { EXPLANATION, reportAside, reportGrowth, reportRows, reportTargets } from './report.ts';

/** The rows of a list, and how often each is measured: a page of thousands takes up to a minute to load. */
const ROUNDS = new Map([
  [100, 7],
  [500, 7],
  [2000, 3],
  [5000, 3],
]);

const NAVIGATIONS = 100;
const NAVIGATED_ROWS = 20;
/** Whatever is made once and kept has been made after so many. */
const FIRST_NAVIGATIONS = 10;

/** All open at once, so that they can be measured by turns. */
async function openAll(): Promise<Each<Session>> {
  const overlay = await open('chrome');
  // A list that is long by the overlay's own measure, as most that are measured.
  const page = await overlay.sellerCentre(listOf(500, 0));
  await page.waitForSelector('[data-ml="row"]');
  const floor = await buildFloor(page);
  await page.close();
  return {
    none: await open('chrome', { bare: true }),
    floor: await open('chrome', { bare: true, extension: floor }),
    overlay,
  };
}

/** Of an endless list, the overlay puts strips only near what is seen: so many rows are in sight at the least. */
const ENDLESS = 1000;
const IN_SIGHT = 4;

function stripsOf(contender: Contender, rows: number): number {
  if (contender === 'none') return 0;
  return contender === 'overlay' && rows >= ENDLESS ? IN_SIGHT : rows;
}

interface ListCosts {
  costs: Each<Cost>;
  /** Of the page alone, when one line is put into one row. */
  oneLine: Cost;
}

/** The costs of each contender, all measured by turns. */
async function costsOf(sessions: Each<Session>, rows: number, rounds: number): Promise<ListCosts> {
  const costs: Each<Cost[]> = { none: [], floor: [], overlay: [] };
  const oneLine: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of CONTENDERS) {
      const page = await openHeld(sessions[contender], rows);
      costs[contender].push(await costOf(page, () => letBegin(page, rows, stripsOf(contender, rows))));
      if (contender === 'none') oneLine.push(await costOf(page, () => putOneLine(page)));
      await page.close();
    }
  }
  return {
    costs: await ofEach(async (contender) => medianCost(costs[contender])),
    oneLine: medianCost(oneLine),
  };
}

async function measureGrowth(session: Session, strips: number): Promise<Holding> {
  const page = await session.sellerCentre(listOf(NAVIGATED_ROWS, 0));
  const holding = await holdingOf(page);
  const navigate = async (times: number) => {
    for (let time = 0; time < times; time += 1) await goAwayAndBack(page, NAVIGATED_ROWS, strips);
  };
  await navigate(FIRST_NAVIGATIONS);
  const before = await holding();
  await navigate(NAVIGATIONS);
  const after = await holding();
  await page.close();
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: after.heap - before.heap,
  };
}

const sessions = await openAll();
try {
  console.log(EXPLANATION);
  const medians = new Map<number, Each<Cost>>();
  for (const [rows, rounds] of ROUNDS) {
    const { costs, oneLine } = await costsOf(sessions, rows, rounds);
    medians.set(rows, costs);
    reportRows(rows, rounds, costs);
    reportAside(oneLine, judgingTime(rows));
  }
  const growth = await ofEach((contender) =>
    measureGrowth(sessions[contender], stripsOf(contender, NAVIGATED_ROWS)),
  );
  reportGrowth(NAVIGATIONS, growth);
  reportTargets(medians, growth);
} finally {
  for (const session of Object.values(sessions)) await session.close();
}
