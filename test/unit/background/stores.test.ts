import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addStore, colourStore, nameStore } from '../../../entrypoints/background/stores.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { Stores } from '../../../utils/storage/stores.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const kept = (channelId: string) => new Stores(localRecords()).get(channelId);

beforeEach(() => fakeBrowser.reset());

describe('a store', () => {
  it('is added by hand as one that was not seen yet', async () => {
    await addStore({ channelId: '7', name: ' Second store ' });
    expect(await kept('7')).toMatchObject({ name: 'Second store', lastSeen: '', colour: null });
  });

  it('may be added twice without harm, and one that is there keeps all it has', async () => {
    await addStore({ channelId: '7', name: 'First' });
    await nameStore({ channelId: '7', name: 'Renamed' });
    await colourStore({ channelId: '7', colour: 'teal' });
    await addStore({ channelId: '7', name: 'First' });
    expect(await kept('7')).toMatchObject({ name: 'Renamed', colour: 'teal' });
  });

  it('loses its colour again, and no other its own', async () => {
    await colourStore({ channelId: '7', colour: 'red' });
    await colourStore({ channelId: '8', colour: 'pink' });
    await colourStore({ channelId: '7', colour: null });
    expect([(await kept('7'))?.colour, (await kept('8'))?.colour]).toEqual([null, 'pink']);
  });
});
