import { whole } from './expression.ts';

/** The element that shows exactly a text that a pattern matches: a button, a label, a heading. */
export function elementSaying(root: Element, pattern: string): HTMLElement | undefined {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    if (text !== '' && node.parentElement && whole(pattern).test(text)) return node.parentElement;
  }
  return undefined;
}
