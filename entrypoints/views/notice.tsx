import { render } from 'preact';
import { Notice } from '../../components/Notice.tsx';
import themeCss from '../../components/theme.css?inline';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import type { NoticeHandlers } from '../../utils/dom/views.ts';
import type { NoticeView } from '../../utils/features/health.ts';
import noticeCss from './notice.css?inline';

const sheet = sharedSheet(themeCss + noticeCss);

/** Draws a notice, or brings the one that is drawn up to date. */
export function renderNotice({ shadowRoot }: HTMLElement, view: NoticeView, handlers: NoticeHandlers): void {
  if (!shadowRoot) return;
  shadowRoot.adoptedStyleSheets = [sheet()];
  render(<Notice view={view} handlers={handlers} />, shadowRoot);
}
