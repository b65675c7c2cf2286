// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentSiteMap, followSiteMap } from '../../../entrypoints/overlay.content/site-map.ts';
import type { SiteMap } from '../../../utils/rules/site-map.ts';
import { healthOf, lostFields } from '../../../utils/site/health.ts';
import { announceSiteMap } from '../../../utils/storage/edition.ts';
import { resetStorage } from '../storage/support.ts';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../utils/messaging/send.ts', () => ({ send }));

const mapNamed = (name: string): SiteMap => ({ pages: { [name]: { fields: [] } } }) as unknown as SiteMap;

beforeEach(() => {
  resetStorage();
  send.mockReset();
});

describe('the site map that a page asks for', () => {
  const { siteMap }: { siteMap: SiteMap } = JSON.parse(readFileSync('public/rules/pack.json', 'utf8'));
  const noSelector = 'tr[';
  const lost = (map: SiteMap | undefined): string[] | undefined =>
    map && lostFields(healthOf(document.body, 'product-list', map));

  it('is the background’s', async () => {
    send.mockResolvedValue({ siteMap });
    expect(await currentSiteMap()).toEqual(siteMap);
  });

  it('looks past selectors that no browser can read, and what only they found is lost', async () => {
    document.body.innerHTML = `<table><thead><tr><th>商品信息</th><th>零售价</th></tr></thead><tbody>
      <tr data-row-key="1005006123456789"><td>Toy<p>ID: 1005006123456789</p></td><td>USD 3.63</td></tr></tbody></table>`;
    const { productList, pages, securityCheck } = siteMap;
    const added = {
      ...siteMap,
      securityCheck: { ...securityCheck, strategies: [...securityCheck.strategies, noSelector] },
      productList: {
        ...productList,
        row: { ...productList.row, strategies: [noSelector, ...productList.row.strategies] },
        cell: { ...productList.cell, strategies: [noSelector] },
      },
      pages: {
        ...pages,
        orders: {
          fields: [],
          lists: {
            entries: {
              rows: [noSelector],
              key: { name: 'order', value: '.' },
              fields: [],
              seen: '2026-11-22',
            },
          },
        },
      },
    };
    send.mockResolvedValue({ siteMap: added });
    const map = await currentSiteMap();
    expect(lost(map)).toEqual(['cell']);
    expect(map && document.querySelector(map.securityCheck.strategies.join())).toBeNull();
    expect(map && lostFields(healthOf(document.body, 'orders', map))).toEqual(['lists.entries']);
  });
});

describe('the site map of an open tab', () => {
  it('is the last one announced, whichever answer comes first', async () => {
    const answers: ((answer: object) => void)[] = [];
    send.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const siteMap = mapNamed('old');
    const onChange = vi.fn();
    followSiteMap(siteMap, () => false, onChange);
    await announceSiteMap();
    await announceSiteMap();
    answers[1]?.({ siteMap: mapNamed('newest') });
    answers[0]?.({ siteMap: mapNamed('newer') });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(siteMap).toEqual(mapNamed('newest'));
  });

  it('stays as it is where the background can’t be asked, or a newer script has taken over', async () => {
    send.mockRejectedValue(new Error('gone'));
    const siteMap = mapNamed('old');
    let isOver = false;
    followSiteMap(siteMap, () => isOver, vi.fn());
    await announceSiteMap();
    expect(siteMap).toEqual(mapNamed('old'));
    isOver = true;
    await announceSiteMap();
    expect(send).toHaveBeenCalledTimes(1);
  });
});
