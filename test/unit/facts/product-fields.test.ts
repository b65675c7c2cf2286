import { describe, expect, it } from 'vitest';
import { parseTypedProduct } from '../../../utils/facts/product-fields.ts';

const AGAINST = { currency: 'CNY', marks: ['CE', 'UKCA', 'G-MARK'] };
const typed = (path: Parameters<typeof parseTypedProduct>[0], text: string) =>
  parseTypedProduct(path, text, AGAINST);

describe('what a seller types of a product', () => {
  it.each([
    ['product.category', 'toys', 'toys'],
    ['product.marks', 'ce, G-Mark', ['CE', 'G-MARK']],
    ['product.marks', 'CE、CE', ['CE']],
    ['product.marks', '无', []],
    ['product.marks', 'none', []],
    ['product.unitCost', '12.50', '12.50'],
    ['product.unitCost', '¥12.50', '12.50'],
    ['product.commissionPct', '8', '8'],
    ['product.commissionPct', '', undefined],
  ] as const)('as %s: %s', (path, text, value) => {
    expect(typed(path, text)).toEqual({ value });
  });

  it.each([
    ['product.category', 'lamps', 'not-a-choice'],
    ['product.marks', 'CE, TUV', 'not-a-mark'],
    ['product.unitCost', '$12.50', 'other-currency'],
    ['product.unitCost', 'twelve', 'not-money'],
    ['product.commissionPct', '101', 'over-100'],
  ] as const)('is refused as %s: %s', (path, text, problem) => {
    expect(typed(path, text)).toEqual({ problem });
  });
});
