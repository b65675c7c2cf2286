import type { SiteMap } from '../../utils/rules/site-map.ts';
import { readAround } from '../../utils/site/lists.ts';
import { productOfPage } from '../../utils/site/page-product.ts';
import { channelOf, type PageKind, pageKindOf, productOf } from '../../utils/site/pages.ts';
import { kindOfPage } from '../../utils/site/titles.ts';

/** The page as its address and its headings tell it. */
export interface Page {
  kind: PageKind | undefined;
  /** What the site map knows of this kind of page. */
  map: SiteMap['pages'][string] | undefined;
  /** What it says once for all its rows. */
  around: Record<string, string>;
  channelId: string | null;
  productId: string | null;
}

/** A document that is being left has no address any more in Firefox, and asking for it may throw. */
export function addressNow(): string | undefined {
  try {
    return location.href || undefined;
  } catch {
    return undefined;
  }
}

/** Tells which page this is; its address is asked for every row, its headings once a batch. */
export class PageWatch {
  readonly #siteMap: SiteMap;
  #href = '';
  #page!: Page;

  constructor(siteMap: SiteMap) {
    this.#siteMap = siteMap;
    this.look();
  }

  /** The page as its headings were at the last look, and its address is now. */
  get page(): Page {
    return this.#href === (addressNow() ?? this.#href) ? this.#page : this.look();
  }

  look(): Page {
    this.#href = addressNow() ?? this.#href;
    const url = new URL(this.#href);
    const kind = kindOfPage(url, document, this.#siteMap);
    const map = kind && this.#siteMap.pages[kind];
    this.#page = {
      kind,
      map,
      around: map?.lists?.entries ? readAround(document.body, map.lists.entries) : {},
      channelId: channelOf(url) ?? null,
      productId: productOfPage(url, document.body, map?.productId) ?? null,
    };
    return this.#page;
  }
}

/** Another page, or another store's or product's: what tells them apart in an address. */
export const placeOf = (address: URL): string =>
  [pageKindOf(address), channelOf(address), productOf(address)].join(' ');

export const now = (): string => new Date().toISOString();
