import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { typeFact } from './browsers/popup.ts';

/** What the owner of the stand-in's first store might know: the merge service is open to it, semi-managed not yet. */
const FACTS: Record<string, string> = {
  'store.registeredIn': 'CN',
  'store.fullManagedStores': '2',
  'store.gmv90dUsd': '61,250.00',
  'store.positiveRatingPct': '97.20',
  'store.disputeRatePct': '0.31',
  'store.fulfilmentRatePct': '99.10',
  'store.skusByCategory': 'Home 240\nBeauty 80',
  'store.stableSupply': 'yes',
  'pool.month': '2026-10',
  'pool.currency': 'USD',
  'pool.gmv': '48,310.55',
  'pool.sellThroughPct': '84.10',
  'pool.returnRatePct': '12.40',
  'pool.crossStoreAmount': '9,120.00',
  'pool.crossStoreOrders': '310',
  'pool.skus': '1,000',
  'pool.soldSkus': '841',
  'pool.orders': '2,000',
  'pool.returns': '248',
  'store.semiAgreementSigned': 'yes',
  'store.supplyChainOpened': 'yes',
  'store.returnAddressSet': 'yes',
  'store.jitExamPassed': 'no',
};

/** Types the facts of a store into the popup, so that not every chip has to ask for input. */
export async function typeDemonstration(popup: Page): Promise<void> {
  await popup.waitForSelector('.store');
  for (const [path, text] of Object.entries(FACTS)) await typeFact(popup, path, text);
  await popup.$$eval('.form details', (all) => {
    for (const details of all) details.open = false;
  });
  await popup.evaluate(() => scrollTo(0, 0));
}

const HEADER =
  'Product ID,Category,Destinations,Blocked countries,Marks on the label,EU responsible person name,EU responsible person address,EU responsible person e-mail';
const PERSON = 'Example GmbH,"Musterstr. 1, 10115 Berlin",contact@example.com';

/** What its owner might know of some products: all that is asked for; no mark; no mark, and who is responsible not. */
const KNOWN = [`toys,"DE, FR",-,CE,${PERSON}`, `toys,"DE, ES, GB",-,-,${PERSON}`, 'toys,"DE, PL",-,-,,,'];

/** Imports a file of some products, so that the audit finds more than what is to be found out. */
export async function importDemonstration(
  options: Page,
  path: string,
  productIds: readonly string[],
): Promise<void> {
  const rows = productIds.map((id, index) => `${id},${KNOWN[index % KNOWN.length]}`);
  await writeFile(path, [HEADER, ...rows].join('\r\n'));
  const input = await options.waitForSelector('.import input[type="file"]');
  await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(path);
  await options.locator('[data-do="keep"]').click();
  await options.waitForSelector('.import[data-stage="kept"]');
}

/** The list shows so many products a page. */
const PAGE_SIZE = 100;
const PAGES = 3;

/** Has an audit collect the first pages of a list, turned as a person does; the worst finding's card is opened. */
export async function auditDemonstration(panel: Page, list: Page): Promise<void> {
  await panel.locator('[data-do="start"]').click();
  for (let number = 1; number <= PAGES; number += 1) {
    await list.bringToFront();
    if (number > 1) await list.locator(`.ait-pagination-item-${number}`).click();
    // The list stays in front: a page that can't be seen shows no rows.
    await panel.waitForFunction(
      (count) => document.querySelector('.coverage')?.textContent?.includes(count),
      { polling: 50 },
      String(number * PAGE_SIZE),
    );
  }
  await panel.bringToFront();
  await panel.locator('[data-severity="high"][aria-pressed]').click();
  await panel.locator('.finding[data-finding]').click();
  await panel.waitForSelector('.finding-card');
}
