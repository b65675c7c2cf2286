/**
 * For `ref` of what a person goes on with after a part of the page was replaced: it takes the focus when it is put in.
 * A keyboard or screen reader would otherwise be back at the top of the page.
 */
export const focusOnce = (element: HTMLElement | null): void => element?.focus();
