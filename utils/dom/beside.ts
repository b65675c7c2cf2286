import { styleOf } from './style.ts';
import { themeAt } from './theme.ts';

const BESIDE_EACH_OTHER = /^(?:inline|contents|table)/;

/** Whether an element lays its children out one below the other. */
function isStack({
  display,
  flexDirection,
  gridTemplateColumns,
  gridAutoFlow,
}: CSSStyleDeclaration): boolean {
  if (display === 'flex') return flexDirection.startsWith('column');
  if (display === 'grid') {
    const tracks = gridTemplateColumns.replace(/\[[^\]]*\]/g, '').trim();
    return !/\s/.test(tracks) && !gridAutoFlow.startsWith('column');
  }
  return !BESIDE_EACH_OTHER.test(display);
}

/** What is narrower than this is a column of something, as the label of a form. */
const LEAST_WIDTH = 320;

/** Tabs and their panels are one thing, which may stick to the screen: nothing of ours can stand inside. */
function tabsOf(anchor: HTMLElement): HTMLElement | undefined {
  const list = anchor.closest<HTMLElement>('[role="tablist"]') ?? undefined;
  for (let holder = list?.parentElement; holder; holder = holder.parentElement) {
    if (holder.querySelector('[role="tabpanel"]')) return holder;
  }
  return list;
}

/**
 * The element around an anchor after which something of ours can stand without becoming a part of a row: one that
 * is wide enough, and whose parent lays its children out one below the other.
 */
function blockAround(anchor: HTMLElement): HTMLElement {
  let block = tabsOf(anchor) ?? anchor;
  for (let parent = block.parentElement; parent && parent !== document.body; parent = block.parentElement) {
    if (isStack(styleOf(parent)) && block.clientWidth >= LEAST_WIDTH) break;
    block = parent;
  }
  return block;
}

const anchors = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Keeps something of ours above or below the block around an anchor; without an anchor it leaves the page. Measures
 * only where the anchor has come or moved: what is in its place costs the page no layout.
 * @param mayPut asked before it is put in or moved
 */
export function keepBeside(
  host: HTMLElement,
  anchor: HTMLElement | undefined,
  side: 'above' | 'below',
  mayPut: () => boolean,
): void {
  if (!anchor) {
    host.remove();
    return;
  }
  if ((host.isConnected && anchors.get(host) === anchor) || !mayPut()) return;
  anchors.set(host, anchor);
  const block = blockAround(anchor);
  // The anchor itself may be a button with bright words on a dark ground.
  const theme = themeAt((block === anchor && block.parentElement) || block);
  // A block that is drawn up over what stands before it would be drawn over this.
  const overlap = Math.max(0, -Number.parseFloat(styleOf(block).marginTop) || 0);
  const { left, width } = anchor.getBoundingClientRect();
  const room = block.getBoundingClientRect();
  host.dataset.theme = theme;
  host.dataset.side = left + width / 2 > room.left + room.width / 2 ? 'end' : 'start';
  host.style.setProperty('--overlap', `${overlap}px`);
  if (side === 'below') block.after(host);
  else block.before(host);
}

/**
 * Keeps something of ours as the first child of the first visible root that lays its children out one below the other.
 * Measures only where it does not stand in one of them.
 */
export function keepFirst(host: HTMLElement, roots: readonly HTMLElement[]): void {
  if (host.isConnected && roots.some((root) => root.firstElementChild === host)) return;
  const root = roots.find((each) => each.checkVisibility() && isStack(styleOf(each))) ?? roots.at(-1);
  if (!root) return;
  host.dataset.theme = themeAt(root);
  root.prepend(host);
}
