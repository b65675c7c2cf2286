/** Where what is being typed outlives the popup: in `localStorage`, by store. */
export const DRAFT = 'draft:';
export const NOTE = 'note:';

/** Forgets what was being typed of a store that is deleted. */
export function forgetTyping(channelId: string): void {
  const own = [`${DRAFT}${channelId}:`, `${NOTE}${channelId}:`];
  for (const key of Object.keys(localStorage)) {
    if (own.some((prefix) => key.startsWith(prefix))) localStorage.removeItem(key);
  }
}
