import type { Finding } from './findings.ts';
import type { SeverityId } from './severity.ts';

/** What of the findings is asked for; what is absent restricts nothing. */
export interface FindingFilter {
  severity?: SeverityId;
  rule?: string;
  programme?: string;
  country?: string;
  group?: string;
  /** Words, all of which stand in title, product ID, rule, what it says, or store. */
  text?: string;
}

export type SortKey = 'worst' | 'product' | 'page' | 'rule' | 'seen';

/** Findings made ready to be filtered and sorted again and again. */
export interface FindingIndex {
  findings: readonly Finding[];
  /** Of each finding what is searched. */
  texts: readonly string[];
  /** By key, the places of the findings in that order; made when first asked for. */
  orders: Map<SortKey, Uint32Array>;
}

const searched = (text: string): string => text.normalize('NFKC').toLowerCase();

/** @param says what a finding says in the language of the searcher; the same for all of one rule */
export function indexed(findings: readonly Finding[], says: (finding: Finding) => string): FindingIndex {
  const known = new Map<string, string>();
  const once = (key: string, text: () => string): string => {
    const made = known.get(key) ?? searched(text());
    known.set(key, made);
    return made;
  };
  const texts = findings.map((finding) => {
    const { rule, chip, product, store, channelId, ends } = finding;
    return [
      product ? once(product.productId, () => `${product.productId} ${product.title}`) : '',
      ends ? searched(says(finding)) : once(rule ?? chip, () => `${rule ?? ''} ${says(finding)}`),
      once(`${channelId}/${store}`, () => `${store} ${channelId}`),
    ].join('\n');
  });
  return { findings, texts, orders: new Map() };
}

type Ranked = (finding: Finding) => string | number;

const RANKED: Record<Exclude<SortKey, 'worst' | 'product'>, Ranked> = {
  page: ({ product }) => (product?.page ?? 0) * 1_000_000 + (product?.position ?? 0),
  rule: ({ rule }) => rule ?? '',
  seen: ({ judged }) => judged.seenAt,
};

/** Titles are compared as people do, each only once. */
function titleRanks(findings: readonly Finding[]): Ranked {
  const titles = [...new Set(findings.map(({ product }) => product?.title ?? ''))];
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  const ranks = new Map(titles.sort(compare).map((title, rank) => [title, rank]));
  return ({ product }) => ranks.get(product?.title ?? '') ?? 0;
}

/** Findings that are equal by the key stay in the order they have: the worst first. */
function orderBy(findings: readonly Finding[], key: SortKey): Uint32Array {
  const order = Uint32Array.from(findings, (_, place) => place);
  if (key === 'worst') return order;
  const ranked = findings.map(key === 'product' ? titleRanks(findings) : RANKED[key]);
  return order.sort((a, b) => {
    const [left, right] = [ranked[a] ?? '', ranked[b] ?? ''];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

function orderOf(index: FindingIndex, key: SortKey): Uint32Array {
  const order = index.orders.get(key) ?? orderBy(index.findings, key);
  index.orders.set(key, order);
  return order;
}

const matches = ({ severity, rule, programme, countries, groups }: Finding, filter: FindingFilter): boolean =>
  (filter.severity === undefined || severity.id === filter.severity) &&
  (filter.rule === undefined || rule === filter.rule) &&
  (filter.programme === undefined || programme === filter.programme) &&
  (filter.country === undefined || countries.includes(filter.country)) &&
  (filter.group === undefined || groups.includes(filter.group));

/** The places in `index.findings` of those that are asked for, in the order that is asked for. */
export function select(
  index: FindingIndex,
  filter: FindingFilter = {},
  sort: SortKey = 'worst',
  descending = false,
): number[] {
  const words = searched(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const places: number[] = [];
  for (const place of orderOf(index, sort)) {
    const finding = index.findings[place];
    const text = index.texts[place] ?? '';
    if (!finding || !matches(finding, filter)) continue;
    if (words.every((word) => text.includes(word))) places.push(place);
  }
  return descending ? places.reverse() : places;
}
