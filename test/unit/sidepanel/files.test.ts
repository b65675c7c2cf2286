// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LARGEST_SENT } from '../../../utils/audit/export/files.ts';
import { saveFile } from '../../../utils/dom/save.ts';
import { send } from '../../../utils/messaging/send.ts';
import { ENTRY } from '../components/audit/support.ts';
import { type FakeDesk, fakeDesk, OVERVIEW } from './support.ts';

const held = vi.hoisted(() => ({ desk: undefined as unknown }));

vi.mock('../../../entrypoints/sidepanel/desk.ts', () => ({
  get desk() {
    return held.desk;
  },
}));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));
vi.mock('../../../utils/dom/save.ts', () => ({ saveFile: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: {} }));

let desk: FakeDesk;
let state: typeof import('../../../entrypoints/sidepanel/state.ts');
let files: typeof import('../../../entrypoints/sidepanel/files.ts');

const SENT = { ...ENTRY, id: 'theirs', isReceived: true };
const FILE = new File(['{}'], 'a.json');
const aborted = new DOMException('given up', 'AbortError');

beforeEach(async () => {
  vi.resetModules();
  vi.mocked(send)
    .mockReset()
    .mockResolvedValue(OVERVIEW as never);
  desk = fakeDesk([ENTRY, SENT]);
  held.desk = desk;
  state = await import('../../../entrypoints/sidepanel/state.ts');
  files = await import('../../../entrypoints/sidepanel/files.ts');
  state.channelId.value = ENTRY.channelId;
  await state.refresh();
});

describe('a colleague’s file', () => {
  it('is opened: how far it is, then its summary', async () => {
    desk.receive.mockImplementation(async (_file, _name, _language, onProgress) => {
      onProgress(5, 10);
      expect(files.receiving.value).toEqual({ kind: 'receiving', name: 'a.json', done: 5, total: 10 });
      return { id: 'theirs' };
    });
    await files.receiveFiles([FILE]);
    expect(state.audit.value?.entry.id).toBe('theirs');
    expect(state.tab.value).toBe('summary');
    expect(files.receiving.value).toEqual({ kind: 'idle' });
  });

  it('is not mixed with another that is chosen meanwhile', async () => {
    desk.receive.mockImplementation(async () => {
      await files.receiveFiles([FILE]);
      return { id: 'theirs' };
    });
    await files.receiveFiles([FILE]);
    expect(desk.receive).toHaveBeenCalledOnce();
  });

  it.each([
    ['refused', async () => ({ problem: 'It is empty.' }), { kind: 'refused', problem: 'It is empty.' }],
    ['given up', () => Promise.reject(aborted), { kind: 'cancelled' }],
    ['lost', () => Promise.reject(new Error('out of memory')), { kind: 'refused', problem: 'out of memory' }],
  ])('that is %s leaves the open audit open', async (_, answer, expected) => {
    desk.receive.mockImplementation(answer);
    await files.receiveFiles([FILE]);
    expect(files.receiving.value).toEqual(expected);
    expect(state.audit.value?.entry.id).toBe(ENTRY.id);
  });

  it('is one: two are not opened', async () => {
    await files.receiveFiles([FILE, FILE]);
    expect(files.receiving.value.kind).toBe('refused');
    expect(desk.receive).not.toHaveBeenCalled();
  });
});

describe('an export', () => {
  const exportOf = (size: number) => {
    const file = new Blob(['{}']);
    Object.defineProperty(file, 'size', { value: size });
    desk.export.mockResolvedValue({ name: 'audit', type: '', file } as never);
  };

  it.each([
    ['json', LARGEST_SENT, false],
    ['json', LARGEST_SENT + 1, true],
    ['html', LARGEST_SENT + 1, false],
  ] as const)('as %s of %i bytes is saved; too large to come back: %s', async (format, size, isTooLarge) => {
    exportOf(size);
    await files.exportAs(format);
    expect(saveFile).toHaveBeenCalled();
    expect(files.exporting.value).toEqual({ kind: 'saved', name: 'audit', isTooLarge });
  });
});
