// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=1234567"}
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import script from '../../../entrypoints/overlay.content/index.ts';

const { send, kept, heard } = vi.hoisted(() => ({
  send: vi.fn(),
  kept: {} as Record<string, unknown>,
  heard: new Set<(changes: Record<string, unknown>) => void>(),
}));

vi.mock('../../../utils/messaging/send.ts', () => ({ send }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { onMessage: { addListener: () => undefined, removeListener: () => undefined } },
    storage: {
      local: {
        get: async () => ({ ...kept }),
        set: async (changes: Record<string, unknown>) => {
          Object.assign(kept, changes);
          for (const listener of heard) listener(changes);
        },
        onChanged: { addListener: (listener: () => void) => heard.add(listener) },
      },
    },
  },
}));

const { siteMap } = JSON.parse(readFileSync('public/rules/pack.json', 'utf8'));

const chip = { chip: 'merge', verdict: 'unknown', word: 'Merge', label: 'Merge: unknown' };

const ANSWERS: Record<string, (payload: { rows: unknown[] }) => unknown> = {
  'overlay.start': () => ({ siteMap }),
  'pause.text': () => 'paused',
  'rows.judge': ({ rows }) => ({ label: 'verdicts', chips: [chip], rows: rows.map(() => [0]) }),
};

let end: AbortController;

/** What the content script has of WXT. */
const context = (): ContentScriptContext =>
  ({
    signal: end.signal,
    get isInvalid() {
      return end.signal.aborted;
    },
    get isValid() {
      return !end.signal.aborted;
    },
    onInvalidated: (callback: () => void) => end.signal.addEventListener('abort', callback),
    addEventListener: (target: EventTarget, type: string, listener: () => void, options: object) =>
      target.addEventListener(type, listener, { ...options, signal: end.signal }),
    setTimeout: (callback: () => void, after: number) => setTimeout(callback, after),
  }) as unknown as ContentScriptContext;

function addRow(productId: string): void {
  const row = document.createElement('tr');
  row.setAttribute('data-row-key', productId);
  row.innerHTML = `<td><b>Cup</b><span>ID: ${productId}</span></td><td><b>USD 3.63</b></td>`;
  document.querySelector('tbody')?.append(row);
}

const strips = (): number => document.querySelectorAll('[data-ml="row"]').length;
const showsStrips = (count: number): Promise<void> => vi.waitFor(() => expect(strips()).toBe(count));
const asked = (): string[] => send.mock.calls.map(([type]) => type);
const twoFrames = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Everything that makes the overlay look at a page: rows, typing, news of facts. */
async function liven(): Promise<void> {
  addRow('1005000000000009');
  document.body.dispatchEvent(new Event('input', { bubbles: true }));
  for (const listener of heard) listener({ edition: 'new' });
  await twoFrames();
}

async function hide(isHidden: boolean): Promise<void> {
  kept.overlayHidden = isHidden;
  for (const listener of heard) listener({ overlayHidden: isHidden });
  await twoFrames();
}

beforeEach(() => {
  end = new AbortController();
  heard.clear();
  for (const key of Object.keys(kept)) delete kept[key];
  send.mockReset().mockImplementation(async (type: string, payload) => ANSWERS[type]?.(payload));
  document.body.innerHTML = '<table><tbody></tbody></table>';
  addRow('1005000000000001');
  addRow('1005000000000002');
});

afterEach(() => end.abort());

describe('the overlay', () => {
  it('reads and asks nothing while it is hidden, and is right when it is shown', async () => {
    await script.main(context());
    await showsStrips(2);
    await hide(true);
    expect(strips()).toBe(0);
    send.mockClear();
    await liven();
    expect(asked()).toEqual([]);
    expect(strips()).toBe(0);
    await hide(false);
    await showsStrips(3);
  });

  it('asks for nothing at all where it is hidden from the start', async () => {
    kept.overlayHidden = true;
    await script.main(context());
    await liven();
    expect(asked()).toEqual([]);
    await hide(false);
    await showsStrips(3);
  });

  it('reads and asks nothing while the page shows a security check, and is back after it', async () => {
    await script.main(context());
    await showsStrips(2);
    const check = document.createElement('div');
    check.className = 'baxia-dialog-mask';
    document.body.append(check);
    await vi.waitFor(() => expect(strips()).toBe(0));
    send.mockClear();
    await liven();
    expect(asked()).toEqual([]);
    expect(document.querySelectorAll('[data-ml]')).toHaveLength(1);
    expect(document.querySelector('[data-ml="notice"]')?.shadowRoot?.textContent).toBe('paused');
    check.remove();
    await showsStrips(3);
    expect(document.querySelector('[data-ml="notice"]')).toBeNull();
  });

  it('stays hidden when a check is over', async () => {
    await script.main(context());
    await showsStrips(2);
    await hide(true);
    const check = document.createElement('div');
    check.className = 'baxia-dialog-mask';
    document.body.append(check);
    await twoFrames();
    check.remove();
    await twoFrames();
    expect(document.querySelectorAll('[data-ml]')).toHaveLength(0);
  });

  it('leaves nothing behind when it is replaced, and hears nothing more', async () => {
    await script.main(context());
    await showsStrips(2);
    end.abort();
    expect(document.querySelectorAll('[data-ml]')).toHaveLength(0);
    send.mockClear();
    await liven();
    await hide(true);
    await hide(false);
    expect(asked()).toEqual([]);
    expect(document.querySelectorAll('[data-ml]')).toHaveLength(0);
  });
});
