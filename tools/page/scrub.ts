import type { SiteMap } from '../../utils/rules/site-map.ts';
import { MadeUp } from './made-up.ts';
import { PlatformWords } from './words.ts';

/** What no reader looks at, and what may hold anything. */
const DROPPED = [
  ...['head', 'script', 'style', 'link', 'meta', 'noscript', 'template', 'base'],
  ...['iframe', 'object', 'embed', 'img', 'picture', 'video', 'audio', 'canvas', 'svg'],
  ...['input[type="hidden"]', '[data-ml]'],
].join();

const FIELDS = 'input, select, textarea, [role="combobox"], [contenteditable]';

/** What stands here names something, and is the platform's; a label with a field in it may name a choice. */
const NAMING = `thead th, dt, legend, label:not(:has(${FIELDS})), [role="tab"], [role="columnheader"], [class*="tabs-tab"]`;

/** A component may repeat its headings in a row that it only measures by, or stick to the screen with a copy of any row. */
const COPIED = 'tr[aria-hidden="true"]';

/** Attributes whose values are words of HTML. */
const PLAIN = new Set(
  'role type scope colspan rowspan aria-hidden aria-selected aria-busy aria-expanded hidden disabled checked contenteditable'.split(
    ' ',
  ),
);

/** Attributes that name elements, this one or others. */
const NAMES = new Set(['id', 'for', 'aria-labelledby', 'aria-controls']);

interface Scrubber {
  words: PlatformWords;
  /** The words over the page's columns. */
  headings: ReadonlySet<string>;
  madeUp: MadeUp;
  /** All of the site map, as text: what it names stays. */
  map: string;
}

const withoutColon = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[:：]\s*$/, '')
    .trim();

function scrubbedText(text: string, parent: Element, { words, headings, madeUp }: Scrubber): string {
  const shown = withoutColon(text);
  if (shown === '' || words.has(shown)) return text;
  const isNaming = parent.closest(NAMING) || (parent.closest(COPIED) && headings.has(shown));
  if (isNaming && words.areWords(shown)) return text;
  const [, label, rest] = /^([^:：]+[:：]\s*)(.+)$/s.exec(text) ?? [];
  if (label !== undefined && rest !== undefined && words.has(withoutColon(label)))
    return label + madeUp.text(rest);
  return madeUp.text(text);
}

/** What becomes of an attribute; undefined where it is dropped. */
function scrubbedValue(name: string, value: string, { words, madeUp, map }: Scrubber): string | undefined {
  if (name === 'class') return madeUp.digits(value);
  if (PLAIN.has(name)) return /^[a-z0-9-]{0,20}$/.test(value) ? madeUp.digits(value) : undefined;
  if (NAMES.has(name)) return map.includes(`#${value}"`) ? value : madeUp.text(value);
  if (name === 'placeholder') return words.areWords(value.trim()) ? value : madeUp.text(value);
  if (name === 'value') return words.has(value.trim()) ? value : madeUp.text(value);
  return name.startsWith('data-') && map.includes(`[${name}`) ? madeUp.text(value) : undefined;
}

function scrubAttributes(element: Element, scrubber: Scrubber): void {
  for (const { name, value } of [...element.attributes]) {
    const scrubbed = scrubbedValue(name, value, scrubber);
    if (scrubbed === undefined) element.removeAttribute(name);
    else element.setAttribute(name, scrubbed);
  }
}

/**
 * A page without what is a shop's: its structure, classes, roles, headings of columns and labels, and made-up texts of
 * like shape in the place of all others. Scripts, comments, pictures and styles are left out.
 * @param keep texts to keep, because they are the platform's words
 */
export function scrub(
  page: Document,
  siteMap: SiteMap,
  { keep = [], random }: { keep?: readonly string[]; random?: () => number } = {},
): string {
  const root = page.documentElement.cloneNode(true) as Element;
  const words = new PlatformWords(siteMap, keep);
  const headings = [...root.querySelectorAll('thead th')].map(({ textContent }) =>
    withoutColon(textContent ?? ''),
  );
  const scrubber = {
    words,
    headings: new Set(headings),
    madeUp: new MadeUp(root.outerHTML, words.parts, random),
    map: JSON.stringify(siteMap),
  };
  for (const element of root.querySelectorAll(DROPPED)) element.remove();
  const nodes = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const found: CharacterData[] = [];
  while (nodes.nextNode()) found.push(nodes.currentNode as CharacterData);
  for (const node of found) {
    if (!(node instanceof Text)) node.remove();
    else if (node.parentElement) node.data = scrubbedText(node.data, node.parentElement, scrubber);
  }
  for (const element of [root, ...root.querySelectorAll('*')]) scrubAttributes(element, scrubber);
  return `<!doctype html>\n${root.outerHTML}\n`;
}
