// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftNote, keepLeftDrafts } from '../../../entrypoints/popup/checklist/notes.ts';
import { send } from '../../../utils/messaging/send.ts';

vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn(async () => null) }));

const RULE = 'merge.document-commitment-letter';
const sent = () => vi.mocked(send).mock.calls.map(([, payload]) => payload);
const faults = vi.fn();
const type = (text: string) => draftNote('1', RULE, text, faults);
const wait = () => vi.advanceTimersByTimeAsync(300);

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  localStorage.clear();
});

describe('a note that is being typed', () => {
  it('is sent when the typing pauses, and once', async () => {
    for (const text of ['a', 'as', 'ask']) type(text);
    expect(sent()).toEqual([]);
    await wait();
    expect(sent()).toEqual([{ channelId: '1', rule: RULE, text: 'ask' }]);
    await keepLeftDrafts(faults);
    expect(sent()).toHaveLength(1);
  });

  it('is sent by the next popup where this one was closed before', async () => {
    type('half a sen');
    await keepLeftDrafts(faults);
    expect(sent()).toEqual([{ channelId: '1', rule: RULE, text: 'half a sen' }]);
  });

  it('stays where it could not be kept, the fault is told, and it is sent again', async () => {
    vi.mocked(send).mockRejectedValueOnce(new Error('the disk is full'));
    type('ask');
    await wait();
    expect(faults).toHaveBeenCalledExactlyOnceWith(new Error('the disk is full'));
    await keepLeftDrafts(faults);
    expect(sent().at(-1)).toEqual({ channelId: '1', rule: RULE, text: 'ask' });
  });

  it('never overtakes what was typed before it, and what is typed meanwhile is not forgotten', async () => {
    let arrive = (): void => {};
    vi.mocked(send).mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          arrive = () => resolve(null as never);
        }),
    );
    type('a');
    await wait();
    type('ab');
    await wait();
    expect(sent()).toHaveLength(1);
    arrive();
    await vi.runAllTimersAsync();
    expect(sent().map((payload) => (payload as { text: string }).text)).toEqual(['a', 'ab']);
    expect(localStorage.length).toBe(0);
  });
});
