import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followSiteMap } from '../../../entrypoints/overlay.content/site-map.ts';
import type { SiteMap } from '../../../utils/rules/site-map.ts';
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
