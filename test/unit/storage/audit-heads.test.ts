import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ended } from '../../../utils/audit/collect.ts';
import { NO_WORK } from '../../../utils/audit/work.ts';
import { Audits } from '../../../utils/storage/audits.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { memoryRecords } from '../audit/desk/support.ts';
import { auditOf, batchOf, CHANNEL, minute, seen } from '../audit/support.ts';

const STORES = [CHANNEL, '21901', '21902'];
const SENT = ended(auditOf([batchOf(seen([1, 2]))], 'sent'), minute(9));

const collect = (audits: Audits, channelId: string, number: number): Promise<boolean> =>
  audits.collect(channelId, async () => batchOf(seen([number], { channelId, at: minute(number) })));

/** The keys of the heads that are read meanwhile. */
async function headsRead(records: Records, read: () => Promise<unknown>): Promise<string[]> {
  const some = vi.spyOn(records, 'getMany');
  await read();
  const keys = some.mock.calls.flat(2).filter((key) => key.startsWith('head:'));
  some.mockRestore();
  return keys;
}

describe('the list of all audits', () => {
  it('has each read again only where it is another', async () => {
    const records = memoryRecords();
    const [background, panel] = [new Audits(records), new Audits(records)];
    const ids: string[] = [];
    for (const store of STORES) ids.push((await background.start(store, '', minute(0))).id);
    expect(await headsRead(records, () => panel.heads())).toHaveLength(STORES.length);
    expect(await headsRead(records, () => panel.heads())).toEqual([]);
    await collect(background, CHANNEL, 1);
    expect(await headsRead(records, () => panel.heads())).toEqual([`head:${ids[0]}`]);
    // What the audit has already is no change.
    await collect(background, CHANNEL, 1);
    await background.delete(ids[1] ?? '');
    expect(await headsRead(records, () => panel.heads())).toEqual([]);
    expect(await panel.heads()).toEqual(await new Audits(records).heads());
  });

  it('has what is kept of which nothing else is known', async () => {
    const records = memoryRecords();
    const audits = new Audits(records);
    const { id } = await audits.start(CHANNEL, '', minute(0));
    await records.remove(['editions'], 'none');
    for (const name of ['积木', '玩具']) {
      await records.update(`head:${id}`, (kept) => ({ ...(kept as object), name }));
      expect((await audits.heads()).map((head) => head.name)).toEqual([name]);
    }
  });

  it('is as it would be read anew, whatever was done', async () => {
    const deeds = ['start', 'collect', 'end', 'goOn', 'delete', 'receive', 'deleteReceived', 'look'] as const;
    const step = fc.record({
      deed: fc.constantFrom(...deeds),
      store: fc.constantFrom(...STORES),
      number: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const records = memoryRecords();
        const [background, panel] = [new Audits(records), new Audits(records)];
        const last = new Map<string, string>();
        const idOf = (store: string): string => last.get(store) ?? '';
        const act: Record<(typeof deeds)[number], (store: string, number: number) => Promise<unknown>> = {
          start: async (store) => last.set(store, (await background.start(store, '', minute(0))).id),
          collect: (store, number) => collect(background, store, number),
          end: (store) => background.end(idOf(store), minute(50)),
          goOn: (store) => background.end(idOf(store), null),
          delete: (store) => background.delete(idOf(store)),
          receive: () => panel.receive(SENT, NO_WORK),
          deleteReceived: () => background.delete(SENT.id),
          look: async () => expect(await panel.heads()).toEqual(await new Audits(records).heads()),
        };
        for (const { deed, store, number } of steps) await act[deed](store, number);
        await act.look('', 0);
      }),
      { numRuns: 60 },
    );
  });
});
