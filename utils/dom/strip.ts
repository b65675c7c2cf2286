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

interface Template {
  toolbar: HTMLElement;
  chips: readonly ChipView[];
}

const templates = new Map<number, Template>();

/** The first toolbar of as many chips: in a list most say the same. */
function templateFor(chips: readonly ChipView[]): Template {
  const known = templates.get(chips.length);
  if (known) return known;
  const toolbar = document.createElement('div');
  toolbar.setAttribute('role', 'toolbar');
  toolbar.append(...chips.map(newChip));
  // Only the first is a tab stop; the arrow keys lead to the others.
  const [first] = toolbar.children;
  if (first instanceof HTMLElement) first.tabIndex = 0;
  fillChips(toolbar, chips, []);
  templates.set(chips.length, { toolbar, chips });
  return { toolbar, chips };
}

function newToolbar(chips: readonly ChipView[]): HTMLElement {
  const template = templateFor(chips);
  const toolbar = template.toolbar.cloneNode(true) as HTMLElement;
  fillChips(toolbar, chips, template.chips);
  return toolbar;
}

/** @param shown what the toolbar shows already */
function fillChips(toolbar: Element, chips: readonly ChipView[], shown: readonly ChipView[]): void {
  chips.forEach((chip, index) => {
    const button = toolbar.children[index];
    if (button && chip !== shown[index]) fillChip(button, chip);
  });
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

/**
 * A new strip for a row, not yet in the page.
 * @param isLong it is one of very many, of which the browser draws only those near what is in sight
 */
export function newStrip(isLong: boolean): HTMLElement {
  const host = document.createElement(STRIP_TAG);
  host.setAttribute('data-ml', 'row');
  host.toggleAttribute('data-long', isLong);
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
  return host;
}

/** Brings a strip to what it should show, writing only what differs. */
export function fillStrip(host: HTMLElement, key: string, view: StripView, theme: Theme): void {
  const root = host.shadowRoot;
  if (!root) return;
  const standing = root.firstElementChild;
  const isOfLength = standing?.childElementCount === view.chips.length;
  const toolbar = isOfLength ? standing : newToolbar(view.chips);
  if (isOfLength) fillChips(toolbar, view.chips, []);
  else root.replaceChildren(toolbar);
  setAttribute(host, 'data-ml-key', key);
  setAttribute(host, 'data-theme', theme);
  setAttribute(toolbar, 'aria-label', `${view.label} ${key}`);
}

/** Makes a strip stand out, or not. */
export function markStrip(host: HTMLElement, isMarked: boolean): void {
  host.toggleAttribute('data-marked', isMarked);
}
