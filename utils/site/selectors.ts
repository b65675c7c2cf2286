import type { SiteMap } from '../rules/site-map.ts';

/** Where a site map has selectors of elements; its other strategies are patterns of texts. */
export const SELECTOR_FIELDS: readonly string[] =
  'bar cell content current numbers row rows securityCheck spinner'.split(' ');

/** Finds nothing. It stands where a selector was, so that the others keep their places. */
const NOTHING = ':not(*)';

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

const sound = (selectors: readonly string[]): string[] =>
  selectors.map((text) => (isSelector(text) ? text : NOTHING));

/** The site map with selectors that find nothing where this browser can't read them: to look for one would throw. */
export const withSoundSelectors = (siteMap: SiteMap): SiteMap =>
  JSON.parse(JSON.stringify(siteMap), (key, value) => {
    if (!SELECTOR_FIELDS.includes(key)) return value;
    if (Array.isArray(value)) return sound(value);
    return Array.isArray(value.strategies) ? { ...value, strategies: sound(value.strategies) } : value;
  });
