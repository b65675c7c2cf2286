import { vi } from 'vitest';
import type { AuditDesk, AuditEntry, FindingRow, FindingsAsked } from '../../../utils/audit/desk.ts';
import type { Overview } from '../../../utils/messaging/protocol.ts';
import { CARD, EARLIER, ENTRY, row, VIEW } from '../components/audit/support.ts';

export const OVERVIEW: Overview = {
  language: 'en',
  chosenLanguage: null,
  packVersion: '2026.11.22',
  packs: { date: '2026-11-22', undated: [], waiting: 0 },
  stores: [{ channelId: ENTRY.channelId, name: 'Lumora', colour: null, lastSeen: '' }],
  healths: [],
  setAside: 0,
};

/** A desk with findings in memory, whose answers come when they are let. */
export function fakeDesk(entries: AuditEntry[] = [ENTRY, EARLIER], count = 1000) {
  const all = Array.from({ length: count }, (_, number) => row(number));
  let chosen: FindingRow[] = all;
  const unused = async (): Promise<never> => {
    throw new Error('Not of this test');
  };
  const desk = {
    entries,
    all,
    audits: vi.fn(async () => desk.entries),
    open: vi.fn(async (id: string) => {
      const entry = desk.entries.find((each) => each.id === id);
      return entry && { ...VIEW, entry, others: desk.entries.filter((each) => each.id !== id) };
    }),
    select: vi.fn(async ({ filter, descending }: FindingsAsked) => {
      const found = desk.all.filter(({ title }) => title.includes(filter.text ?? ''));
      chosen = descending ? found.toReversed() : found;
      return chosen.length;
    }),
    lines: vi.fn(async (from: number, to: number) => chosen.slice(from, to)),
    placeOf: vi.fn(async (id: string) => chosen.findIndex((each) => each.id === id)),
    card: vi.fn(async (id: string) => ({ ...CARD, id })),
    matrix: vi.fn(unused),
    difference: vi.fn(unused),
    changes: vi.fn(unused),
    stores: vi.fn(unused),
    export: vi.fn(unused),
    cancelExport: vi.fn(),
    receive: vi.fn<AuditDesk['receive']>(unused),
    cancelReceive: vi.fn(),
  };
  return desk satisfies AuditDesk;
}

export type FakeDesk = ReturnType<typeof fakeDesk>;
