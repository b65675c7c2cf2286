import type { Audit, AuditedProduct, SeenPage } from './audit.ts';

/** A product of an earlier audit that this one has not come across. */
export type NotSeen = Pick<AuditedProduct, 'productId' | 'title' | 'page'> & { lastSeen: string };

/** What an audit came across, as far as it matters to a later one. */
export interface SeenProducts {
  channelId: string;
  products: Record<string, Pick<AuditedProduct, 'productId' | 'title' | 'page' | 'seenAt'>>;
}

/** How much of a store was seen. */
export interface Coverage {
  /** Numbers of pages, in order: seen with all their rows, and with some. */
  pagesSeen: number[];
  pagesPartly: number[];
  pagesMissing: number[];
  /** `null` where no page said how many there are. */
  pages: number | null;
  /** Products that were seen, and how many the list says it has: the most that its pages said when seen last. */
  products: number;
  total: number | null;
  /** Rows of the seen pages, also of those that name no place, of which it is in doubt whose product they show. */
  unread: number;
  /** Products of earlier audits that were not seen, by ID, and until when every one of them was not. */
  notSeen: NotSeen[];
  notSeenSince: string | null;
  /** Every page was seen and every row read; `false` also where that can't be said. */
  isWhole: boolean;
}

/** In one word: every page was seen and every product known from before, the list alone, or less. */
export const sightOf = ({ isWhole, notSeen }: Coverage): 'all' | 'list' | 'part' => {
  if (!isWhole) return 'part';
  return notSeen.length > 0 ? 'list' : 'all';
};

const rowsOf = ({ of, size }: SeenPage): number => (of ?? 0) * (size ?? 1);

/**
 * A filter, a tab or another number of rows a page makes another list, whose page 1 is not this one's. A twentieth
 * more or less does not: products come and go while a list is paged through.
 */
function isOfOneList(one: SeenPage, other: SeenPage): boolean {
  const isOfOneLength = one.of === other.of;
  if (one.size !== other.size) return false;
  if (one.total === null || other.total === null) return isOfOneLength;
  const isNear = Math.abs(one.total - other.total) <= Math.max(1, one.total / 20);
  return isNear && (isOfOneLength || one.size !== null);
}

/** The pages of one and the same list: the longest that was seen, each as it was seen last, and none that is gone. */
function longestList(pages: readonly SeenPage[]): SeenPage[] {
  const longestFirst = pages
    .filter(({ number }) => number !== null)
    .sort((a, b) => rowsOf(b) - rowsOf(a) || (b.of ?? 0) - (a.of ?? 0) || (b.total ?? 0) - (a.total ?? 0));
  const [longest] = longestFirst;
  if (!longest) return [];
  const latestFirst = longestFirst
    .filter((page) => isOfOneList(longest, page))
    .sort((a, b) => b.seenAt.localeCompare(a.seenAt));
  const last = latestFirst[0]?.of ?? Number.POSITIVE_INFINITY;
  const latest = new Map(latestFirst.toReversed().map((page) => [page.number, page]));
  return latestFirst.filter((page) => latest.get(page.number) === page && (page.number ?? 0) <= last);
}

const numbers = (pages: readonly SeenPage[]): number[] =>
  pages.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);

/** Whether rows are still to come: the list says how many a page has, and how many are left for the last one. */
function isPartly({ number, of, size, total, rows, unread }: SeenPage): boolean {
  if (number === null || size === null) return false;
  const left = total === null ? (number === of ? 1 : size) : total - (number - 1) * size;
  return rows + unread < Math.min(size, left);
}

/** Products of earlier audits of the store that were not seen in this one, as they were last seen. */
export function notSeenIn({ channelId, products }: Audit, earlier: readonly SeenProducts[]): NotSeen[] {
  const last = new Map<string, NotSeen>();
  for (const audit of earlier) {
    if (audit.channelId !== channelId) continue;
    for (const { productId, title, page, seenAt } of Object.values(audit.products)) {
      const isLater = seenAt > (last.get(productId)?.lastSeen ?? '');
      if (!products[productId] && isLater) last.set(productId, { productId, title, page, lastSeen: seenAt });
    }
  }
  return [...last.values()].sort((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** @param earlier audits of the same store that are kept */
export function coverageOf(audit: Audit, earlier: readonly SeenProducts[] = []): Coverage {
  const list = longestList(Object.values(audit.pages));
  const pages = list[0]?.of ?? null;
  const pagesPartly = numbers(list.filter(isPartly));
  const pagesSeen = numbers(list.filter((page) => !isPartly(page)));
  const all = Array.from({ length: pages ?? 0 }, (_, index) => index + 1);
  const pagesMissing = all.filter((number) => !pagesSeen.includes(number) && !pagesPartly.includes(number));
  const products = Object.keys(audit.products).length;
  const totals = list.flatMap((page) => page.total ?? []);
  const total = totals.length > 0 ? Math.max(...totals) : null;
  const unplaced = Object.values(audit.pages).filter(({ number }) => number === null);
  const unread = [...list, ...unplaced].reduce((sum, page) => sum + page.unread, 0);
  const notSeen = notSeenIn(audit, earlier);
  return {
    pagesSeen,
    pagesPartly,
    pagesMissing,
    pages,
    products,
    total,
    unread,
    notSeen,
    notSeenSince:
      notSeen
        .map(({ lastSeen }) => lastSeen)
        .sort()
        .at(-1) ?? null,
    isWhole:
      pages !== null && pagesSeen.length === pages && unread === 0 && total !== null && products >= total,
  };
}
