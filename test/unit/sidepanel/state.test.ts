// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { send } from '../../../utils/messaging/send.ts';
import { EARLIER, ENTRY } from '../components/audit/support.ts';
import { fakeDesk, OVERVIEW } from './support.ts';

const held = vi.hoisted(() => ({ desk: undefined as unknown }));

vi.mock('../../../entrypoints/sidepanel/desk.ts', () => ({
  get desk() {
    return held.desk;
  },
}));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));

let state: typeof import('../../../entrypoints/sidepanel/state.ts');

beforeEach(async () => {
  vi.resetModules();
  vi.mocked(send).mockResolvedValue(OVERVIEW as never);
  held.desk = fakeDesk([ENTRY, EARLIER, { ...ENTRY, id: 'theirs', isReceived: true }]);
  state = await import('../../../entrypoints/sidepanel/state.ts');
});

it.each([
  ['the audit that is named, also an earlier one', EARLIER.id, EARLIER.id],
  ['one that was received', 'theirs', 'theirs'],
  ["the store's own latest where none is named", undefined, ENTRY.id],
  ["the store's own latest where the one that is named is gone", 'gone', ENTRY.id],
])('a panel opens %s', async (_, id, expected) => {
  await state.openStore(ENTRY.channelId, id);
  expect(state.audit.value?.entry.id).toBe(expected);
});
