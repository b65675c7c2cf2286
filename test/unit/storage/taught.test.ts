import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Taught } from '../../../utils/site/taught.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { TaughtWords } from '../../../utils/storage/taught.ts';
import { resetStorage, valuesAside } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const QUOTE: Taught = { page: 'product-list', field: 'price', words: '报价' };
const SCORE: Taught = { page: 'home', field: 'store.gmv90dUsd', words: '成交额' };
const AT = '2026-11-22T08:00:00.000Z';
const LATER = '2026-11-23T08:00:00.000Z';

let records: Records;
let taught: TaughtWords;

beforeEach(() => {
  resetStorage();
  records = localRecords();
  taught = new TaughtWords(records);
});

describe('taught words', () => {
  it('are kept with their time, each once, however often they are taught', async () => {
    await taught.add([QUOTE], AT);
    await taught.add([QUOTE, SCORE], LATER);
    expect(await new TaughtWords(localRecords()).all()).toEqual([
      { ...QUOTE, at: AT },
      { ...SCORE, at: LATER },
    ]);
  });

  it('are forgotten one by one', async () => {
    await taught.add([QUOTE, SCORE], AT);
    await taught.forget(QUOTE);
    expect(await taught.all()).toEqual([{ ...SCORE, at: AT }]);
  });

  it('are kept all or none where there is no room for all', async () => {
    const many = Array.from({ length: 200 }, (_, place) => ({ ...QUOTE, words: `报价 ${place}` }));
    expect(await taught.add(many, AT)).toBe(true);
    expect(await taught.add([QUOTE], AT)).toBe(false);
    expect(await taught.add(many, LATER)).toBe(true);
    expect(await taught.all()).toHaveLength(200);
  });

  it('set aside what can’t be read before they take its place', async () => {
    const strange = { version: 9, taught: 'later' };
    await fakeBrowser.storage.local.set({ 'record:taught': strange });
    expect(await taught.all()).toEqual([]);
    await taught.add([QUOTE], AT);
    expect(await taught.all()).toEqual([{ ...QUOTE, at: AT }]);
    expect(await valuesAside(records, 'taught')).toEqual([strange]);
  });
});
