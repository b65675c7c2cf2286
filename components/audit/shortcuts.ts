/** What can be done with the findings by one key. */
export const SHORTCUTS = {
  down: ['j', 'ArrowDown'],
  up: ['k', 'ArrowUp'],
  first: ['Home'],
  last: ['End'],
  pageDown: ['PageDown'],
  pageUp: ['PageUp'],
  open: ['Enter'],
  close: ['Escape'],
  jump: ['o'],
  mute: ['m'],
  note: ['n'],
  done: ['d'],
  search: ['/'],
  help: ['?'],
} as const;

export type Shortcut = keyof typeof SHORTCUTS;

/** Those that are told of; how to get about in a list is known. */
export const TOLD = [
  'down',
  'up',
  'open',
  'close',
  'jump',
  'mute',
  'note',
  'done',
  'search',
  'help',
] as const satisfies readonly Shortcut[];

const TYPING = 'input, textarea, select, [contenteditable]';

/** What is pressed by Enter and moved in by arrows itself; letters mean the same there as in the list. */
const PRESSED = 'button, a, summary';

const isLetter = (key: string): boolean => key.length === 1;

/** What a pressed key asks for: nothing while somebody types, and nothing that is another part's own key. */
export function shortcutOf({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): Shortcut | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const element = target instanceof Element ? target : null;
  if (element?.closest('dialog')) return undefined;
  const isTyping = Boolean(element?.closest(TYPING));
  if (isTyping && key !== 'Escape') return undefined;
  if (element?.closest(PRESSED) && !isLetter(key) && key !== 'Escape') return undefined;
  const names = Object.keys(SHORTCUTS) as Shortcut[];
  return names.find((name) => SHORTCUTS[name].some((own) => own === key));
}
