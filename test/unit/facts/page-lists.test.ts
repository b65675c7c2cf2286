import { describe, expect, it } from 'vitest';
import { statedByLists } from '../../../utils/facts/page-lists.ts';

const sku = (key: string, values: Record<string, string>) => ({ key, values });

describe('the price of a listing', () => {
  const price = (...skus: ReturnType<typeof sku>[]) =>
    statedByLists({ skus }).find(({ fact }) => fact === 'product.price')?.value;

  it('is the range of its SKUs, exact', () => {
    expect(price(sku('a', { 'price.CNY': '10.10' }), sku('b', { 'price.CNY': '9.9' }))).toEqual({
      currency: 'CNY',
      lowest: '9.9',
      highest: '10.1',
    });
    expect(price(sku('a', { 'price.CNY': '1,204.50' }))).toMatchObject({
      lowest: '1204.5',
      highest: '1204.5',
    });
  });

  it.each([
    [[sku('a', { 'price.CNY': '10' }), sku('b', {})], 'one has none'],
    [[sku('a', { 'price.CNY': '10' }), sku('b', { 'price.USD': '2' })], 'two currencies'],
    [[], 'no SKU'],
    [[sku('a', { 'price.CNY': '12,50' })], 'no amount'],
    [[sku('a', { 'price.CNY': ',' })], 'no amount'],
  ])('is not known from %j (%s)', (skus) => {
    expect(price(...skus)).toBeUndefined();
  });
});

describe('the freight of a country', () => {
  it('is an amount, or not known', () => {
    const freight = (...texts: string[]) =>
      statedByLists({ countries: texts.map((text) => sku('法国', { freight: text })) }).map(
        ({ value }) => value,
      );
    expect(freight('USD 1,203.63')).toEqual([[{ country: 'FR', currency: 'USD', amount: '1203.63' }]]);
    expect(freight('USD 3,63')).toEqual([]);
    expect(freight('USD ,')).toEqual([]);
  });
});

describe('the qualifications of a form', () => {
  it('say what ends on which day', () => {
    const qualifications = [
      sku('CE 证书', { uploaded: '已上传', validUntil: '2028-03-11' }),
      sku('RoHS 检测报告', { uploaded: '未上传' }),
    ];
    expect(statedByLists({ qualifications })).toEqual([
      {
        fact: 'product.expiries',
        text: 'CE 证书 2028-03-11',
        value: [{ what: 'CE 证书', on: '2028-03-11' }],
      },
    ]);
  });

  it('of which none ends say that nothing is known to end any more', () => {
    expect(statedByLists({ qualifications: [sku('a', {})] })).toEqual([
      { fact: 'product.expiries', text: '', value: undefined },
    ]);
  });

  it('say nothing while there is none, and neither does a list that nobody knows', () => {
    expect(statedByLists({ qualifications: [], toString: [sku('a', {})] })).toEqual([]);
  });
});
