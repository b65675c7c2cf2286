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
  /** Products that were seen, and how many the list says it has. */
  products: number;
  total: number | null;
  /** Rows of the seen pages of which it is in doubt whose product they show. */
  unread: number;
  /** Products of earlier audits that were not seen, by ID, and until when every one of them was not. */
  notSeen: NotSeen[];
  notSeenSince: string | null;
  /** Every page was seen and every row read; `false` also where that can't be said. */
  isWhole: boolean;
}

const rowsOf = ({ of, size }: SeenPage): number => (of ?? 0) * (size ?? 1);

const isOfOneList = (one: SeenPage, other: SeenPage): boolean =>
  one.of === other.of && one.size === other.size;

/**
 * The pages of one and the same list: the longest that was seen. A filter or another number of rows a page makes
 * another list, whose page 1 is not this one's.
 */
function longestList(pages: readonly SeenPage[]): SeenPage[] {
  const numbered = pages.filter(({ number }) => number !== null);
  const [longest] = numbered.toSorted(
    (a, b) => rowsOf(b) - rowsOf(a) || (b.of ?? 0) - (a.of ?? 0) || b.seenAt.localeCompare(a.seenAt),
  );
  return longest ? numbered.filter((page) => isOfOneList(page, longest)) : [];
}

const numbers = (pages: readonly SeenPage[]): number[] =>
  [...new Set(pages.flatMap(({ number }) => number ?? []))].sort((a, b) => a - b);

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
  const total = list.toSorted((a, b) => b.seenAt.localeCompare(a.seenAt))[0]?.total ?? null;
  const unread = list.reduce((sum, page) => sum + page.unread, 0);
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
    isWhole: pages !== null && pagesSeen.length === pages && unread === 0 && products >= (total ?? 0),
  };
}
