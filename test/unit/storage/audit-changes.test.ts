import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch } from '../../../utils/audit/collect.ts';
import { changedSince, MOST_CHANGES, withChange } from '../../../utils/storage/audit-changes.ts';
import { Audits, type ReadAudit } from '../../../utils/storage/audits.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { memoryRecords } from '../audit/desk/support.ts';
import { batchOf, CHANNEL, idOf, minute, seen, toy } from '../audit/support.ts';

let records: Records;
let audits: Audits;

beforeEach(() => {
  records = memoryRecords();
  audits = new Audits(records);
});

const collect = (batch: Batch): Promise<boolean> => audits.collect(CHANNEL, async () => batch);

async function readNow(id: string, known?: ReadAudit): Promise<ReadAudit> {
  const { revision = 0 } = (await audits.head(id)) ?? {};
  const audit = await audits.read(id, known);
  if (!audit) throw new Error('The audit is gone');
  return { audit, revision };
}

/** Reads what is asked for, and says how many products that were. */
async function productsRead(read: () => Promise<unknown>): Promise<number> {
  const one = vi.spyOn(records, 'getMany');
  const all = vi.spyOn(records, 'entries');
  await read();
  const some = one.mock.calls.flat(2).filter((key) => key.startsWith('product:')).length;
  const wholes = all.mock.calls.filter(([prefix]) => prefix.startsWith('product:')).length;
  one.mockRestore();
  all.mockRestore();
  return wholes > 0 ? Number.POSITIVE_INFINITY : some;
}

describe('what is listed of an audit’s changes', () => {
  const change = fc.record({
    skipped: fc.nat({ max: 2 }),
    ids: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')),
  });

  it('is what changed since a revision, or nothing for certain', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 2 * MOST_CHANGES }),
        fc.nat(),
        (changes, choice) => {
          let revision = 1;
          const all: { revision: number; ids: string[] }[] = [];
          let kept: unknown;
          for (const { skipped, ids } of changes) {
            // The audit is also another one where no product is.
            revision += 1 + skipped;
            all.push({ revision, ids });
            kept = withChange(kept, revision, ids);
          }
          const since = choice % (revision + 1);
          const expected = all.filter((each) => each.revision > since).flatMap(({ ids }) => ids);
          const first = all.slice(-MOST_CHANGES)[0]?.revision ?? 0;
          const listed = changedSince(kept, since);
          if (listed) expect(new Set(listed)).toEqual(new Set(expected));
          if (since >= first) expect(listed).toBeDefined();
        },
      ),
    );
  });

  it.each([undefined, null, 'x', {}, { since: 1 }])('is not known where %j is kept', (kept) => {
    expect(changedSince(kept, 9)).toBeUndefined();
  });
});

describe('an audit that was read before', () => {
  const slice = fc.record({
    products: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    number: fc.integer({ min: 1, max: 3 }),
    at: fc.nat({ max: 9 }),
    isMarked: fc.boolean(),
  });
  /** What happens: a slice comes, one of two readers reads again, or the audit is ended and goes on. */
  const step = fc.oneof(
    { weight: 6, arbitrary: slice },
    fc.constantFrom('first' as const, 'second', 'ended'),
  );

  it('is read as it would be read anew, whatever came meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        audits = new Audits(memoryRecords());
        const { id } = await audits.start(CHANNEL, '玩具旗舰店', minute(0));
        const readers: Record<'first' | 'second', ReadAudit | undefined> = {
          first: undefined,
          second: undefined,
        };
        const readAgain = async (reader: 'first' | 'second'): Promise<void> => {
          readers[reader] = await readNow(id, readers[reader]);
          expect(readers[reader]?.audit).toEqual(await audits.read(id));
        };
        for (const each of steps) {
          if (each === 'ended') {
            await audits.end(id, minute(50));
            await audits.end(id, null);
          } else if (typeof each === 'string') await readAgain(each);
          else {
            const { products, number, at, isMarked } = each;
            const kept = products.map((product) => toy(product, isMarked ? {} : { 'product.marks': [] }));
            await collect(batchOf(seen(products, { number, at: minute(at) }), kept));
          }
        }
        await readAgain('first');
        await readAgain('second');
      }),
      { numRuns: 40 },
    );
  });

  it('has only those products read that are new or changed', async () => {
    const { id } = await audits.start(CHANNEL, '玩具旗舰店', minute(0));
    await collect(batchOf(seen([1, 2, 3])));
    const known = await readNow(id);
    expect(await productsRead(() => audits.read(id, known))).toBe(0);
    await collect(batchOf(seen([3, 4], { number: 2, at: minute(1) })));
    // Seen again as it was, and earlier than what is kept.
    await collect(batchOf(seen([1], { number: 3, at: minute(-1) })));
    expect(await productsRead(() => audits.read(id, known))).toBe(2);
    expect(await productsRead(() => audits.read(id))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is read whole after more changes than are listed, and once it is over', async () => {
    const { id } = await audits.start(CHANNEL, '玩具旗舰店', minute(0));
    const known = await readNow(id);
    for (let number = 1; number <= MOST_CHANGES + 1; number += 1) await collect(batchOf(seen([number])));
    expect(await productsRead(() => audits.read(id, known))).toBe(Number.POSITIVE_INFINITY);
    const later = await readNow(id, known);
    expect(Object.keys(later.audit.products)).toContain(idOf(MOST_CHANGES + 1));
    await audits.end(id, minute(9));
    expect(await records.keys('changes:')).toEqual([]);
    expect(await audits.read(id, later)).toEqual(await audits.read(id));
  });
});
