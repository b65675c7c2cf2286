import { browser } from 'wxt/browser';
import type { Answer } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/serve.ts';

/**
 * Runs the views' script beside the content script that asks, where no script of the page's can reach it. That its
 * tab was closed or went elsewhere meanwhile is the asker's to hear, and no fault of the background's.
 */
export async function injectViews(_: null, { tab, frameId }: Sender): Promise<Answer<'views.load'>> {
  if (tab?.id === undefined || frameId === undefined)
    return { fault: 'Only a frame of a tab can have views' };
  const target = { tabId: tab.id, frameIds: [frameId] };
  return browser.scripting.executeScript({ target, files: ['/views.js'] }).then(
    () => ({ fault: null }),
    (error: unknown) => ({ fault: String(error) }),
  );
}
