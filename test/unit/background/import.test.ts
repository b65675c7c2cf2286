import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countImported, keepImported } from '../../../entrypoints/background/import.ts';
import { productFactsOf } from '../../../utils/facts/product-record.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { Products } from '../../../utils/storage/products.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const [A, B, C] = ['1005000000000001', '1005000000000002', '1005000000000003'] as const;
const FROM = { channelId: '1', file: 'products.csv', at: '2026-11-22T08:00:00.000Z' };

const facts = async () => {
  const kept = await new Products(localRecords()).get('1', [A, B, C]);
  return [...kept.values()].map(productFactsOf);
};

beforeEach(() => fakeBrowser.reset());

describe('the products of a file', () => {
  it('are kept, but for those with a value that the rules don’t take, which are named', async () => {
    const answer = await keepImported({
      ...FROM,
      products: [
        { productId: A, facts: { category: 'toys' }, expiries: [] },
        { productId: B, facts: { category: 'toys', destinations: ['Atlantis'] }, expiries: [] },
        { productId: C, facts: {}, stock: 3, expiries: [] },
      ],
    });
    expect(answer).toEqual({ refused: [B] });
    expect(await facts()).toEqual([
      { id: A, category: 'toys' },
      { id: C, stock: 3 },
    ]);
  });

  it('may be sent twice without harm, and are counted as imported', async () => {
    const payload = { ...FROM, products: [{ productId: A, facts: { marks: ['CE'] }, expiries: [] }] };
    expect(await countImported({ channelId: '1', productIds: [A, B] })).toEqual({ count: 0 });
    await keepImported(payload);
    const once = await localRecords().get(`product:1:${A}`);
    await keepImported(payload);
    expect(await localRecords().get(`product:1:${A}`)).toEqual(once);
    expect(await countImported({ channelId: '1', productIds: [A, B] })).toEqual({ count: 1 });
    expect(await countImported({ channelId: '2', productIds: [A, B] })).toEqual({ count: 0 });
  });
});
