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
