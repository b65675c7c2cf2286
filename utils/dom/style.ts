/** How an element is shown; in Firefox a document that is being left knows no styles, and all of them are empty. */
export const styleOf = (element: Element): CSSStyleDeclaration =>
  getComputedStyle(element) ?? document.createElement('i').style;
