import { browser } from 'wxt/browser';
import { channelOf } from '../../utils/site/pages.ts';

/** The store of the tab that the popup was opened over, where its page names one. */
export async function channelOfTab(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return tab?.url ? channelOf(new URL(tab.url)) : undefined;
}
