import { beforeEach, describe, expect, it, vi } from 'vitest';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));

vi.mock('../../../utils/messaging/send.ts', () => ({ send }));

const views = { renderCard: vi.fn() };
const world = globalThis as { managedLensViews?: unknown };

/** A document in which nothing was loaded yet. */
async function freshLoad(): Promise<() => Promise<unknown>> {
  vi.resetModules();
  delete world.managedLensViews;
  return (await import('../../../entrypoints/overlay.content/views.ts')).loadViews;
}

const arrive = async (): Promise<{ fault: null }> => {
  world.managedLensViews = views;
  return { fault: null };
};

beforeEach(() => {
  send.mockReset();
});

describe('loading the views', () => {
  it('happens once, for all who ask at once and later', async () => {
    send.mockImplementation(arrive);
    const load = await freshLoad();
    expect(await Promise.all([load(), load()])).toEqual([views, views]);
    expect(await load()).toBe(views);
    expect(send).toHaveBeenCalledExactlyOnceWith('views.load', null);
  });

  it.each([
    ['the background can’t be reached', () => Promise.reject(new Error('gone')), 'gone'],
    ['they can’t be brought', async () => ({ fault: 'the frame was removed' }), 'the frame was removed'],
    ['they did not come all the same', async () => ({ fault: null }), 'did not come'],
  ])('fails where %s, and is tried again by the next who asks', async (_, answer, reason) => {
    send.mockImplementationOnce(answer).mockImplementationOnce(arrive);
    const load = await freshLoad();
    await expect(load()).rejects.toThrow(reason);
    expect(await load()).toBe(views);
  });
});
