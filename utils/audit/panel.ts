import { browser } from 'wxt/browser';

/** What only Chrome has. */
interface SidePanel {
  sidePanel: { open(where: { windowId: number }): Promise<void> };
}

/** Opens the audit beside the page; the browser allows it only while somebody's press of a button or key is fresh. */
export const openAuditPanel = (windowId: number): Promise<void> =>
  import.meta.env.FIREFOX
    ? browser.sidebarAction.open()
    : (browser as unknown as SidePanel).sidePanel.open({ windowId });
