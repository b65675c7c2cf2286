import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptFact } from '../../../utils/facts/kept.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { Products } from '../../../utils/storage/products.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { resetStorage, valuesAside } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const IDS = ['1005000000000001', '1005000000000002', '1005000000000003'];

const stock = (value: number): { facts: Record<string, KeptFact[]> } => ({
  facts: { 'product.stock': [{ value, text: String(value), at: 'now', origin: { kind: 'typed' } }] },
});

let records: Records;
let products: Products;

beforeEach(() => {
  resetStorage();
  records = localRecords();
  products = new Products(records);
});

const stocks = async (channelId = '1') =>
  [...(await products.get(channelId, IDS)).values()].map(({ productId, facts }) => [
    productId,
    facts['product.stock']?.[0]?.value,
  ]);

describe('products that are changed together', () => {
  it('each get their own change, in one write', async () => {
    await products.changeMany('1', [IDS[0] ?? ''], (record) => ({ ...record, ...stock(7) }));
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    const before: unknown[] = [];
    await products.changeMany('1', IDS, (record) => {
      before.push(record);
      return { ...record, ...stock(IDS.indexOf(record.productId)) };
    });
    expect(set).toHaveBeenCalledTimes(1);
    expect(before).toEqual([
      { ...newProduct(IDS[0] ?? ''), ...stock(7) },
      newProduct(IDS[1] ?? ''),
      newProduct(IDS[2] ?? ''),
    ]);
    expect(await stocks()).toEqual(IDS.map((id, index) => [id, index]));
    expect(await stocks('2')).toEqual([]);
  });

  it('stay as they were, all of them, where one change fails', async () => {
    await products.changeMany('1', IDS, (record) => ({ ...record, ...stock(1) }));
    const failing = products.changeMany('1', IDS, (record) => {
      if (record.productId === IDS[2]) throw new Error('broken');
      return { ...record, ...stock(2) };
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await stocks()).toEqual(IDS.map((id) => [id, 1]));
    await products.changeMany('1', IDS, (record) => ({ ...record, ...stock(3) }));
    expect(await stocks()).toEqual(IDS.map((id) => [id, 3]));
  });

  it('lose no change when several come at once', async () => {
    const add = () =>
      products.changeMany('1', IDS, (record) => {
        const [kept] = record.facts['product.stock'] ?? [];
        return { ...record, ...stock(Number(kept?.value ?? 0) + 1) };
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await stocks()).toEqual(IDS.map((id) => [id, 20]));
  });

  it('set one aside that can’t be read', async () => {
    await records.update(`product:1:${IDS[1]}`, () => 'unreadable');
    await products.changeMany('1', IDS, (record) => ({ ...record, ...stock(1) }));
    expect(await stocks()).toEqual(IDS.map((id) => [id, 1]));
    expect(await valuesAside(records, `product:1:${IDS[1]}`)).toEqual(['unreadable']);
  });
});

describe('records', () => {
  it('are taken out and put in by one step', async () => {
    await records.updateMany(['a', 'b'], (_, key) => key);
    await records.updateMany(['a', 'b', 'c'], (kept, key) => (key === 'a' ? undefined : `${kept}${key}`));
    expect(await records.getMany(['a', 'b', 'c'])).toEqual([undefined, 'bb', 'undefinedc']);
    expect(await records.keys('')).toEqual(['b', 'c']);
    expect(await records.keys('b')).toEqual(['b']);
  });
});

describe('all products', () => {
  const all = async () => {
    const found: string[][] = [];
    for await (const { channelId, product } of products.all()) found.push([channelId, product.productId]);
    return found;
  };

  it('are those of every store, however many, but for what can’t be read', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => String(1005000000010000n + BigInt(index)));
    await products.changeMany('1', many, (record) => record);
    await products.changeMany('22', [IDS[0] ?? ''], (record) => record);
    await records.update(`product:1:${IDS[1]}`, () => 'broken');
    await records.update('store:1', () => ({}));
    expect((await all()).toSorted()).toEqual([...many.map((id) => ['1', id]), ['22', IDS[0]]].toSorted());
  });

  it('are none where none is kept', async () => {
    expect(await all()).toEqual([]);
  });
});
