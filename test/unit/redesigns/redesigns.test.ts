// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../../utils/site/labelled.ts';
import { readProductRow } from '../../../utils/site/product-row.ts';
import { pack } from '../rules/support.ts';
import { redesignedFigures } from './figures.ts';
import { redesignedList } from './product-list.ts';

const SEED = 20261122;
const LISTS = 300;
const FIGURE_PAGES = 200;

describe('a redesign of the product list', () => {
  it('gives no wrong value and no wrong row, whatever is moved, renamed, added or nested', async ({
    annotate,
  }) => {
    const map = pack.siteMap.productList;
    const counts = { rows: 0, read: 0, prices: 0, readPrices: 0 };
    for (let seed = SEED; seed < SEED + LISTS; seed += 1) {
      const { root, shown } = redesignedList(seed);
      document.body.replaceChildren(root);
      const selector = map.row.strategies.find((strategy) => document.querySelector(strategy)) ?? 'none';
      const rows = document.querySelectorAll(selector);
      counts.rows += shown.size;
      counts.prices += [...shown.values()].filter(({ price }) => price).length;
      for (const row of rows) {
        const reading = readProductRow(row, map)?.product;
        if (!reading) continue;
        const truth = shown.get(row);
        expect(reading.productId, `seed ${seed}`).toBe(truth?.productId);
        counts.read += 1;
        if (!reading.price) continue;
        const { text: _text, ...price } = reading.price;
        expect(price, `seed ${seed}`).toEqual(truth?.price);
        counts.readPrices += 1;
      }
    }
    await annotate(
      `${counts.read} of ${counts.rows} rows and ${counts.readPrices} of ${counts.prices} prices read in ${LISTS} redesigns`,
    );
    expect(counts.read).toBeGreaterThan(counts.rows / 2);
    expect(counts.readPrices).toBeGreaterThan(counts.prices / 3);
  });
});

describe('a redesign of a page of figures', () => {
  it('gives no wrong figure, wherever a name stands and whatever stands beside it', async ({ annotate }) => {
    const map = pack.siteMap.pages['full-centre'] as NonNullable<(typeof pack.siteMap.pages)[string]>;
    const counts = { shown: 0, read: 0 };
    for (let seed = SEED; seed < SEED + FIGURE_PAGES; seed += 1) {
      const { root, shown } = redesignedFigures(seed);
      document.body.replaceChildren(root);
      counts.shown += shown.length;
      for (const reading of readLabelled(document.body, map)) {
        expect(shown, `seed ${seed}: ${root.textContent}`).toContainEqual(reading);
        counts.read += 1;
      }
    }
    await annotate(`${counts.read} of ${counts.shown} figures read in ${FIGURE_PAGES} redesigns`);
    expect(counts.read).toBeGreaterThan(counts.shown / 3);
  });
});
