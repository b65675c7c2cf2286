import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { placeText } from '../../components/audit/texts.ts';
import type { FindingRow } from '../../utils/audit/desk.ts';
import { pageOf, showRow } from '../../utils/messaging/tab.ts';
import { channelId, shown, t } from './state.ts';

/** The store of the page in front, where it is one of the seller centre's that names one. */
export const storeOfPage = signal<string | undefined>(undefined);
/** What came of the last jump. */
export const said = signal('');

interface ListPage {
  tabId: number;
  isActive: boolean;
}

async function look(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = tab?.id === undefined ? undefined : await pageOf(tab.id);
  storeOfPage.value = page?.channelId ?? undefined;
}

/** Keeps `storeOfPage` up to date with the tab in front of the panel. */
export async function followPage(): Promise<void> {
  const again = (): void => void look().catch(() => undefined);
  browser.tabs.onActivated.addListener(again);
  browser.tabs.onUpdated.addListener((_id, { url, status }) => {
    if (url !== undefined || status !== undefined) again();
  });
  await look();
}

/** Open product lists of the store, the one in front first. */
async function listPages(): Promise<ListPage[]> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const pages = await Promise.all(
    tabs.map(async ({ id = -1, active }) => ({ tabId: id, isActive: active, page: await pageOf(id) })),
  );
  return pages
    .filter(({ page }) => page?.kind === 'product-list' && page.channelId === channelId.value)
    .sort((a, b) => Number(b.isActive) - Number(a.isActive));
}

async function find(productId: string, pages: readonly ListPage[]): Promise<boolean> {
  for (const { tabId, isActive } of pages) {
    const answer = await showRow(tabId, productId);
    if (!answer.shown) continue;
    if (!isActive) await browser.tabs.update(tabId, { active: true });
    return true;
  }
  return false;
}

/** Shows a product's row on the page, or says where it was. */
export async function jump(row: FindingRow): Promise<void> {
  const { productId } = row;
  if (productId === null) return;
  const pages = await shown(listPages());
  if (!pages) return;
  const isFound = await shown(find(productId, pages));
  if (isFound) said.value = t.value('auditJumped');
  else
    said.value = t.value(pages.length > 0 ? 'auditJumpElsewhere' : 'auditJumpNoTab', placeText(row, t.value));
}
