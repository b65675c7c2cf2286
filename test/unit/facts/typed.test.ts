import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldPath, fieldOf } from '../../../utils/facts/fields.ts';
import { parseTyped } from '../../../utils/facts/typed.ts';
import { isFact } from '../../../utils/rules/facts.ts';

const typed = (path: FieldPath, text: string, isExact = false) => parseTyped(fieldOf(path), text, isExact);

describe('typing a fact', () => {
  it.each([
    ['store.positiveRatingPct', '96.50', { shown: '96.50' }],
    ['store.positiveRatingPct', ' 96.5 % ', { shown: '96.5' }],
    ['store.positiveRatingPct', '９６．５', { shown: '96.5' }],
    ['store.gmv90dUsd', '50,000.00', { shown: '50000.00' }],
    ['store.gmv90dUsd', '$50,000', { shown: '50000' }],
    ['store.gmv90dUsd', '5万', { shown: '50000', place: '10000' }],
    ['store.gmv90dUsd', '5.25万', { shown: '52500', place: '100' }],
    ['store.fullManagedStores', '2', 2],
    ['store.ordersPerDay', '1,200', { shown: '1200' }],
    ['store.ordersPerDay', '38.5', { shown: '38.5' }],
    ['store.openOrders', '1,200', 1200],
    ['store.skusByCategory', '服饰 120\n\n家居：80', { 服饰: 120, 家居: 80 }],
    ['store.gmv90dUsd', 'USD 50,000', { shown: '50000' }],
    ['store.gmv90dUsd', '50000美元', { shown: '50000' }],
    ['store.skusByCategory', 'Apparel 1,200\n服饰：１２０', { Apparel: 1200, 服饰: 120 }],
    ['store.stableSupply', 'no', false],
    ['store.registeredIn', 'CN', 'CN'],
    ['pool.month', '2026/10', '2026-10'],
    ['pool.month', '2026年1月', '2026-01'],
    ['pool.month', '202610', '2026-10'],
    ['pool.month', '', undefined],
  ] as const)('%s: %j is %j', (path, text, value) => {
    expect(typed(path, text)).toEqual({ value });
  });

  it('is exact only where the person says so', () => {
    expect(typed('store.disputeRatePct', '0.60', true)).toEqual({ value: '0.60' });
    expect(typed('store.gmv90dUsd', '5万', true)).toEqual({ value: '50000' });
  });

  it.each([
    ['store.positiveRatingPct', '96.5.1', { problem: 'not-a-percentage' }],
    ['store.positiveRatingPct', '-1', { problem: 'not-a-percentage' }],
    ['store.positiveRatingPct', '100.01', { problem: 'over-100' }],
    ['store.fullManagedStores', '1.5', { problem: 'not-a-count' }],
    ['store.gmv90dUsd', 'about 50000', { problem: 'not-money' }],
    ['store.gmv90dUsd', '1,2,3', { problem: 'not-money' }],
    ['store.gmv90dUsd', '¥50,000', { problem: 'other-currency' }],
    ['store.gmv90dUsd', '5万元', { problem: 'other-currency' }],
    ['store.gmv90dUsd', '50%', { problem: 'not-money' }],
    ['store.positiveRatingPct', '$96', { problem: 'not-a-percentage' }],
    ['store.ordersPerDay', '1 2', { problem: 'not-a-number' }],
    ['store.openOrders', '1 2', { problem: 'not-a-count' }],
    ['pool.gmv', 'USD 5', { problem: 'other-currency' }],
    ['store.skusByCategory', 'Phones, 12 000', { problem: 'not-a-sku-line', line: 1 }],
    ['pool.month', '2026-13', { problem: 'not-a-month' }],
    ['store.skusByCategory', '服饰 120\n家居', { problem: 'not-a-sku-line', line: 2 }],
    ['store.skusByCategory', '服饰 120\n服饰 80', { problem: 'category-twice', line: 2 }],
    ['store.stableSupply', 'maybe', { problem: 'not-a-choice' }],
    ['store.registeredIn', 'AA', { problem: 'not-a-choice' }],
  ] as const)('%s: %j is refused', (path, text, problem) => {
    expect(typed(path, text)).toEqual(problem);
  });

  it('never keeps what the rules would not take', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELDS),
        fc.oneof(fc.string(), fc.stringMatching(/^[\d,.万% ]{0,12}$/)),
        fc.boolean(),
        (field, text, isExact) => {
          const result = parseTyped(field, text, isExact);
          if ('problem' in result || result.value === undefined) return;
          const { value } = result;
          expect(isFact(field.path, value)).toBe(true);
        },
      ),
    );
  });
});
