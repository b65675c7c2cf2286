import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tickItem } from '../../../entrypoints/background/checklist.ts';
import { keepPool, viewLog, viewMonitor } from '../../../entrypoints/background/monitor.ts';
import { keepPage } from '../../../entrypoints/background/page-read.ts';
import { chooseLanguage } from '../../../utils/storage/settings.ts';
import { resetStorage } from '../storage/support.ts';

vi.mock('wxt/browser', async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  return { browser: fakeBrowser };
});

vi.mock('../../../utils/packs/bundled.ts', async () => {
  const { pack } = await import('../features/support.ts');
  return { bundledPack: async () => pack };
});

const channelId = '2260417';
const POOL = { destinations: ['DE'], epr: null, appliedAt: null };

const changes = async (text = '') => (await viewLog({ channelId, text, most: 50 })).found;
const pools = async () => (await viewMonitor({ channelId })).sections.epr.pools;
const groups = async () => (await viewMonitor({ channelId })).sections.failures.groups;

const board = (...keys: string[]) =>
  keepPage({
    page: 'merge-monitor',
    channelId,
    productId: null,
    readAt: '2026-11-22T08:00:00.000Z',
    readings: [],
    lists: {
      entries: keys.map((key) => ({
        key,
        values: { type: '库存锁定失败', pool: 'P', at: '2026-11-20 08:55' },
      })),
    },
  });

beforeEach(async () => {
  resetStorage();
  await chooseLanguage('en');
});

describe('a pool', () => {
  it('is kept once, however often it is sent, and goes again', async () => {
    await keepPool({ channelId, poolId: 'POOL-1', pool: POOL });
    await keepPool({ channelId, poolId: 'POOL-1', pool: POOL });
    expect((await pools()).map(({ id }) => id)).toEqual(['POOL-1']);
    expect(await changes()).toBe(1);
    await keepPool({ channelId, poolId: 'POOL-1', pool: null });
    await keepPool({ channelId, poolId: 'POOL-1', pool: null });
    expect(await pools()).toEqual([]);
    expect(await changes()).toBe(2);
  });
});

describe('a board of failures', () => {
  it('is kept as it was last seen, and is news only where it shows others', async () => {
    expect(await board('SC1', 'SC2')).toBe(true);
    expect(await board('SC1', 'SC2')).toBe(false);
    expect((await groups())[0]?.count).toBe(2);
    expect(await board('SC2')).toBe(true);
    expect((await groups())[0]?.count).toBe(1);
    expect(await board()).toBe(true);
    expect(await groups()).toEqual([]);
  });

  it('has its checks answered, and the answer taken back', async () => {
    await board('SC1');
    const answer = async () =>
      (await groups())[0]?.steps.find(({ question }) => question?.check === 'merge.triage-wms-push')?.question
        ?.answer;
    const say = (isDone: boolean | null) => tickItem({ channelId, rule: 'merge.triage-wms-push', isDone });
    await say(true);
    await say(true);
    expect(await answer()).toBe(true);
    await say(null);
    expect(await answer()).toBeNull();
    expect(await changes('WMS')).toBe(2);
  });
});
