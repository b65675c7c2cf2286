import { browser } from 'wxt/browser';
import { openAuditPanel } from '../../utils/audit/panel.ts';
import { wishForAudit } from '../../utils/storage/audit-wish.ts';
import { shown } from './state.ts';

/** Known before it is needed: a browser opens the panel only at once, while the press is fresh. */
let windowId: number | undefined;

void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

/** A popup would lie over the panel; one that is open as a tab stays. */
function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}

/** Opens the audit's panel beside the page, for the popup's store. */
export function openPanel(channelId: string): void {
  if (windowId === undefined) return;
  wishForAudit(windowId, channelId);
  void shown(openAuditPanel(windowId).then(closePopup));
}
