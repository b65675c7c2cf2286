import { beforeEach, describe, expect, it, vi } from 'vitest';
import { localRecords } from '../../../utils/storage/local.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { clearAway, copiesIn, deleteCopy, setAside } from '../../../utils/storage/set-aside.ts';
import { resetStorage, valuesAside } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let records: Records;

beforeEach(() => {
  resetStorage();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T08:00:00Z') });
  records = localRecords();
});

const aside = async (key: string, ...values: unknown[]): Promise<void> => {
  for (const value of values) {
    await setAside(records, key, value);
    vi.setSystemTime(Date.now() + 1000);
  }
};

describe('what is set aside', () => {
  it('stays beside what is set aside of the same record later, each value once', async () => {
    await aside('store:1', 'first', 'second', 'first');
    expect(copiesIn(await records.get('set-aside:store:1'))).toEqual([
      { value: 'first', at: '2026-11-22T08:00:00.000Z' },
      { value: 'second', at: '2026-11-22T08:00:01.000Z' },
    ]);
  });

  it('is the first and the newest where there is more than anybody mends', async () => {
    const values = Array.from({ length: 20 }, (_, index) => `value ${index}`);
    await aside('store:1', ...values);
    expect(await valuesAside(records, 'store:1')).toEqual([values[0], ...values.slice(-7)]);
  });

  it('by the first version of this extension is still there', async () => {
    await records.update('set-aside:store:1', () => ({ version: 1, typed: 'gone' }));
    await aside('store:1', 'later');
    expect(copiesIn(await records.get('set-aside:store:1'))).toEqual([
      { value: { version: 1, typed: 'gone' }, at: null },
      { value: 'later', at: '2026-11-22T08:00:00.000Z' },
    ]);
  });

  it('is deleted one by one, and once however often it is asked for', async () => {
    await aside('store:1', 'first', 'second');
    await deleteCopy(records, 'store:1', '2026-11-22T08:00:00.000Z');
    await deleteCopy(records, 'store:1', '2026-11-22T08:00:00.000Z');
    expect(await valuesAside(records, 'store:1')).toEqual(['second']);
    await deleteCopy(records, 'store:1', '2026-11-22T08:00:01.000Z');
    expect(await records.keys('')).toEqual([]);
  });

  it('makes room in the same step; what is sound stays where it is', async () => {
    await records.update('a', () => 'unsound');
    await records.update('b', () => 'sound');
    for (const key of ['a', 'b', 'c']) await clearAway(records, key, (kept) => kept === 'sound');
    expect(await records.keys('')).toEqual(['b', 'set-aside:a']);
    expect(await valuesAside(records, 'a')).toEqual(['unsound']);
  });
});
