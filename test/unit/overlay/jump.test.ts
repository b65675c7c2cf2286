// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToJumps, SAID_TAG } from '../../../entrypoints/overlay.content/jump.ts';
import { fillStrip, newStrip } from '../../../utils/dom/strip.ts';
import type { FoundRow } from '../../../utils/dom/strips.ts';
import { pageOf, showRow } from '../../../utils/messaging/tab.ts';

const OWN = 'moz-extension://own/';
const PRODUCT = '1005000000000001';

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;

const { listeners, tab } = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  tab: { url: undefined as string | undefined, sender: {} as object },
}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'own',
      getURL: (path: string) => OWN.replace(/\/$/, path),
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    tabs: {
      get: async () => ({ url: tab.url }),
      sendMessage: async (_: number, message: unknown) => {
        const answers = [...listeners].flatMap((listener) => listener(message, tab.sender) ?? []);
        if (answers.length === 0) throw new Error('Could not establish connection');
        return answers[0];
      },
    },
  },
}));

let end: AbortController;
let found: FoundRow | undefined;
let marked: string | undefined;

const rows = {
  find: (productId: string) => (productId === PRODUCT ? found : undefined),
  mark: (productId: string | undefined) => {
    marked = productId;
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  tab.sender = { id: 'own', url: `${OWN}sidepanel.html` };
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  document.body.innerHTML = '<table><tbody><tr><td></td></tr></tbody></table>';
  const strip = newStrip(false);
  fillStrip(strip, PRODUCT, { label: 'Verdicts of product', chips: [] }, 'light');
  document.querySelector('td')?.append(strip);
  marked = undefined;
  found = { row: document.querySelector('tr') as Element, strip };
  listenToJumps(rows, end.signal);
});

afterEach(() => {
  end.abort();
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const said = (): string | null | undefined =>
  document.querySelector(SAID_TAG)?.shadowRoot?.querySelector('[role="status"]')?.textContent;

describe('a jump to a row', () => {
  it('brings it into view at once, marks it for a while and says which it is', async () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    expect(await showRow(1, PRODUCT)).toEqual({ shown: true });
    expect(scrolled).toHaveBeenCalledWith({ block: 'center', behavior: 'instant' });
    expect(marked).toBe(PRODUCT);
    expect(said()).toBe(`Verdicts of product ${PRODUCT}`);
    expect(await showRow(1, PRODUCT)).toEqual({ shown: true });
    expect(document.querySelectorAll(SAID_TAG)).toHaveLength(1);
    vi.runAllTimers();
    expect(marked).toBeUndefined();
    expect(document.querySelector(SAID_TAG)).toBeNull();
    expect(document.querySelector('tr')?.outerHTML).not.toContain('style');
  });

  it('is made to a row without a strip, and to its strip once that has come', async () => {
    const scrolled: Element[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolled.push(this);
    });
    const whole = found as FoundRow;
    found = { ...whole, strip: undefined };
    expect(await showRow(1, PRODUCT)).toEqual({ shown: true });
    expect(marked).toBe(PRODUCT);
    expect(said()).toBe(PRODUCT);
    found = whole;
    vi.advanceTimersByTime(1000);
    expect(scrolled).toEqual([whole.row, whole.strip]);
  });

  it('says so where the page has no such row, or nothing listens', async () => {
    expect(await showRow(1, '1005000000000002')).toEqual({ shown: false });
    expect(await showRow(1, '"]')).toEqual({ shown: false });
    end.abort();
    expect(await showRow(1, PRODUCT)).toEqual({ shown: false });
  });

  it.each([
    ['another extension', { id: 'other', url: 'moz-extension://other/a.html' }],
    ['a page of the site', { id: 'own', url: 'https://csp.aliexpress.com/' }],
  ])('is not made for %s', async (_, sender) => {
    tab.sender = sender;
    expect(await showRow(1, PRODUCT)).toEqual({ shown: false });
    expect(marked).toBeUndefined();
  });
});

it('a tab’s page is told by its address, and only the seller centre’s is one', async () => {
  tab.url = 'https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=123';
  expect(await pageOf(1)).toEqual({ channelId: '123', kind: 'product-list' });
  tab.url = 'https://csp.aliexpress.com/m_apps/other';
  expect(await pageOf(1)).toEqual({ channelId: null, kind: null });
  tab.url = 'https://example.com/m_apps/productManage/list-manage?channelId=123';
  expect(await pageOf(1)).toBeUndefined();
});
