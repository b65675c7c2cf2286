import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatTable } from '../../tools/table.ts';
import type { Facts } from '../../utils/rules/facts.ts';
import { packSchema } from '../../utils/rules/pack.ts';
import { productJudge, programmeResults } from '../../utils/rules/programmes.ts';
import { situationOf } from '../../utils/rules/situation.ts';
import { median } from './median.ts';
import { isDecided, type MergeEngine, threeValuedEngine, twoValuedEngine } from './merge-engine.ts';
import { storesAroundTheBars } from './products.ts';

const PRODUCTS = 10_000;
/** An account manager's: dozens of stores, each with its list of products. */
const STORES = 20;
const ROUNDS = 7;

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
const stores = storesAroundTheBars(STORES, PRODUCTS / STORES);
const products: Facts[] = stores.flatMap(({ store, products: own }) =>
  own.map((product) => ({ ...store, product })),
);

const judged = (facts: Facts) => programmeResults(situationOf(pack, facts));

/** One of those that are timed: a name, and a run over all products. */
interface Contender {
  name: string;
  run(): void | Promise<void>;
  seconds: number[];
}

/** @throws where an engine says something else than we do of one of the products that it can judge */
async function agreeing(name: string, engine: MergeEngine, canJudge: (facts: Facts) => boolean) {
  const prepared = products.map(engine.prepare);
  let compared = 0;
  for (const [index, facts] of products.entries()) {
    if (!canJudge(facts)) continue;
    const verdict = await engine.verdict(prepared[index] ?? {});
    assert.equal(verdict, judged(facts).merge.verdict, `${name}, product ${facts.product?.id}`);
    compared += 1;
  }
  console.log(`${name}: the same verdict on ${compared} of ${PRODUCTS} products`);
  return {
    name,
    async run() {
      for (const facts of prepared) await engine.verdict(facts);
    },
    seconds: [],
  };
}

const own: Contender = {
  name: `ManagedLens, all programmes, ${STORES} stores`,
  run() {
    for (const { store, products: listed } of stores) {
      const judge = productJudge(pack, store);
      for (const product of listed) judge(product);
    }
  },
  seconds: [],
};

const alone: Contender = {
  name: 'ManagedLens, all programmes, each product as if of a store of its own',
  run() {
    for (const facts of products) judged(facts);
  },
  seconds: [],
};

for (const { store, products: listed } of stores) {
  const judge = productJudge(pack, store);
  for (const product of listed) assert.deepEqual(judge(product), judged({ ...store, product }));
}

const contenders: Contender[] = [
  own,
  alone,
  await agreeing('json-rules-engine, merge bars, two values', twoValuedEngine(pack), (facts) =>
    isDecided(pack, facts),
  ),
  await agreeing('json-rules-engine, merge bars, three values', threeValuedEngine(pack), () => true),
];

for (let round = 0; round < ROUNDS; round += 1) {
  for (const { run, seconds } of contenders) {
    const start = performance.now();
    await run();
    seconds.push((performance.now() - start) / 1000);
  }
}

console.log(`\n${PRODUCTS} products, median of ${ROUNDS} rounds by turns`);
console.log(
  formatTable([
    ['', 'ms', 'a second', 'we are so many times as fast'],
    ...contenders.map((each) => [
      each.name,
      Math.round(median(each.seconds) * 1000),
      Math.round(PRODUCTS / median(each.seconds)),
      (median(each.seconds) / median(own.seconds)).toFixed(1),
    ]),
  ]),
);
