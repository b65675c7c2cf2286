/** Where the frame is kept: it has to be there before the background is even started. */
export const FRAME = 'frame';

/** What stands around a store's facts, as it was last, in the words of its language. */
export interface Frame {
  lang: string;
  brand: string;
  beside: string;
  loading: string;
  /** The last seen first. */
  stores: { channelId: string; title: string; colour: string }[];
}

/** The frame as it was kept; another version may have kept another. */
function readFrame(): Frame | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(FRAME) ?? 'null');
    return Array.isArray(kept?.stores) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/**
 * Draws the header, and that the rest is coming. The program takes its place when it has something to show.
 * @returns names the store there, once it is known which; `undefined`: the one seen last
 */
export function drawFirst(root: HTMLElement): (channelId: string | undefined) => void {
  const frame = readFrame();
  if (!frame) return () => undefined;
  const { lang, brand, beside, loading, stores } = frame;
  const place = element('small', '');
  document.documentElement.lang = lang;
  root.append(
    element('header', 'bar', element('h1', '', `${brand} `, place)),
    element('p', 'hint loading', loading),
  );
  return (channelId) => {
    const store = stores.find((each) => channelId === undefined || each.channelId === channelId);
    const mark = element('span', 'mark');
    mark.dataset.colour = store?.colour ?? 'none';
    place.append(store ? element('span', 'store-title', mark, store.title) : beside);
  };
}
