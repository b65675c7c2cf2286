import { describe, expect, it } from 'vitest';
import { packDifference } from '../../../utils/packs/difference.ts';
import { productFlips, storeFlips, touchesProducts } from '../../../utils/packs/impact.ts';
import { layered } from '../../../utils/packs/layers.ts';
import type { Publication } from '../../../utils/packs/publication.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { bundled, patch } from './support.ts';

const laidOver = (publication: Publication): Pack => layered(bundled, [{ from: 'a', publication }]).pack;

const { rules: _, ...nothing } = patch();

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
