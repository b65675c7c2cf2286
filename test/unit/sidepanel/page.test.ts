// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ENTRY, row } from '../components/audit/support.ts';

const LIST = 'https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=';

interface Tab {
  id: number;
  url?: string;
  active: boolean;
  /** Products of its page. */
  shows?: string[];
}

const fake = vi.hoisted(() => {
  const tabs: Tab[] = [];
  const heard = new Set<() => void>();
  const listener = { addListener: (callback: () => void) => heard.add(callback) };
  const updated: unknown[] = [];
  return { tabs, heard, updated, listener };
});

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      query: async ({ active }: { active?: boolean }) => fake.tabs.filter((tab) => !active || tab.active),
      get: async (id: number) => fake.tabs.find((tab) => tab.id === id),
      update: async (...update: unknown[]) => fake.updated.push(update),
      sendMessage: async (id: number, { productId }: { productId: string }) => {
        const tab = fake.tabs.find((each) => each.id === id);
        if (!tab?.shows) throw new Error('Could not establish connection');
        return { shown: tab.shows.includes(productId) };
      },
      onActivated: fake.listener,
      onUpdated: { addListener: () => {} },
    },
  },
}));
vi.mock('../../../entrypoints/sidepanel/desk.ts', () => ({ desk: {} }));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));

let page: typeof import('../../../entrypoints/sidepanel/page.ts');

const open = (...tabs: Tab[]): void => {
  fake.tabs.splice(0, fake.tabs.length, ...tabs);
};

beforeEach(async () => {
  vi.resetModules();
  fake.heard.clear();
  fake.updated.length = 0;
  const state = await import('../../../entrypoints/sidepanel/state.ts');
  page = await import('../../../entrypoints/sidepanel/page.ts');
  state.channelId.value = ENTRY.channelId;
});

describe('the page in front', () => {
  it('says which store it is of, and goes with the tabs', async () => {
    open({ id: 1, url: `${LIST}2260583`, active: true });
    await page.followPage();
    expect(page.storeOfPage.value).toBe('2260583');
    open({ id: 1, url: `${LIST}2260417`, active: true });
    for (const callback of fake.heard) callback();
    await vi.waitFor(() => expect(page.storeOfPage.value).toBe('2260417'));
  });

  it.each([
    'https://example.com/?channelId=2260583',
    'chrome-extension://x/sidepanel.html?channelId=2260583',
    undefined,
  ])('says nothing of %s', async (url) => {
    open({ id: 1, active: true, ...(url !== undefined && { url }) });
    await page.followPage();
    expect(page.storeOfPage.value).toBeUndefined();
  });
});

describe('a jump', () => {
  const { productId } = row(1);

  it('marks the row on the page in front', async () => {
    open({ id: 1, url: `${LIST}2260417`, active: true, shows: [productId ?? ''] });
    await page.jump(row(1));
    expect(page.said.value).toBe('Shown on the page.');
    expect(fake.updated).toEqual([]);
  });

  it('brings another tab to the front where the row is there', async () => {
    open(
      { id: 1, url: `${LIST}2260417`, active: true, shows: [] },
      { id: 2, url: `${LIST}2260417`, active: false, shows: [productId ?? ''] },
    );
    await page.jump(row(1));
    expect(fake.updated).toEqual([[2, { active: true }]]);
  });

  it('says where it was, when no page shows it', async () => {
    open({ id: 1, url: `${LIST}2260417`, active: true, shows: [] });
    await page.jump(row(1));
    expect(page.said.value).toContain('Page 7, row 12. Open that page');
  });

  it('never takes another store’s page for the audit’s', async () => {
    open({ id: 1, url: `${LIST}2260583`, active: true, shows: [productId ?? ''] });
    await page.jump(row(1));
    expect(page.said.value).toBe('No product list of this store is open. It was seen here: Page 7, row 12.');
  });
});
