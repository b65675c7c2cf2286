import type { PageKind } from '../site/pages.ts';
import { dispatch } from './dispatch.ts';
import { fee } from './fee.ts';
import { full } from './full.ts';
import type { ChipId, Feature } from './judgement.ts';
import { labels } from './labels.ts';
import { merge } from './merge.ts';
import { pickup } from './pickup.ts';
import { reach } from './reach.ts';
import { semi } from './semi.ts';
import { stock } from './stock.ts';
import { triage } from './triage.ts';

/** What the strip of a product shows, in its order. */
const OF_PRODUCTS: readonly Feature[] = [semi, full, merge, labels, reach, fee];

/** What the strips of each page's rows show, in their order. */
export const FEATURES: Partial<Record<PageKind, readonly Feature[]>> = {
  'merge-monitor': [triage],
  'order-detail': [dispatch],
  orders: [dispatch],
  'product-list': OF_PRODUCTS,
  'purchase-orders': [pickup],
  'purchase-stock': [stock],
  shipping: [dispatch],
};

/** The feature of a chip in a page's rows. @throws where the page has none */
export function featureOf(page: PageKind, chip: ChipId): Feature {
  const feature = FEATURES[page]?.find(({ id }) => id === chip);
  if (!feature) throw new Error(`There is no chip ${chip} on ${page}`);
  return feature;
}
