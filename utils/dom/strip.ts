import type { Verdict } from '../features/judgement.ts';
import type { ChipView } from '../features/present.ts';
import { sharedSheet } from './sheet.ts';
import { SIGNS } from './signs.ts';
import css from './strip.css?inline';
import type { Theme } from './theme.ts';

/** Not a name of HTML's and none that a page would style. */
export const STRIP_TAG = 'ml-strip';

/** What a strip shows: texts only. */
export interface StripView {
  label: string;
  chips: readonly ChipView[];
}

const SVG = 'http://www.w3.org/2000/svg';

const sheet = sharedSheet(css);

function newChip(): HTMLButtonElement {
  const button = document.createElement('button');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.append(svg, document.createElement('span'), ' ', document.createElement('b'));
  return button;
}

const templates = new Map<number, HTMLElement>();

/** A toolbar of as many empty chips; only the first is a tab stop, the arrow keys lead to the others. */
function newToolbar(chips: number): HTMLElement {
  let toolbar = templates.get(chips);
  if (!toolbar) {
    toolbar = document.createElement('div');
    toolbar.setAttribute('role', 'toolbar');
    toolbar.append(...Array.from({ length: chips }, newChip));
    const [first] = toolbar.children;
    if (first instanceof HTMLElement) first.tabIndex = 0;
    templates.set(chips, toolbar);
  }
  return toolbar.cloneNode(true) as HTMLElement;
}

const setAttribute = (element: Element | null, name: string, value: string): void => {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const setText = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};

/** The signs' paths are the extension's own; everything from the page or the rules is set as text. */
function fillChip(button: Element, { chip, verdict, word, detail = '', label }: ChipView): void {
  setAttribute(button, 'data-ml-chip', chip);
  setAttribute(button, 'data-ml-verdict', verdict);
  setAttribute(button, 'aria-label', label);
  setAttribute(button.querySelector('path'), 'd', SIGNS[verdict as Verdict]);
  setText(button.querySelector('span'), word);
  setText(button.querySelector('b'), detail);
}

/** A new strip for a row, not yet in the page. */
export function newStrip(): HTMLElement {
  const host = document.createElement(STRIP_TAG);
  host.setAttribute('data-ml', 'row');
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
  return host;
}

/** Brings a strip to what it should show, writing only what differs. */
export function fillStrip(host: HTMLElement, key: string, view: StripView, theme: Theme): void {
  const root = host.shadowRoot;
  if (!root) return;
  if (root.firstElementChild?.childElementCount !== view.chips.length) {
    root.replaceChildren(newToolbar(view.chips.length));
  }
  const toolbar = root.firstElementChild;
  setAttribute(host, 'data-ml-key', key);
  setAttribute(host, 'data-theme', theme);
  setAttribute(toolbar, 'aria-label', `${view.label} ${key}`);
  view.chips.forEach((chip, index) => {
    const button = toolbar?.children[index];
    if (button) fillChip(button, chip);
  });
}
