import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { coverageOf } from '../../utils/audit/coverage.ts';
import { type Finding, findingsOf } from '../../utils/audit/findings.ts';
import { MOST_RECORDS_RESTORED } from '../../utils/messaging/limits.ts';
import {
  FOUND_OF_STORE,
  PLANTED_ROWS,
  PLANTED_SIZE,
  planted,
  plantedStore,
} from '../seller-centre/planted.ts';
import { auditOf, headIs, pagesOf, startAudit, turnTo } from './audits.ts';
import { ask } from './senders.ts';
import { BROWSERS, open, productList, STORE } from './support.ts';

const PAGES = PLANTED_ROWS / PLANTED_SIZE;
const PATIENCE = 1_800_000;

/** Puts what is known of the planted store and its products where the extension keeps it, as a backup does. */
async function plant(own: Page, listings: ReturnType<typeof planted>): Promise<void> {
  const rows: [string, unknown][] = [
    [`store:${STORE}`, plantedStore(STORE)],
    ...listings.flatMap(({ productId, record }): [string, unknown][] =>
      record ? [[`product:${STORE}:${productId}`, record]] : [],
    ),
  ];
  for (let start = 0; start < rows.length; start += MOST_RECORDS_RESTORED) {
    const some = rows.slice(start, start + MOST_RECORDS_RESTORED);
    expect(await ask(own, 'records.restore', { rows: some, isReplacing: true })).toEqual({ refused: [] });
  }
}

const lineOf = ({ product, rule, chip, verdict, countries }: Finding): string =>
  [product?.productId ?? 'store', product?.page, product?.position, rule ?? chip, verdict, ...countries].join(
    ' ',
  );

describe.each(BROWSERS)('a store of 20,000 products in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await open(name);
  });

  afterAll(() => session.close());

  it(
    'is gone through page by page: all that is planted in it is found, and nothing else',
    async () => {
      const listings = planted(STORE);
      const own = await session.extensionPage('options.html');
      await plant(own, listings);
      const id = await startAudit(own, STORE);
      // Without a wait for the rows: the stand-in then draws them twice, not three times.
      const page = await session.sellerCentre(
        productList(STORE, { rows: PLANTED_ROWS, pagesize: PLANTED_SIZE, delay: 0, rerender: 0 }),
      );
      for (let number = 1; number <= PAGES; number += 1) {
        if (number > 1) await turnTo(page, number);
        await headIs(own, id, (head) =>
          pagesOf(head).some((seen) => seen.number === number && seen.rows === PLANTED_SIZE),
        );
      }

      const audit = await auditOf(own, id);
      const expected = [
        ...FOUND_OF_STORE.map((found) => `store   ${found}`),
        ...listings.flatMap(({ productId, page: number, position, found }) =>
          found.map((each) => [productId, number, position, each].join(' ')),
        ),
      ];
      expect(findingsOf(audit).map(lineOf).sort()).toEqual(expected.sort());
      expect(coverageOf(audit)).toMatchObject({ pages: PAGES, products: PLANTED_ROWS, isWhole: true });

      const panel = await session.extensionPage(`sidepanel.html?channelId=${STORE}`);
      await panel.waitForSelector('.finding[data-finding]', { timeout: 60_000 });
      const count = expected.length;
      expect(await panel.$eval('.filters [role="status"]', ({ textContent }) => textContent)).toBe(
        `${count} of ${count} findings`,
      );
      expect(await panel.$eval('.coverage', ({ textContent }) => textContent)).toBe(
        'All 40 pages and 20,000 products seen.',
      );
      expect(session.errors).toEqual([]);
    },
    PATIENCE,
  );
});
