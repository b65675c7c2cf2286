/** How an element is shown; in Firefox a document that is being left knows no styles, and all of them are empty. */
export function styleOf(element: Element): CSSStyleDeclaration {
  try {
    return getComputedStyle(element) ?? document.createElement('i').style;
  } catch {
    return document.createElement('i').style;
  }
}
