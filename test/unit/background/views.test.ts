import { beforeEach, describe, expect, it, vi } from 'vitest';
import { injectViews } from '../../../entrypoints/background/views.ts';
import type { Sender } from '../../../utils/messaging/serve.ts';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));

vi.mock('wxt/browser', () => ({ browser: { scripting: { executeScript } } }));

const sender = (part: object): Sender => ({ id: 'own', ...part }) as Sender;

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue([]);
});

describe('the views', () => {
  it('come into the frame that asks, and into no other', async () => {
    expect(await injectViews(null, sender({ tab: { id: 7 }, frameId: 3 }))).toEqual({ fault: null });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7, frameIds: [3] },
      files: ['/views.js'],
    });
  });

  it('come to no one that is not in a tab', async () => {
    expect(await injectViews(null, sender({}))).toEqual({
      fault: expect.stringContaining('Only a frame of a tab'),
    });
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('say why they could not come', async () => {
    executeScript.mockRejectedValue(new Error('No tab with id: 7.'));
    const { fault } = await injectViews(null, sender({ tab: { id: 7 }, frameId: 0 }));
    expect(fault).toContain('No tab with id: 7.');
  });
});
