/** What a press of the pointer sets off, of which none is the page's while a person picks. */
const PRESSES = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'],
  ...['touchstart', 'touchend', 'dragstart'],
];

interface Picking {
  /** Ours, which goes on hearing what is done in it. */
  host: HTMLElement;
  /** Follows the pointer; stands in a fixed place and takes no press. */
  outline: HTMLElement;
  onPick(element: Element): void;
}

/** The page's element: what of ours stands in it is not meant. */
const pageElement = ({ target }: Event): Element | null => {
  const element = target instanceof Element ? target : null;
  return element?.closest('[data-ml]')?.parentElement ?? element;
};

function drawAround(outline: HTMLElement, element: Element | null): void {
  outline.hidden = !element;
  if (!element) return;
  const { left, top, width, height } = element.getBoundingClientRect();
  Object.assign(outline.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
}

/**
 * Lets a person pick an element of the page: an outline follows the pointer, and the click is kept from the page.
 * What scripts of the page press is neither a pick nor held up.
 */
export function pick({ host, outline, onPick }: Picking, signal: AbortSignal): void {
  const isOurs = ({ target }: Event): boolean => target === host;
  let pointed: Element | null = null;
  const point = (element: Element | null): void => {
    pointed = element;
    drawAround(outline, element);
  };
  const onMove = (event: Event): void => point(isOurs(event) ? null : pageElement(event));
  const onPress = (event: Event): void => {
    if (!event.isTrusted || isOurs(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const element = event.type === 'click' ? pageElement(event) : null;
    if (element) onPick(element);
  };
  const capture = { capture: true, passive: false, signal };
  addEventListener('pointermove', onMove, capture);
  addEventListener('scroll', () => drawAround(outline, pointed?.isConnected ? pointed : null), capture);
  for (const type of PRESSES) addEventListener(type, onPress, capture);
  signal.addEventListener('abort', () => point(null), { once: true });
}
