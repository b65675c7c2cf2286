import type { Translator } from '../../i18n/translate.ts';
import type { PageKind } from '../../site/pages.ts';
import type { Subject } from '../judgement.ts';
import { joinPanel } from './join.ts';
import { publishPanel } from './publish.ts';
import type { PanelSeen, PanelView } from './view.ts';

type Panel = (subject: Subject, seen: PanelSeen, t: Translator) => PanelView;

/** The pages that have a panel of their own. */
const PANELS: Partial<Record<PageKind, Panel>> = { publish: publishPanel, 'semi-join': joinPanel };

/** The panel of a page. @throws where the page has none */
export function panelView(page: PageKind, subject: Subject, seen: PanelSeen, t: Translator): PanelView {
  const panel = PANELS[page];
  if (!panel) throw new Error(`There is no panel on ${page}`);
  return panel(subject, seen, t);
}
