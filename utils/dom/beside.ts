/** Elements whose children stand side by side, or whose boxes are not their own. */
const LAID_IN_ROWS = /^(?:inline|flex|grid|contents|table)/;

const laysInRows = (element: Element): boolean => LAID_IN_ROWS.test(getComputedStyle(element).display);

/** What is narrower than this is a column of something, as the label of a form. */
const LEAST_WIDTH = 320;

/**
 * The element around an anchor after which something of ours can stand without becoming a part of a row: one that
 * is wide enough, and whose parent lays its children out one below the other.
 */
export function blockAround(anchor: HTMLElement): HTMLElement {
  let block = anchor;
  for (let parent = block.parentElement; parent && parent !== document.body; parent = block.parentElement) {
    if (!laysInRows(parent) && block.clientWidth >= LEAST_WIDTH) break;
    block = parent;
  }
  return block;
}

const anchors = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Keeps something of ours above or below the block around an anchor; without an anchor it leaves the page. Measures
 * only where the anchor has come or moved: what is in its place costs the page no layout.
 */
export function keepBeside(
  host: HTMLElement,
  anchor: HTMLElement | undefined,
  side: 'above' | 'below',
): void {
  if (!anchor) {
    host.remove();
    return;
  }
  if (host.isConnected && anchors.get(host) === anchor) return;
  anchors.set(host, anchor);
  const block = blockAround(anchor);
  if (side === 'below') {
    block.after(host);
    return;
  }
  // A block that is drawn up over what stands before it would be drawn over this.
  const overlap = Math.max(0, -Number.parseFloat(getComputedStyle(block).marginTop) || 0);
  host.style.setProperty('--overlap', `${overlap}px`);
  block.before(host);
}

/**
 * Keeps something of ours as the first child of the first visible root that lays its children out one below the other.
 * Measures only where it does not stand in one of them.
 */
export function keepFirst(host: HTMLElement, roots: readonly HTMLElement[]): void {
  if (host.isConnected && roots.some((root) => root.firstElementChild === host)) return;
  (roots.find((root) => root.checkVisibility() && !laysInRows(root)) ?? roots.at(-1))?.prepend(host);
}
