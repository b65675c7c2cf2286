import type { SiteMap } from '../rules/pack.ts';
import { whole } from './expression.ts';
import { PAGE_KINDS, type PageKind, pageKindOf } from './pages.ts';

const HEADINGS = 'h1, h2, h3, h4, [role="heading"], [class*="page-header-heading-title"]';

/** The kind of a page of which nobody has named an address, by the words of its headings. */
export function pageKindByTitle(root: ParentNode, { pages }: SiteMap): PageKind | undefined {
  const headings = [...root.querySelectorAll(HEADINGS)].map(({ textContent }) => textContent?.trim() ?? '');
  return PAGE_KINDS.find((kind) =>
    pages[kind]?.titles?.some((title) => headings.some((heading) => whole(title).test(heading))),
  );
}

/** The kind of a page by its address, else by its headings. */
export const kindOfPage = (url: URL, root: ParentNode, siteMap: SiteMap): PageKind | undefined =>
  pageKindOf(url) ?? pageKindByTitle(root, siteMap);
