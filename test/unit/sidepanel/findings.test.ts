// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../../utils/messaging/send.ts';
import { EARLIER, ENTRY, row, VIEW } from '../components/audit/support.ts';
import { type FakeDesk, fakeDesk, OVERVIEW } from './support.ts';

const held = vi.hoisted(() => ({ desk: undefined as unknown }));

vi.mock('../../../entrypoints/sidepanel/desk.ts', () => ({
  get desk() {
    return held.desk;
  },
}));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: {} }));

let desk: FakeDesk;
let state: typeof import('../../../entrypoints/sidepanel/state.ts');
let findings: typeof import('../../../entrypoints/sidepanel/findings.ts');

const titleAt = (line: number): string | undefined => findings.lines.value?.at(line)?.title;

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  vi.resetModules();
  vi.mocked(send)
    .mockReset()
    .mockResolvedValue(OVERVIEW as never);
  desk = fakeDesk();
  held.desk = desk;
  state = await import('../../../entrypoints/sidepanel/state.ts');
  findings = await import('../../../entrypoints/sidepanel/findings.ts');
  state.channelId.value = ENTRY.channelId;
  await state.refresh();
  await settled();
});

describe('the lines', () => {
  it('are loaded as far as they are seen', async () => {
    expect(findings.lines.value?.count).toBe(1000);
    expect(titleAt(0)).toBe('Toy 0');
    expect(titleAt(250)).toBeUndefined();
    findings.see(240, 260);
    await settled();
    expect(titleAt(250)).toBe('Toy 250');
    expect(desk.lines.mock.calls).toEqual([
      [0, 100],
      [200, 300],
    ]);
    findings.see(245, 265);
    await settled();
    expect(desk.lines).toHaveBeenCalledTimes(2);
  });

  it('of an earlier choice never stand among those of a later one', async () => {
    let arrive = (): void => {};
    desk.lines.mockImplementationOnce(
      (from, to) =>
        new Promise((resolve) => {
          const before = Array.from({ length: to - from }, () => row(0, { title: 'of before' }));
          arrive = () => resolve(before);
        }),
    );
    findings.see(300, 310);
    findings.ask({ filter: {}, sort: 'worst', descending: true });
    await settled();
    arrive();
    await settled();
    findings.see(300, 310);
    await settled();
    expect(titleAt(305)).toBe('Toy 694');
  });

  it('stay until the next ones are there', async () => {
    findings.ask({ filter: { text: 'Toy 99' }, sort: 'worst', descending: false });
    expect(titleAt(5)).toBe('Toy 5');
    await settled();
    expect(findings.lines.value?.count).toBe(11);
    expect(titleAt(0)).toBe('Toy 99');
  });
});

describe('the place in the list', () => {
  it('stays with its finding when others come before it', async () => {
    await findings.move(5);
    desk.all.unshift(row(5000), row(5001));
    await state.refresh();
    await settled();
    expect(findings.place.value).toBe(7);
    expect(titleAt(7)).toBe('Toy 5');
    const scrolls = findings.shownAt.value;
    desk.all.unshift(row(5002));
    await state.refresh();
    await settled();
    expect(findings.shownAt.value).toBe(scrolls);
  });

  it('is where the person goes while the lines are chosen anew', async () => {
    desk.all.unshift(row(5000));
    const reading = state.refresh();
    await findings.move(5);
    await reading;
    await settled();
    expect(titleAt(findings.place.value)).toBe('Toy 5');
  });

  it('is near where it was when its finding is gone', async () => {
    await findings.move(5);
    desk.all.splice(5, 1);
    await state.refresh();
    await settled();
    expect(findings.place.value).toBe(5);
    expect(titleAt(5)).toBe('Toy 6');
  });

  it('never leaves the list', async () => {
    await findings.move(-1);
    expect(findings.place.value).toBe(0);
    await findings.move(Number.POSITIVE_INFINITY);
    expect(findings.place.value).toBe(999);
    expect(titleAt(999)).toBe('Toy 999');
  });
});

describe('the card', () => {
  it('is of the line that was opened, also of one that was not loaded', async () => {
    await findings.openPart(450, 'card');
    expect(findings.card.value?.id).toBe('label.ce/450');
    expect(findings.place.value).toBe(450);
    expect(findings.part.value).toBe('card');
  });

  it('goes with the person from line to line', async () => {
    await findings.openPart(3, 'mute');
    await findings.move(4);
    expect(findings.card.value?.id).toBe('label.ce/4');
    expect(findings.part.value).toBe('card');
  });

  it('is read anew when the audit is, and closes with another choice', async () => {
    await findings.openPart(3, 'note');
    desk.card.mockClear();
    await state.refresh();
    await settled();
    expect(desk.card).toHaveBeenCalledExactlyOnceWith('label.ce/3');
    expect(findings.part.value).toBe('note');
    findings.ask({ filter: {}, sort: 'page', descending: false });
    expect(findings.part.value).toBeNull();
  });
});

describe('the open audit', () => {
  it('is the store’s own latest, or the one that was opened', async () => {
    expect(state.audit.value?.entry.id).toBe('audit-2');
    await state.openAudit(EARLIER.id);
    expect(state.audit.value?.entry.id).toBe('audit-1');
  });

  it('is shown as the one before was: filtered, searched, sorted', async () => {
    const wanted = { filter: { text: 'Toy 99' }, sort: 'page', descending: true } as const;
    findings.ask(wanted);
    await settled();
    await findings.move(5);
    await state.openAudit(EARLIER.id);
    await settled();
    expect(desk.select).toHaveBeenLastCalledWith(wanted);
    expect(findings.lines.value?.count).toBe(11);
    expect(findings.place.value).toBe(0);
  });

  it('is chosen from once, whatever is asked for', async () => {
    desk.select.mockClear();
    findings.ask({ filter: { text: 'Toy 99' }, sort: 'worst', descending: false });
    await settled();
    expect(desk.select).toHaveBeenCalledOnce();
  });

  it('still names what it is filtered by where it has nothing of it', async () => {
    findings.ask({ filter: { rule: 'label.ce' }, sort: 'worst', descending: false });
    desk.open.mockImplementation(async (id) => {
      const entry = desk.entries.find((each) => each.id === id);
      return entry && { ...VIEW, entry, choices: { rule: [], programme: [], country: [], group: [] } };
    });
    await state.openAudit(EARLIER.id);
    const none = [{ id: 'label.ce', text: 'CE mark', count: 0 }];
    expect(findings.view.value?.choices).toEqual({ rule: none, programme: [], country: [], group: [] });
    await state.openAudit(ENTRY.id);
    expect(findings.view.value?.choices.rule).toEqual(none);
  });

  it('is never a received one of that store by itself', async () => {
    desk.entries = [{ ...ENTRY, isReceived: true }];
    await state.refresh();
    expect(state.audit.value).toBeUndefined();
  });

  it('is read once more, and no oftener, however often it is announced meanwhile', async () => {
    desk.open.mockClear();
    await Promise.all(Array.from({ length: 20 }, () => state.refresh()));
    expect(desk.open).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong, and no longer once it is right again', async () => {
    desk.audits.mockRejectedValueOnce(new Error('the disk is broken'));
    await state.refresh();
    expect(state.fault.value).toBe('the disk is broken');
    await state.refresh();
    expect(state.fault.value).toBeUndefined();
  });
});
