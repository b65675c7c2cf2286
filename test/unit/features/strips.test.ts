import { describe, expect, it } from 'vitest';
import { newStore } from '../../../utils/facts/store-record.ts';
import { FEATURES } from '../../../utils/features/index.ts';
import { stripsFor } from '../../../utils/features/strips.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, judged, PRODUCT_CHIPS, pack, READY, ROW, storeWith } from './support.ts';

describe('the strip', () => {
  it('has the six chips in their order', () => {
    expect(FEATURES['product-list']?.map(({ id }) => id)).toEqual(PRODUCT_CHIPS);
  });

  it('passes nothing of a store of which nothing is known', () => {
    for (const chip of PRODUCT_CHIPS) {
      const { verdict, missing } = judged(chip, newStore('21900', AT));
      expect(verdict, chip).toBe('unknown');
      expect(missing, chip).not.toEqual([]);
    }
  });

  it('passes nothing where the page names no store, and says so', () => {
    expect(judged('merge', undefined)).toMatchObject({
      verdict: 'unknown',
      summary: { key: 'summaryNoStore' },
    });
  });

  it('writes a chip once for all rows that show it', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      ...ROW,
      productId: `10050061234${index + 10000}`,
    }));
    const { chips, rows: places } = stripsFor(
      pack,
      storeWith(READY),
      'product-list',
      rows,
      AT,
      translator('en'),
    );
    expect(places).toHaveLength(100);
    expect(chips).toHaveLength(PRODUCT_CHIPS.length);
  });
});
