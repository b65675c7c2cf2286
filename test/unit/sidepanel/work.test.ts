// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../../utils/messaging/send.ts';
import { forgetTyping } from '../../../utils/storage/typing.ts';
import { ENTRY, row } from '../components/audit/support.ts';
import { fakeDesk, OVERVIEW } from './support.ts';

const held = vi.hoisted(() => ({ desk: undefined as unknown }));

vi.mock('../../../entrypoints/sidepanel/desk.ts', () => ({
  get desk() {
    return held.desk;
  },
}));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: {} }));

const ID = 'label.ce/3';

let findings: typeof import('../../../entrypoints/sidepanel/findings.ts');
let work: typeof import('../../../entrypoints/sidepanel/work.ts');

const sent = () => vi.mocked(send).mock.calls.filter(([type]) => type.startsWith('finding.'));

const load = async (): Promise<void> => {
  vi.resetModules();
  const state = await import('../../../entrypoints/sidepanel/state.ts');
  findings = await import('../../../entrypoints/sidepanel/findings.ts');
  work = await import('../../../entrypoints/sidepanel/work.ts');
  state.channelId.value = ENTRY.channelId;
  await state.refresh();
  await vi.waitFor(() => expect(findings.lines.value).toBeDefined());
  await findings.openPart(3, 'mute');
};

beforeEach(async () => {
  localStorage.clear();
  vi.mocked(send)
    .mockReset()
    .mockResolvedValue(OVERVIEW as never);
  held.desk = fakeDesk();
  await load();
});

describe('work on a finding', () => {
  it('goes with the name of whoever does it, who is asked for it once', async () => {
    await work.finish(row(3), true);
    expect(sent()).toEqual([]);
    expect(findings.part.value).toBe('name');
    work.rename(' Li Lei ');
    await work.finish(row(3), true);
    expect(sent()).toEqual([
      ['finding.done', { channelId: '2260417', finding: ID, name: 'Li Lei', isDone: true }],
    ]);
    await load();
    expect(work.name.value).toBe(' Li Lei ');
  });

  it('mutes to the end of the last day, for what the finding is now', async () => {
    work.rename('Li Lei');
    work.drafts.keep(ID, { reason: 'Sold out', expires: '2026-12-31', note: 'Asked' });
    await work.mute(ID, { reason: 'Sold out', lastDay: '2026-12-31' });
    const mute = {
      name: 'Li Lei',
      reason: 'Sold out',
      expires: new Date(2027, 0, 1).toISOString(),
      verdict: 'fail',
      countries: ['DE'],
    };
    expect(sent()).toEqual([['finding.mute', { channelId: '2260417', finding: ID, mute }]]);
    expect(findings.part.value).toBe('card');
    expect(work.drafts.read(ID)).toEqual({ note: 'Asked' });
    await work.mute(ID, null);
    expect(sent().at(-1)).toEqual(['finding.mute', { channelId: '2260417', finding: ID, mute: null }]);
  });

  it('keeps what is typed until it is taken', async () => {
    work.rename('Li Lei');
    work.drafts.keep(ID, { note: 'Asked the factory' });
    vi.mocked(send).mockRejectedValueOnce(new Error('no room'));
    await work.note(ID, 'Asked the factory');
    await load();
    expect(work.drafts.read(ID)).toEqual({ note: 'Asked the factory' });
    await work.note(ID, 'Asked the factory ');
    expect(sent().at(-1)?.[1]).toMatchObject({ finding: ID, text: 'Asked the factory' });
    expect(work.drafts.read(ID)).toEqual({});
  });

  it('reads no draft that it can’t, and none of a store that was deleted', () => {
    localStorage.setItem(`finding:2260417:${ID}`, '{"note":');
    expect(work.drafts.read(ID)).toEqual({});
    work.drafts.keep(ID, { note: 'Asked' });
    forgetTyping('2260417');
    expect(work.drafts.read(ID)).toEqual({});
  });
});
