import { render } from 'preact';
import { Guard } from '../../components/Guard.tsx';
import reasonsCss from '../../components/reasons.css?inline';
import themeCss from '../../components/theme.css?inline';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import type { GuardView } from '../../utils/features/guards.ts';
import guardCss from './guard.css?inline';

const sheet = sharedSheet(themeCss + reasonsCss + guardCss);

/** Draws a guard, or brings the one that is drawn up to date. */
export function renderGuard({ shadowRoot }: HTMLElement, view: GuardView): void {
  if (!shadowRoot) return;
  shadowRoot.adoptedStyleSheets = [sheet()];
  render(<Guard view={view} />, shadowRoot);
}
