import { browser } from 'wxt/browser';
import { openAuditPanel } from '../../utils/audit/panel.ts';

/** As the manifest names it; Firefox opens its sidebar by itself. */
const COMMAND = 'open-audit';

/** Opens the audit beside the page when its keys are pressed. */
export function watchPanelKeys(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command !== COMMAND || tab?.windowId === undefined) return;
    openAuditPanel(tab.windowId).catch((error: unknown) => console.error('ManagedLens: audit', error));
  });
}
