import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../utils/facts/changes.ts';
import { type KeptFact, type KeptFacts, withKept, withoutKept } from '../../../utils/facts/kept.ts';
import { MOST_LOGGED, mergedLogs, newLog, storeLogIn, withChanges } from '../../../utils/facts/store-log.ts';
import { newStore, type StoreRecord } from '../../../utils/facts/store-record.ts';

const GMV = 'pool.gmv';
const NOW = '2026-11-22T08:00:00.000Z';

const typed = (value: unknown, at = NOW): KeptFact => ({
  value,
  text: String(value),
  at,
  origin: { kind: 'typed' },
});
const read = (value: unknown, at = NOW): KeptFact => ({
  ...typed(value, at),
  origin: { kind: 'read', page: 'merge-monitor' },
});
const storeWith = (facts: KeptFacts): StoreRecord => ({ ...newStore('1', NOW), facts });

const anyFact = fc
  .record({
    value: fc.constantFrom('1', '2', { shown: '2' }, 'no number'),
    at: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    isTyped: fc.boolean(),
  })
  .map(({ value, at, isTyped }) => (isTyped ? typed(value, at) : read(value, at)));

const anyStore: fc.Arbitrary<StoreRecord> = fc
  .record({
    facts: fc.array(fc.tuple(fc.constantFrom(GMV, 'store.disputeRatePct'), anyFact), { maxLength: 6 }),
    name: fc.constantFrom('', 'Home'),
    colour: fc.constantFrom(null, 'red' as const),
    ticks: fc.dictionary(
      fc.constantFrom('a.b', 'c'),
      fc.record({ isDone: fc.boolean(), at: fc.constant(NOW) }),
    ),
    notes: fc.dictionary(fc.constantFrom('a.b', 'c'), fc.record({ text: fc.string(), at: fc.constant(NOW) })),
    lastSeen: fc.constantFrom('2026-11-01', NOW),
  })
  .map(({ facts, ...rest }) => ({
    ...newStore('1', NOW),
    ...rest,
    facts: facts.reduce<KeptFacts>((kept, [path, fact]) => withKept(kept, path, fact), {}),
  }));

describe('what changed of a store', () => {
  it('is nothing between a record and itself, or one that differs in what does not count', () => {
    fc.assert(
      fc.property(anyStore, (store) => {
        expect(changesBetween(store, structuredClone(store))).toEqual([]);
        expect(changesBetween(store, { ...store, lastSeen: 'later' })).toEqual([]);
      }),
    );
  });

  it('leads from the one to the other, each thing once, and backwards too', () => {
    fc.assert(
      fc.property(anyStore, anyStore, (before, after) => {
        const changes = changesBetween(before, after);
        const saidBy = (store: StoreRecord) =>
          new Map(changesBetween(newStore('1', NOW), store).map(({ what, to }) => [what, to]));
        const led = saidBy(before);
        for (const { what, from, to } of changes) {
          expect(led.get(what) ?? null).toEqual(from);
          if (to === null) led.delete(what);
          else led.set(what, to);
        }
        expect(led).toEqual(saidBy(after));
        expect(new Set(changes.map(({ what }) => what)).size).toBe(changes.length);
        const back = changesBetween(after, before);
        expect(new Set(back.map(({ what }) => what))).toEqual(new Set(changes.map(({ what }) => what)));
      }),
    );
  });

  it('names the page, the file or the person behind it', () => {
    const before = storeWith({ [GMV]: [read('5', '2026-11-01')] });
    const withTyped = { ...before, facts: withKept(before.facts, GMV, typed('6')) };
    expect(changesBetween(newStore('1', NOW), before)).toEqual([
      { what: GMV, from: null, to: '5', origin: { kind: 'read', page: 'merge-monitor' } },
    ]);
    expect(changesBetween(before, withTyped)).toEqual([
      { what: GMV, from: '5', to: '6', origin: { kind: 'typed' } },
    ]);
    // What was read long ago counts again because a person took away what hid it.
    const taken = { ...withTyped, facts: withoutKept(withTyped.facts, GMV, 'typed') };
    expect(changesBetween(withTyped, taken)).toEqual([
      { what: GMV, from: '6', to: '5', origin: { kind: 'typed' } },
    ]);
  });

  it('is nothing where a value is seen again, an older one comes in, or only its order differs', () => {
    const before = storeWith({ [GMV]: [typed('5')] });
    const seenAgain = { ...before, facts: { [GMV]: [typed('5', '2026-11-23')] } };
    const justBefore = new Date(Date.parse(NOW) - 60_000).toISOString();
    const behind = { ...before, facts: withKept(before.facts, GMV, read('9', justBefore)) };
    expect(changesBetween(before, seenAgain)).toEqual([]);
    expect(changesBetween(before, behind)).toEqual([]);
    const byCategory = (value: object) => storeWith({ 'store.skusByCategory': [typed(value)] });
    expect(changesBetween(byCategory({ a: 1, b: 2 }), byCategory({ b: 2, a: 1 }))).toEqual([]);
  });

  it('tells a pool, whenever it was stated, by what is stated of it', () => {
    const pool = (number: string, at: string) => ({
      ...newStore('1', NOW),
      pools: {
        'POOL-1': {
          destinations: ['DE'],
          epr: [{ country: 'DE', scheme: 'DE_LUCID', number, filedAt: null }],
          appliedAt: null,
          at,
        },
      },
    });
    expect(changesBetween(pool('A', '1'), pool('A', '2'))).toEqual([]);
    expect(changesBetween(pool('A', '1'), pool('B', '2'))).toMatchObject([{ what: 'pools.POOL-1' }]);
  });
});

describe('the log of a store', () => {
  const change = (to: string) => ({ what: 'name', from: null, to, origin: { kind: 'typed' as const } });

  it('keeps the newest, and counts those that had to go', () => {
    const many = Array.from({ length: MOST_LOGGED }, (_, index) => change(String(index)));
    const full = withChanges(newLog('1'), many, NOW);
    expect(full.dropped).toBe(0);
    const over = withChanges(full, [change('one'), change('more')], NOW);
    expect(over.dropped).toBe(2);
    expect(over.entries).toHaveLength(MOST_LOGGED);
    expect([over.entries[0]?.to, over.entries.at(-1)?.to]).toEqual(['2', 'more']);
    expect(storeLogIn(JSON.parse(JSON.stringify(over)))).toEqual(over);
  });

  it('is one with another of the same store, each entry once and in its order', () => {
    const early = withChanges(newLog('1'), [change('a')], '2026-11-01');
    const [a, b] = [
      withChanges(early, [change('b')], '2026-11-03'),
      withChanges(early, [change('c')], '2026-11-02'),
    ];
    expect(mergedLogs(a, b).entries.map(({ to }) => to)).toEqual(['a', 'c', 'b']);
    expect(mergedLogs(b, a)).toEqual(mergedLogs(a, b));
  });
});
