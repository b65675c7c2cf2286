import { browser } from 'wxt/browser';
import { logged } from './logged.ts';

/**
 * Brings the content scripts into the pages that are open already; a script of before ends when its successor comes.
 * A page that can't be reached, as one whose host was denied to the extension, stays as it is.
 */
async function bringIn(): Promise<void> {
  for (const { matches, js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: matches ?? [], discarded: false });
    const injections = tabs.flatMap(({ id }) =>
      id === undefined ? [] : browser.scripting.executeScript({ target: { tabId: id }, files: js }),
    );
    await Promise.allSettled(injections);
  }
}

/** Serves open pages without a reload: after an install or update, and when access to their host is given back. */
export function watchOpenTabs(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Firefox does so by itself, and a new Chrome has loaded its pages anew.
    if (import.meta.env.CHROME && reason !== 'chrome_update') logged('open tabs', bringIn());
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) logged('open tabs', bringIn());
  });
}
