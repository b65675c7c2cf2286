/** Where the popup says which store's audit is wanted; the panel of that window takes it. */
const keyOf = (windowId: number): string => `auditWish:${windowId}`;

/** Has the panel of a window, open or opened next, show a store's audit. */
export const wishForAudit = (windowId: number, channelId: string): void =>
  localStorage.setItem(keyOf(windowId), channelId);

/** Takes what was wished for, once. */
export function takeAuditWish(windowId: number): string | undefined {
  const channelId = localStorage.getItem(keyOf(windowId)) ?? undefined;
  localStorage.removeItem(keyOf(windowId));
  return channelId;
}

/** Calls back whenever another page of the extension wishes for an audit in that window. */
export function onAuditWished(windowId: number, callback: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === keyOf(windowId) && newValue !== null) callback();
  });
}
