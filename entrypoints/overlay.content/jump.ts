import { browser } from 'wxt/browser';
import { newHost } from '../../utils/dom/host.ts';
import { later } from '../../utils/dom/later.ts';
import type { FoundRow, Strips } from '../../utils/dom/strips.ts';
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

type Rows = Pick<Strips<unknown>, 'find' | 'mark'>;

/** Scrolls to a product's row, by its strip where that stands. */
function scrollTo(productId: string, rows: Rows): FoundRow | undefined {
  const found = rows.find(productId);
  // To see hundreds of rows fly by helps nobody.
  (found?.strip ?? found?.row)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return found;
}

let end: (() => void) | undefined;

/** Brings a product's row into view, and marks its strip for a while. */
function show(productId: string, rows: Rows): boolean {
  end?.();
  const found = scrollTo(productId, rows);
  if (!found) return false;
  rows.mark(productId);
  // The strips around it are put there and drawn only now, and push it on.
  const again = later(() => scrollTo(productId, rows), SETTLE_MS);
  const said = say(found.strip?.shadowRoot?.firstElementChild?.getAttribute('aria-label') ?? productId);
  const timer = later(() => end?.(), MARKED_MS);
  end = () => {
    clearTimeout(timer);
    clearTimeout(again);
    end = undefined;
    rows.mark(undefined);
    said.remove();
  };
  return true;
}

/** Answers the extension's own pages that ask for a product's row. */
export function listenToJumps(rows: Rows, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender): Promise<{ shown: boolean }> | undefined =>
    isTabMessage(message) && isOwn(sender)
      ? Promise.resolve({ shown: show(message.productId, rows) })
      : undefined;
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
