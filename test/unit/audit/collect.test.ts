import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audit, auditSchema, newAudit } from '../../../utils/audit/audit.ts';
import { collect, ended } from '../../../utils/audit/collect.ts';
import { coverageOf } from '../../../utils/audit/coverage.ts';
import { differenceOf } from '../../../utils/audit/difference.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, pack, START, seen, toy } from './support.ts';

const otherPack = { ...pack, version: '2026.9.30' };

/** What a page may show at some minute: any products, anywhere, by either pack. */
const anyBatch = fc
  .record({
    minutes: fc.nat(20),
    number: fc.integer({ min: 1, max: 3 }),
    products: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    unread: fc.nat(1),
    marks: fc.constantFrom([], ['CE', 'UKCA']),
    isOther: fc.boolean(),
  })
  .map(({ minutes, number, products, unread, marks, isOther }) =>
    batchOf(
      seen(products, { number, unread, at: minute(minutes) }),
      products.map((each) => toy(each, { 'product.marks': marks })),
      undefined,
      isOther ? otherPack : pack,
    ),
  );

const sortedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sortedKeys(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

describe('collecting', () => {
  it('comes to the same in whatever order and however often batches come', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyBatch, { maxLength: 6 })
          .chain((batches) => fc.tuple(fc.constant(batches), fc.shuffledSubarray([...batches, ...batches]))),
        ([batches, more]) => {
          const expected = sortedKeys(auditOf(batches));
          expect(sortedKeys(auditOf([...more, ...batches]))).toEqual(expected);
          expect(sortedKeys(auditOf([...batches, ...more]))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps what can be kept, sent and opened again', () => {
    fc.assert(
      fc.property(fc.array(anyBatch, { maxLength: 4 }), (batches) => {
        const audit = auditOf(batches);
        expect(auditSchema.parse(JSON.parse(JSON.stringify(audit)))).toEqual(audit);
      }),
      { numRuns: 20 },
    );
  });

  it('differs from itself in nothing', () => {
    fc.assert(
      fc.property(fc.array(anyBatch, { maxLength: 4 }), (batches) => {
        const audit = auditOf(batches);
        expect(differenceOf(audit, audit)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('takes no rows of another store', () => {
    const audit = newAudit('a', CHANNEL, '', START);
    expect(() => collect(audit, batchOf(seen([1], { channelId: '777' })))).toThrow('777');
  });

  it('counts a product that moved to another page once, where it was seen last', () => {
    const audit = auditOf([
      batchOf(seen([1, 2], { number: 1, at: minute(1) })),
      batchOf(seen([2, 3], { number: 2, at: minute(2) })),
    ]);
    expect(Object.keys(audit.products)).toHaveLength(3);
    expect(audit.products[idOf(2)]).toMatchObject({ page: 2, position: 1, seenAt: minute(2) });
  });

  it('goes on after it was ended', () => {
    const audit: Audit = ended(auditOf([batchOf(seen([1]))]), minute(5));
    expect(audit.endedAt).toBe(minute(5));
    expect(ended(audit, null)).toEqual(auditOf([batchOf(seen([1]))]));
  });
});

describe('the coverage', () => {
  const page = (number: number, products: number[], more = {}) =>
    batchOf(seen(products, { number, ...more }));

  it('says which pages were seen of how many', () => {
    const { pagesSeen, pagesMissing, pages, products, total, isWhole } = coverageOf(
      auditOf([page(1, [1, 2]), page(3, [5, 6])]),
    );
    expect({ pagesSeen, pagesMissing, pages, products, total, isWhole }).toEqual({
      pagesSeen: [1, 3],
      pagesMissing: [2],
      pages: 3,
      products: 4,
      total: 6,
      isWhole: false,
    });
  });

  it('is whole once every page was seen with every row', () => {
    const all = [page(1, [1, 2]), page(2, [3, 4]), page(3, [5, 6])];
    expect(coverageOf(auditOf(all)).isWhole).toBe(true);
    const doubtful = [...all, page(3, [5], { unread: 1, at: minute(1) })];
    expect(coverageOf(auditOf(doubtful))).toMatchObject({ isWhole: false, unread: 1 });
  });

  it('names a page that was closed before its rows had come', () => {
    const audit = auditOf([page(1, [1]), page(2, [3, 4])]);
    expect(coverageOf(audit)).toMatchObject({ pagesSeen: [2], pagesPartly: [1], pagesMissing: [3] });
    const later = page(1, [2], { read: 2, at: minute(1) });
    expect(coverageOf(collect(audit, later))).toMatchObject({ pagesSeen: [1, 2], pagesPartly: [] });
  });

  it('takes the last page of a long list for whole with the rows that are left for it', () => {
    const last = page(3, [5], { total: 5 });
    expect(coverageOf(auditOf([last])).pagesSeen).toEqual([3]);
  });

  it("does not take a filtered list's first page for the whole list's", () => {
    const filtered = page(1, [9], { of: 1, total: 1, at: minute(9) });
    const audit = auditOf([page(2, [3, 4]), filtered]);
    expect(coverageOf(audit)).toMatchObject({ pages: 3, pagesSeen: [2], pagesMissing: [1, 3], products: 3 });
  });

  it('claims nothing of a list that does not say how long it is', () => {
    const audit = auditOf([page(1, [1, 2], { number: null, of: null, size: null, total: null })]);
    expect(coverageOf(audit)).toMatchObject({ pages: null, products: 2, isWhole: false });
  });

  it('is never whole where the list does not say how many products it has', () => {
    const halves = [1, 2, 3].map((number) => page(number, [number], { size: null, total: null }));
    expect(coverageOf(auditOf(halves))).toMatchObject({ pagesMissing: [], total: null, isWhole: false });
  });

  const numbersFrom = (first: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => first + index);

  it('does not take one tab for another as long, whichever was seen first', () => {
    const tab = { of: 2, size: 50 };
    const selling = page(1, numbersFrom(1, 50), { ...tab, total: 98 });
    const first = page(1, numbersFrom(100, 50), { ...tab, total: 60, at: minute(1) });
    const last = page(2, numbersFrom(150, 10), { ...tab, total: 60, at: minute(2) });
    for (const batches of [
      [selling, last],
      [selling, first, last],
    ]) {
      expect(coverageOf(auditOf(batches))).toMatchObject({ pagesMissing: [2], total: 98, isWhole: false });
    }
  });

  it('keeps a short list apart from a search in it, which has one page as it has', () => {
    const half = page(1, [1, 2], { of: 1, size: 50, total: 10 });
    const search = page(1, [3], { of: 1, size: 50, total: 1, at: minute(1) });
    expect(coverageOf(auditOf([half, search]))).toMatchObject({
      pagesPartly: [1],
      products: 3,
      total: 10,
      isWhole: false,
    });
  });

  it('counts the rows in doubt of a page that does not name its place', () => {
    const nowhere = { number: null, of: null, size: null, total: null };
    const audit = auditOf([
      page(1, [1, 2], { of: 1, size: 20, total: 2 }),
      batchOf(seen([3], { ...nowhere, unread: 5 })),
    ]);
    expect(coverageOf(audit)).toMatchObject({ pagesSeen: [1], unread: 5, isWhole: false });
  });

  it('goes with a list that shrinks or grows a little while it is paged through', () => {
    const at = (
      number: number,
      [of, total]: readonly [number, number],
      products: number[],
      minutes: number,
    ) => page(number, products, { of, total, at: minute(minutes) });
    const shrunk = [at(1, [3, 5], [1, 2], 0), at(1, [2, 4], [2, 3], 1), at(2, [2, 4], [4, 5], 2)];
    expect(coverageOf(auditOf(shrunk))).toMatchObject({
      pagesSeen: [1, 2],
      pages: 2,
      total: 4,
      isWhole: true,
    });
    const grown = [at(1, [2, 4], [1, 2], 0), at(2, [3, 5], [3, 4], 1), at(3, [3, 5], [5], 2)];
    expect(coverageOf(auditOf(grown))).toMatchObject({
      pagesSeen: [1, 2, 3],
      pages: 3,
      total: 5,
      isWhole: true,
    });
  });

  it('is not whole while a product may have moved to a page that was left', () => {
    const audit = auditOf([
      page(1, [1, 2], { of: 3, total: 5 }),
      page(2, [4, 5], { of: 2, total: 4, at: minute(1) }),
    ]);
    expect(coverageOf(audit)).toMatchObject({ pagesSeen: [1, 2], products: 4, total: 5, isWhole: false });
    const again = page(1, [2, 3], { of: 2, total: 4, at: minute(2) });
    expect(coverageOf(collect(audit, again))).toMatchObject({ products: 5, total: 4, isWhole: true });
  });

  it('names the products of earlier audits that were not come across, and since when', () => {
    const may = { ...auditOf([page(1, [1, 2, 9], { at: '2026-05-12T08:00:00.000Z' })]), id: 'may' };
    const april = { ...auditOf([page(1, [7, 9], { at: '2026-04-01T08:00:00.000Z' })]), id: 'april' };
    const foreign = { ...auditOf([page(1, [8])]), channelId: '777' };
    const { notSeen, notSeenSince } = coverageOf(auditOf([page(1, [1, 2])]), [may, april, foreign]);
    expect(notSeen.map(({ productId, lastSeen }) => [productId, lastSeen.slice(0, 10)])).toEqual([
      [idOf(7), '2026-04-01'],
      [idOf(9), '2026-05-12'],
    ]);
    expect(notSeenSince).toBe('2026-05-12T08:00:00.000Z');
  });
});
