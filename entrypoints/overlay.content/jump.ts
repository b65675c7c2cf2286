import { browser } from 'wxt/browser';
import { newHost } from '../../utils/dom/host.ts';
import { later } from '../../utils/dom/later.ts';
import { markStrip, STRIP_TAG } from '../../utils/dom/strip.ts';
import type { TabMessage } from '../../utils/messaging/tab.ts';
import { PRODUCT_ID } from '../../utils/site/pages.ts';

export const SAID_TAG = 'ml-said';

/** So long a row stays marked. */
const MARKED_MS = 6000;

/** After so long the rows around have their heights. */
const SETTLE_MS = 150;

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

const isTabMessage = (message: unknown): message is TabMessage =>
  typeof message === 'object' &&
  message !== null &&
  'managedLens' in message &&
  message.managedLens === 'row.show' &&
  'productId' in message &&
  typeof message.productId === 'string' &&
  PRODUCT_ID.test(message.productId);

const isOwn = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('/')) ?? false);

/** Says politely which row is meant, to whoever does not see it. */
function say(text: string): HTMLElement {
  const host = newHost(SAID_TAG, 'said');
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.style.cssText = 'position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)';
  host.shadowRoot?.append(line);
  document.body.append(host);
  // A region speaks of what comes into it, not of what it comes with.
  requestAnimationFrame(() => {
    line.textContent = text;
  });
  return host;
}

let end: (() => void) | undefined;

/** Brings the strip of a product into view, and its row with it. */
function show(productId: string): boolean {
  const strip = document.querySelector<HTMLElement>(`${STRIP_TAG}[data-ml-key="${productId}"]`);
  end?.();
  if (!strip) return false;
  // To see hundreds of rows fly by helps nobody.
  const scroll = (): void => strip.scrollIntoView({ block: 'center', behavior: 'instant' });
  scroll();
  // The strips around it are drawn only now, and push it on.
  const again = later(scroll, SETTLE_MS);
  const unmark = markStrip(strip);
  const said = say(strip.shadowRoot?.firstElementChild?.getAttribute('aria-label') ?? productId);
  const timer = later(() => end?.(), MARKED_MS);
  end = () => {
    clearTimeout(timer);
    clearTimeout(again);
    end = undefined;
    unmark();
    said.remove();
  };
  return true;
}

/** Answers the extension's own pages that ask for a product's row. */
export function listenToJumps(signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender): Promise<{ shown: boolean }> | undefined =>
    isTabMessage(message) && isOwn(sender) ? Promise.resolve({ shown: show(message.productId) }) : undefined;
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
