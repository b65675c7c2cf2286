import type { Translator } from '../../i18n/translate.ts';
import type { PageKind } from '../../site/pages.ts';
import type { Subject } from '../judgement.ts';
import { type PanelSeen, publishPanel } from './publish.ts';
import type { PanelView } from './view.ts';

type Panel = (subject: Subject, seen: PanelSeen, t: Translator) => PanelView;

/** The pages that have a panel of their own. */
const PANELS: Partial<Record<PageKind, Panel>> = { publish: publishPanel };

/** The panel of a page. @throws where the page has none */
export function panelView(page: PageKind, subject: Subject, seen: PanelSeen, t: Translator): PanelView {
  const panel = PANELS[page];
  if (!panel) throw new Error(`There is no panel on ${page}`);
  return panel(subject, seen, t);
}
