/**
 * For `ref` of what a person goes on with after a part of the page was replaced: it takes the focus when it is put in.
 * A keyboard or screen reader would otherwise be back at the top of the page.
 */
export const focusOnce = (element: HTMLElement | null): void => element?.focus();

/** Whether a field that lost the focus was left; a window that is left for another keeps its field to go on with. */
export const isLeft = (field: Element): boolean => document.activeElement !== field;

/** Whether a key ends what is typed into a line; while an input method composes a word, Enter is its own. */
export const isEnter = ({ key, isComposing }: KeyboardEvent): boolean => key === 'Enter' && !isComposing;
