import { browser } from 'wxt/browser';
import { channelOf, type PageKind, pageKindOf } from '../site/pages.ts';

/** What a page of the extension asks the overlay of a tab. */
export interface TabMessage {
  managedLens: 'row.show';
  productId: string;
}

/** Brings a product's row into view and marks it for a while. @returns whether the tab's page has such a row */
export async function showRow(tabId: number, productId: string): Promise<{ shown: boolean }> {
  const message: TabMessage = { managedLens: 'row.show', productId };
  const answer: { shown: boolean } | undefined = await browser.tabs
    .sendMessage(tabId, message)
    .catch(() => undefined);
  return { shown: answer?.shown === true };
}

/** The store and kind of page that a tab shows, as its address says; nothing where it is no page of the seller centre. */
export async function pageOf(
  tabId: number,
): Promise<{ channelId: string | null; kind: PageKind | null } | undefined> {
  const { url } = await browser.tabs.get(tabId);
  if (!url || !/^https:\/\/[cg]sp\.aliexpress\.com\//.test(url)) return undefined;
  const address = new URL(url);
  return { channelId: channelOf(address) ?? null, kind: pageKindOf(address) ?? null };
}
