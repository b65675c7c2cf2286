import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchOpenTabs } from '../../../entrypoints/background/open-tabs.ts';

const { executeScript, query, listeners } = vi.hoisted(() => ({
  executeScript: vi.fn(),
  query: vi.fn(),
  listeners: {
    installed: (_: { reason: string }): void => undefined,
    added: (_: { origins?: string[] }): void => undefined,
  },
}));

const HOSTS = ['https://csp.aliexpress.com/*'];

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      getManifest: () => ({
        content_scripts: [{ matches: ['https://csp.aliexpress.com/*'], js: ['overlay.js'] }],
      }),
      onInstalled: { addListener: (heard: typeof listeners.installed) => (listeners.installed = heard) },
    },
    permissions: { onAdded: { addListener: (heard: typeof listeners.added) => (listeners.added = heard) } },
    tabs: { query },
    scripting: { executeScript },
  },
}));

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue([]);
  query.mockReset().mockResolvedValue([{ id: 3 }, { id: 5 }]);
  vi.stubEnv('CHROME', 'true');
  watchOpenTabs();
});

afterEach(() => vi.unstubAllEnvs());

const injected = (): number[] => executeScript.mock.calls.map(([{ target }]) => target.tabId);

describe('open pages of the seller centre', () => {
  it.each(['install', 'update'])('are given the content script after an %s', async (reason) => {
    listeners.installed({ reason });
    await vi.waitFor(() => expect(injected()).toEqual([3, 5]));
    expect(query).toHaveBeenCalledExactlyOnceWith({ url: HOSTS, discarded: false });
    expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 3 }, files: ['overlay.js'] });
  });

  it('are given it when access to them is given back', async () => {
    listeners.added({ origins: HOSTS });
    await vi.waitFor(() => expect(injected()).toEqual([3, 5]));
  });

  it('are left alone where a permission of another kind comes, or only the browser is new', () => {
    listeners.added({});
    listeners.installed({ reason: 'chrome_update' });
    expect(query).not.toHaveBeenCalled();
  });

  it('are left alone in Firefox, which brings it by itself', () => {
    vi.stubEnv('CHROME', '');
    listeners.installed({ reason: 'update' });
    expect(query).not.toHaveBeenCalled();
  });

  it('are served where they can be, though one is denied, and no fault is made of it', async () => {
    const error = vi.spyOn(console, 'error');
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    listeners.installed({ reason: 'update' });
    await vi.waitFor(() => expect(injected()).toEqual([3, 5]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(error).not.toHaveBeenCalled();
  });
});
