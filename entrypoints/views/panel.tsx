import { render } from 'preact';
import { Panel } from '../../components/Panel.tsx';
import reasonsCss from '../../components/reasons.css?inline';
import themeCss from '../../components/theme.css?inline';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import type { PanelHandlers } from '../../utils/dom/views.ts';
import type { PanelView } from '../../utils/features/panels/view.ts';
import panelCss from './panel.css?inline';

const sheet = sharedSheet(themeCss + reasonsCss + panelCss);

/** Draws a panel, or brings the one that is drawn up to date. */
export function renderPanel({ shadowRoot }: HTMLElement, view: PanelView, handlers: PanelHandlers): void {
  if (!shadowRoot) return;
  shadowRoot.adoptedStyleSheets = [sheet()];
  render(<Panel view={view} handlers={handlers} />, shadowRoot);
}
