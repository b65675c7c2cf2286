import { describe, expect, it } from 'vitest';
import { STORE_MIGRATIONS } from '../../../utils/facts/store-migrations.ts';
import { type Migration, migrated } from '../../../utils/storage/migrations.ts';

/** A store as each version kept it, to the letter. */
const STORE = [
  {
    version: 1,
    channelId: '2260417',
    name: '主店',
    firstSeen: '2026-11-01T00:00:00.000Z',
    lastSeen: '2026-11-02T00:00:00.000Z',
    typed: {
      'pool.gmv': { value: '5000', text: '5,000', isExact: true, at: '2026-11-01T01:00:00.000Z' },
    },
  },
  {
    version: 2,
    channelId: '2260417',
    name: '主店',
    firstSeen: '2026-11-01T00:00:00.000Z',
    lastSeen: '2026-11-02T00:00:00.000Z',
    facts: {
      'pool.gmv': [
        {
          value: '5000',
          text: '5,000',
          isExact: true,
          at: '2026-11-01T01:00:00.000Z',
          origin: { kind: 'typed' },
        },
      ],
    },
  },
  {
    version: 3,
    channelId: '2260417',
    name: '主店',
    colour: null,
    firstSeen: '2026-11-01T00:00:00.000Z',
    lastSeen: '2026-11-02T00:00:00.000Z',
    facts: {
      'pool.gmv': [
        {
          value: '5000',
          text: '5,000',
          isExact: true,
          at: '2026-11-01T01:00:00.000Z',
          origin: { kind: 'typed' },
        },
      ],
    },
    ticks: {},
    notes: {},
    pools: {},
  },
];

describe('the steps of a store’s record', () => {
  it('are each held to what it takes and gives', () => {
    expect(STORE).toHaveLength(STORE_MIGRATIONS.length + 1);
    for (const [place, step] of STORE_MIGRATIONS.entries()) {
      expect({ ...step(STORE[place] ?? {}), version: place + 2 }, `step ${place + 1}`).toEqual(
        STORE[place + 1],
      );
    }
  });

  it('lead from every version to today’s', () => {
    for (const old of STORE) expect(migrated(STORE_MIGRATIONS, old)).toEqual(STORE.at(-1));
  });
});

describe('steps', () => {
  const steps: readonly Migration[] = [
    ({ a, ...rest }) => ({ ...rest, b: a }),
    (record) => ({ ...record, c: true }),
  ];

  it('leave the value alone that they take', () => {
    const old = Object.freeze({ version: 1, a: 1 });
    expect(migrated(steps, old)).toEqual({ version: 3, b: 1, c: true });
    expect(old).toEqual({ version: 1, a: 1 });
  });

  it.each([null, 'text', { version: 0 }, { version: 3 }, { version: 4 }, { version: '1' }])(
    'give back %j as it is',
    (kept) => {
      expect(migrated(steps, kept)).toBe(kept);
    },
  );
});
