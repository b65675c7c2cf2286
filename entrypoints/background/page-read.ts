import { BOARD_VERSION } from '../../utils/facts/failures.ts';
import { type KeptFacts, sayTheSame } from '../../utils/facts/kept.ts';
import { withLabelled, withListed, withPageLists } from '../../utils/facts/read.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { agreedEntries, type Entry } from '../../utils/site/lists.ts';
import { PRODUCT_ID } from '../../utils/site/pages.ts';
import { Boards } from '../../utils/storage/boards.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentSiteMap } from './site-map.ts';

type PageSeen = Payload<'page.read'>;

/** The rows of a page's lists that are about a product, by its ID. */
function rowsByProduct({ page, lists }: PageSeen, { pages }: SiteMap): Map<string, [list: string, Entry][]> {
  const rows = new Map<string, [string, Entry][]>();
  for (const [list, entries] of Object.entries(lists)) {
    if (pages[page]?.lists?.[list]?.about !== 'product') continue;
    for (const entry of agreedEntries(entries)) {
      if (PRODUCT_ID.test(entry.key)) rows.set(entry.key, [...(rows.get(entry.key) ?? []), [list, entry]]);
    }
  }
  return rows;
}

/** The rows of a board of failures, where the page has one; none of them says who bought. */
const boardOf = ({ page, lists }: PageSeen, { pages }: SiteMap): Entry[] | undefined =>
  Object.entries(lists).find(([list]) => pages[page]?.lists?.[list]?.about === 'failure')?.[1];

/** The facts of the product that a page is about, with all that the page says of it. */
export const withProductPage = (
  facts: KeptFacts,
  {
    page,
    readings,
    lists,
    readAt,
  }: Readonly<Pick<Payload<'panel.view'>, 'lists' | 'page' | 'readAt' | 'readings'>>,
  siteMap: SiteMap,
): KeptFacts =>
  withPageLists(withLabelled(facts, page, 'product', readings, siteMap, readAt), page, lists, readAt);

/**
 * Keeps what a page said of a store and its products.
 * @returns whether it said anything that was not known
 */
export async function keepPage(seen: PageSeen): Promise<boolean> {
  const { page, channelId, readAt, readings } = seen;
  const [siteMap, records] = await Promise.all([currentSiteMap(), openRecords()]);
  let isNew = false;
  const noted = (facts: KeptFacts, before: KeptFacts): KeptFacts => {
    isNew ||= !sayTheSame(facts, before);
    return facts;
  };
  await new Stores(records).change(channelId, readAt, (store) => ({
    ...store,
    facts: noted(withLabelled(store.facts, page, 'store', readings, siteMap, readAt), store.facts),
    lastSeen: readAt,
  }));
  const board = boardOf(seen, siteMap);
  if (board) {
    const hasOthers = await new Boards(records).keep({
      version: BOARD_VERSION,
      channelId,
      page,
      at: readAt,
      rows: board,
    });
    isNew ||= hasOthers;
  }
  const rows = rowsByProduct(seen, siteMap);
  const productIds = new Set([...rows.keys(), ...(seen.productId ? [seen.productId] : [])]);
  await new Products(records).changeMany(channelId, [...productIds], (product) => {
    const own =
      product.productId === seen.productId ? withProductPage(product.facts, seen, siteMap) : product.facts;
    const facts = (rows.get(product.productId) ?? []).reduce(
      (kept, [list, entry]) => withListed(kept, page, list, entry, siteMap, readAt),
      own,
    );
    return { ...product, facts: noted(facts, product.facts) };
  });
  return isNew;
}

/** Keeps what a page said; of what was not known everyone hears. */
export async function notePage(seen: PageSeen): Promise<null> {
  if (await keepPage(seen)) await announceChange();
  return null;
}
