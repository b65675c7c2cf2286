/** Where what is being typed outlives the popup or the panel: in `localStorage`, by store. */
export const DRAFT = 'draft:';
export const NOTE = 'note:';
export const POOL = 'pool:';
export const FINDING = 'finding:';

/** Remembers a text beyond the page, where there is room. */
export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // It lasts as long as the page.
  }
}

/** Forgets what was being typed of a store that is deleted. */
export function forgetTyping(channelId: string): void {
  const own = [DRAFT, NOTE, POOL, FINDING].map((place) => `${place}${channelId}:`);
  for (const key of Object.keys(localStorage)) {
    if (own.some((prefix) => key.startsWith(prefix))) localStorage.removeItem(key);
  }
}
