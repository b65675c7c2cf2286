import type { SiteMap } from '../../utils/rules/site-map.ts';
import { type Finding, healthOf } from '../../utils/site/health.ts';
import { type Reading, readLabelled } from '../../utils/site/labelled.ts';
import { type Entry, readList } from '../../utils/site/lists.ts';
import type { PageKind } from '../../utils/site/pages.ts';
import { type ProductRow, readProductRow } from '../../utils/site/product-row.ts';
import { kindOfPage } from '../../utils/site/titles.ts';

/** What all readers make of a page, and by which strategies. */
export interface PageRead {
  page: PageKind | null;
  findings: Finding[];
  products: (ProductRow & { title: string })[];
  readings: Reading[];
  lists: Record<string, Entry[]>;
}

function readProducts(root: ParentNode, { productList }: SiteMap): PageRead['products'] {
  const selector = productList.row.strategies.find((strategy) => root.querySelector(strategy));
  const rows = selector === undefined ? [] : [...root.querySelectorAll(selector)];
  return rows.flatMap((row) => {
    const reading = readProductRow(row, productList);
    return reading ? [{ ...reading.product, title: reading.title }] : [];
  });
}

/** Runs every reader over a page at its address. */
export function readPage(page: Document, url: URL, siteMap: SiteMap): PageRead {
  const kind = kindOfPage(url, page, siteMap);
  const map = kind && siteMap.pages[kind];
  return {
    page: kind ?? null,
    findings: kind ? healthOf(page.body, kind, siteMap) : [],
    products: kind === 'product-list' ? readProducts(page, siteMap) : [],
    readings: map ? readLabelled(page.body, map) : [],
    lists: Object.fromEntries(
      Object.entries(map?.lists ?? {}).map(([name, list]) => [name, readList(page, list)]),
    ),
  };
}

/** What is kept of a reading beside a scrubbed page: when the strategies were last seen is the site map's to say. */
export function expectation(address: URL, { findings, ...read }: PageRead): string {
  const outcomes = findings.map(({ seen: _seen, ...finding }) => finding);
  return `${JSON.stringify({ address: address.href, ...read, findings: outcomes }, null, 2)}\n`;
}
