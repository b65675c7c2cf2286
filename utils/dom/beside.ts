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

/**
 * The element around an anchor after which something of ours can stand without becoming a part of a row: one that
 * is wide enough, and whose parent lays its children out one below the other.
 */
function blockAround(anchor: HTMLElement): HTMLElement {
  let block = anchor;
  for (let parent = block.parentElement; parent && parent !== document.body; parent = block.parentElement) {
    if (isStack(getComputedStyle(parent)) && block.clientWidth >= LEAST_WIDTH) break;
    block = parent;
  }
  return block;
}

/** Puts an element of ours beside an anchor: below the block around it, on the side where the anchor is. */
export function putBeside(anchor: HTMLElement, own: HTMLElement): void {
  const block = blockAround(anchor);
  const { left, width } = anchor.getBoundingClientRect();
  const room = block.getBoundingClientRect();
  own.dataset.side = left + width / 2 > room.left + room.width / 2 ? 'end' : 'start';
  block.after(own);
}
