import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { productOf } from './pages.ts';
import { textRuns } from './text-runs.ts';

type Naming = SiteMap['pages'][string]['productId'];

/**
 * The product that a page is about, by its address and by what the page itself says. Where these name two, it is not
 * known which of them the page's figures are of.
 */
export function productOfPage(url: URL, root: Element, naming: Naming): string | undefined {
  const named = productOf(url);
  if (!naming) return named;
  const shown = textRuns(root).flatMap((text) => whole(naming.text).exec(text)?.[1] ?? []);
  const all = new Set([...(named ? [named] : []), ...shown]);
  return all.size === 1 ? [...all][0] : undefined;
}
