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
/** The stand-in itself needs seconds for a page of 500: some of the forty, and the last. */
const TURNED = [1, 2, 3, 4, 5, PAGES];
const PATIENCE = 300_000;

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
    'is gone through page by page: all that is planted on the pages is found, and nothing else',
    async () => {
      const listings = planted(STORE);
      const seen = listings.filter(({ page }) => TURNED.includes(page));
      const own = await session.extensionPage('options.html');
      await plant(own, listings);
      const id = await startAudit(own, STORE);
      const page = await session.sellerCentre(
        productList(STORE, { rows: PLANTED_ROWS, pagesize: PLANTED_SIZE, delay: 100, rerender: 0 }),
      );
      for (const number of TURNED) {
        if (number > 1) await turnTo(page, number);
        await headIs(own, id, (head) =>
          pagesOf(head).some((one) => one.number === number && one.rows === PLANTED_SIZE),
        );
      }

      const audit = await auditOf(own, id);
      const expected = [
        ...FOUND_OF_STORE.map((found) => `store   ${found}`),
        ...seen.flatMap(({ productId, page: number, position, found }) =>
          found.map((each) => [productId, number, position, each].join(' ')),
        ),
      ];
      expect(findingsOf(audit).map(lineOf).sort()).toEqual(expected.sort());
      expect(coverageOf(audit)).toMatchObject({
        pages: PAGES,
        pagesSeen: TURNED,
        products: TURNED.length * PLANTED_SIZE,
        isWhole: false,
      });

      const panel = await session.extensionPage(`sidepanel.html?channelId=${STORE}`);
      await panel.waitForSelector('.finding[data-finding]', { timeout: 60_000 });
      const count = expected.length;
      expect(await panel.$eval('.filters [role="status"]', ({ textContent }) => textContent)).toBe(
        `${count} of ${count} findings`,
      );
      expect(await panel.$eval('.coverage', ({ textContent }) => textContent)).toBe(
        '6 of 40 pages; 3,000 of 20,000 products.',
      );
      expect(session.errors).toEqual([]);
    },
    PATIENCE,
  );
});
