import { describe, expect, it } from 'vitest';
import { packDifference } from '../../../utils/packs/difference.ts';
import { chargesUnder, isOtherRate, saleFlips, storeFeeFlips } from '../../../utils/packs/fee-impact.ts';
import { productFlips, storeFlips, touchesProducts } from '../../../utils/packs/impact.ts';
import { layered } from '../../../utils/packs/layers.ts';
import type { Publication } from '../../../utils/packs/publication.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { bundled, patch } from './support.ts';

const laidOver = (publication: Publication): Pack => layered(bundled, [{ from: 'a', publication }]).pack;

const { rules: _, ...nothing } = patch();

const withRate = (ratePct: string): Pack =>
  laidOver({
    ...nothing,
    fees: bundled.fees.flatMap((fee) => (fee.id === 'merge.fee-base' ? [{ ...fee, ratePct }] : [])),
  });

describe('what a pack turns', () => {
  it('of a store is the programme whose bar moved past its figure', () => {
    const facts = (gmv90dUsd: string) => ({ store: { gmv90dUsd }, pool: {} });
    const next = laidOver(patch());
    expect(storeFlips(bundled, next, facts('55000'))).toEqual([
      { what: 'programme', of: 'merge', before: 'unknown', after: 'fail' },
    ]);
    expect(storeFlips(bundled, next, facts('65000'))).toEqual([]);
    expect(touchesProducts(packDifference(bundled, next))).toBe(false);
  });

  it('of a store is what its merge pool is charged: at the two rates that can be, or at the one that is sure', () => {
    const next = withRate('6.5');
    const flipsOf = (facts: Facts) => storeFeeFlips(chargesUnder(bundled, next, facts), facts);
    const pool = { currency: 'USD', gmv: '10000', crossStoreAmount: '2000' };
    expect(flipsOf({ pool })).toEqual([
      { what: 'rate', currency: null, before: ['4.2', '5.5'], after: ['4.2', '6.5'] },
      { what: 'month', currency: 'USD', before: ['426.00', '556.00'], after: ['426.00', '656.00'] },
    ]);
    const missed = { ...pool, returnRatePct: '99' };
    expect(flipsOf({ pool: missed })).toEqual([
      { what: 'rate', currency: null, before: ['5.5', '5.5'], after: ['6.5', '6.5'] },
      { what: 'month', currency: 'USD', before: ['556.00', '556.00'], after: ['656.00', '656.00'] },
    ]);
    expect(flipsOf({ pool: { currency: 'USD' } }).map(({ what }) => what)).toEqual(['rate']);
    expect(flipsOf({ store: { gmv90dUsd: '60000' }, pool: {} })).toEqual([]);
    expect(storeFeeFlips(chargesUnder(bundled, bundled, { pool }), { pool })).toEqual([]);
  });

  it('of a product is what one sale is charged, where its price is known', () => {
    const charges = chargesUnder(bundled, withRate('6.5'), {});
    expect(isOtherRate(charges)).toBe(true);
    const price = { currency: 'USD', lowest: '3.63', highest: '4.10' };
    expect(saleFlips(charges, { id: '1', price })).toEqual([
      { what: 'sale', currency: 'USD', before: ['0.15', '0.23'], after: ['0.15', '0.27'] },
    ]);
    expect(saleFlips(charges, { id: '1' })).toEqual([]);
    expect(isOtherRate(chargesUnder(bundled, bundled, {}))).toBe(false);
  });

  it('of a product is a country that it reaches no more, with its labels', () => {
    const semi = bundled.groups.SEMI ?? [];
    const next = laidOver({ ...nothing, groups: { SEMI: semi.filter((country) => country !== 'DE') } });
    expect(touchesProducts(packDifference(bundled, next))).toBe(true);
    const product = { id: '1', programme: 'semi' as const, destinations: ['DE'], blocked: [] };
    const flips = productFlips(bundled, next)(product);
    expect(flips.map(({ what, of, after: now }) => [what, of, now])).toEqual([
      ['labels', 'DE', 'not-reachable'],
      ['reach', 'DE', 'fail'],
    ]);
    expect(productFlips(bundled, bundled)(product)).toEqual([]);
  });
});
