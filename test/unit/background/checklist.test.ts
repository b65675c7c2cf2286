import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteItem, tickItem } from '../../../entrypoints/background/checklist.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { Stores } from '../../../utils/storage/stores.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const RULE = 'merge.document-commitment-letter';
const OTHER = 'merge.document-bank-statements';

const kept = async (channelId = '1') => {
  const { ticks = {}, notes = {} } = (await new Stores(localRecords()).get(channelId)) ?? {};
  return {
    ticks: Object.fromEntries(Object.entries(ticks).map(([rule, { isDone }]) => [rule, isDone])),
    notes: Object.fromEntries(Object.entries(notes).map(([rule, { text }]) => [rule, text])),
  };
};

const tick = (rule: string, isDone: boolean | null) => tickItem({ channelId: '1', rule, isDone });
const note = (rule: string, text: string) => noteItem({ channelId: '1', rule, text });

beforeEach(() => fakeBrowser.reset());

describe('what a person says of the items of a checklist', () => {
  it('is kept of the one store, and taken back, however often it is sent', async () => {
    await tick(RULE, true);
    await tick(RULE, true);
    await tick(OTHER, false);
    expect((await kept()).ticks).toEqual({ [RULE]: true, [OTHER]: false });
    expect(await kept('2')).toEqual({ ticks: {}, notes: {} });
    await tick(RULE, null);
    await tick(RULE, null);
    expect((await kept()).ticks).toEqual({ [OTHER]: false });
  });

  it('of two at once is all kept', async () => {
    await Promise.all([
      tick(RULE, true),
      tick(OTHER, true),
      note(RULE, 'asked Ms Li'),
      note(OTHER, 'by Friday'),
    ]);
    expect(await kept()).toEqual({
      ticks: { [RULE]: true, [OTHER]: true },
      notes: { [RULE]: 'asked Ms Li', [OTHER]: 'by Friday' },
    });
  });

  it('keeps a note to the letter, and none where nothing is left of it', async () => {
    await note(RULE, ' 盖章 \n二份 ');
    expect((await kept()).notes).toEqual({ [RULE]: ' 盖章 \n二份 ' });
    await note(RULE, '  ');
    expect((await kept()).notes).toEqual({});
  });
});
