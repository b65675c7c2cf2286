import type { SiteMap } from '../rules/site-map.ts';
import { whole } from './expression.ts';
import { readEntry, rowSelectorOf } from './lists.ts';

type PageMap = NonNullable<SiteMap['pages'][string]>;

const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"], [class*="card-head-title"]';

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';

/** The tab that opens a panel: by what it names, else by its place among the others. */
function tabOf(panel: Element): Element | null | undefined {
  const root = panel.ownerDocument;
  const named = panel.getAttribute('aria-labelledby');
  if (named) return root.getElementById(named);
  const panels = [...(panel.parentElement?.children ?? [])].filter(({ role }) => role === 'tabpanel');
  for (let holder = panel.parentElement; holder; holder = holder.parentElement) {
    const tabs = holder.querySelectorAll('[role="tab"]');
    if (tabs.length > 0) return tabs.length === panels.length ? tabs[panels.indexOf(panel)] : undefined;
  }
  return undefined;
}

const stands = (heading: Element, before: Element): boolean =>
  Boolean(heading.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The part of a page that an element stands in: its tab, else the last heading before it. */
function placeOf(element: Element): string {
  const panel = element.closest('[role="tabpanel"]');
  const tab = panel && textOf(tabOf(panel));
  if (tab) return tab;
  for (let holder = element.parentElement; holder; holder = holder.parentElement) {
    const headings = [...holder.querySelectorAll(HEADINGS)].filter((heading) => stands(heading, element));
    if (headings.length > 0) return textOf(headings.at(-1));
  }
  return '';
}

/** By fact or list, the part of the page that its label or its rows stand in; what is not on the page is absent. */
export function placesOf(root: Element, { fields, lists = {} }: PageMap): Record<string, string> {
  const places: Record<string, string> = {};
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    const field = fields.find(({ labels }) => labels.some((label) => whole(label).test(text)));
    if (text !== '' && field && node.parentElement) places[field.fact] ??= placeOf(node.parentElement);
  }
  for (const [name, list] of Object.entries(lists)) {
    const selector = rowSelectorOf(root, list);
    const row =
      selector && [...root.querySelectorAll(selector)].find((candidate) => readEntry(candidate, list));
    if (row) places[name] = placeOf(row);
  }
  return places;
}
