import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { PAGE_KINDS, type PageKind, pageKindOf } from './pages.ts';

const HEADINGS = 'h1, h2, h3, h4, [role="heading"], [class*="page-header-heading-title"]';

/** The kind of a page of which nobody has named an address, by the words of the first heading that tells it. */
export function pageKindByTitle(root: ParentNode, { pages }: SiteMap): PageKind | undefined {
  for (const { textContent } of root.querySelectorAll(HEADINGS)) {
    const heading = textContent?.trim() ?? '';
    const told = PAGE_KINDS.find((kind) => pages[kind]?.titles?.some((title) => whole(title).test(heading)));
    if (told) return told;
  }
  return undefined;
}

/** The kind of a page by its address, else by its headings. */
export const kindOfPage = (url: URL, root: ParentNode, siteMap: SiteMap): PageKind | undefined =>
  pageKindOf(url) ?? pageKindByTitle(root, siteMap);
