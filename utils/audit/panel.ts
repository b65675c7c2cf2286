import { browser } from 'wxt/browser';

/** Of the two, each browser has its own. */
interface Panels {
  sidePanel: { open(where: { windowId: number }): Promise<void> };
  sidebarAction: { open(): Promise<void> };
}

/** Opens the audit beside the page; the browser allows it only while somebody's press of a button or key is fresh. */
export function openAuditPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  return import.meta.env.FIREFOX ? sidebarAction.open() : sidePanel.open({ windowId });
}
