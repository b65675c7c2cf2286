import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatTable } from '../../tools/table.ts';
import { programmeResults } from '../../utils/rules/evaluate.ts';
import type { Facts } from '../../utils/rules/facts.ts';
import { packSchema } from '../../utils/rules/pack.ts';
import { situationOf } from '../../utils/rules/situation.ts';
import { engineFacts, mergeEngine } from './merge-engine.ts';
import { productsAroundTheBars } from './products.ts';

const PRODUCTS = 10_000;
const ROUNDS = 7;
const TARGET = 20;

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const engine = mergeEngine(pack);
const products = productsAroundTheBars(PRODUCTS);
const plainProducts = products.map(engineFacts);

const ours = (facts: Facts) => programmeResults(situationOf(pack, facts));

const theirs = async (facts: Record<string, unknown>): Promise<boolean> =>
  (await engine.run(facts)).events.length > 0;

/** Nothing the merge bars ask for is missing or rounded, so that two values are enough. */
const isExact = ({ store }: Facts): boolean =>
  JSON.stringify([
    store?.registeredIn,
    store?.fullManagedStores,
    store?.gmv90dUsd,
    store?.positiveRatingPct,
    store?.disputeRatePct,
    store?.fulfilmentRatePct,
    store?.skusByCategory,
    store?.stableSupply,
  ]).match(/null|shown/) === null;

/** Both must say the same of every product whose facts are exact; @returns how many those are. */
async function agreeOnExactFacts(): Promise<number> {
  let compared = 0;
  for (const [index, facts] of products.entries()) {
    if (!isExact(facts)) continue;
    const passes = ours(facts).merge.verdict === 'pass';
    assert.equal(await theirs(plainProducts[index] ?? {}), passes, `product ${facts.product?.id}`);
    compared += 1;
  }
  return compared;
}

async function seconds(run: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

function runOurs(): void {
  for (const facts of products) ours(facts);
}

async function runTheirs(): Promise<void> {
  for (const facts of plainProducts) await theirs(facts);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const compared = await agreeOnExactFacts();
const rounds: { ours: number; theirs: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  rounds.push({ ours: await seconds(runOurs), theirs: await seconds(runTheirs) });
}
const [own, other] = [median(rounds.map((round) => round.ours)), median(rounds.map((round) => round.theirs))];
const rate = (time: number): number => Math.round(PRODUCTS / time);

console.log(
  `${PRODUCTS} products, median of ${ROUNDS} rounds by turns; the same verdict on all ${compared} whose facts are exact`,
);
console.log(
  formatTable([
    ['', 'ms', 'products a second'],
    ['ManagedLens, all programmes', Math.round(own * 1000), rate(own)],
    ['json-rules-engine, the merge bars', Math.round(other * 1000), rate(other)],
  ]),
);
const ratio = other / own;
console.log(`${ratio.toFixed(1)} times as many a second; at least ${TARGET} are asked for`);
if (ratio < TARGET) process.exitCode = 1;
