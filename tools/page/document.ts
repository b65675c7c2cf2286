import { Window } from 'happy-dom';

/** What a page asks for while it is parsed, and must not be given. */
const settings = {
  disableCSSFileLoading: true,
  disableJavaScriptFileLoading: true,
  disableIframePageLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
};

/** Parses a page as the readers need it: they name the classes of a page as every script in it does. */
export function parsePage(html: string): Document {
  const window = new Window({ settings });
  const { Document, Element, HTMLElement, Node, NodeFilter, Text } = window;
  Object.assign(globalThis, { Document, Element, HTMLElement, Node, NodeFilter, Text });
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}
