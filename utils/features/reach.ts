import type { FactPath } from '../facts/fields.ts';
import { semiCountries } from '../rules/labels.ts';
import type { Feature, Judgement, Subject } from './judgement.ts';
import { statements } from './programme.ts';

/**
 * How many of the semi-managed countries the product reaches. A list row shows neither whether the product has
 * joined nor which countries it is blocked for, so all that can be said there is an upper bound.
 */
function judge({ pack, facts: { product } }: Subject): Judgement {
  const countries = semiCountries(pack);
  const reasons = statements(pack, 'semi.reach-47', 'semi.block-country', 'semi.product-by-product');
  const missing: FactPath[] = [
    ...(product?.programme ? [] : (['product.programme'] as const)),
    ...(product?.blocked ? [] : (['product.blocked'] as const)),
  ];
  if (product?.programme && product.programme !== 'semi') {
    return {
      verdict: 'none',
      summary: { key: 'reach_none' },
      reasons,
      used: ['product.programme'],
      missing: [],
    };
  }
  const blocked = product?.blocked ?? [];
  const reached = countries.filter((code) => !blocked.includes(code)).length;
  if (missing.length > 0) {
    return {
      verdict: 'unknown',
      detail: `≤${reached}`,
      summary: { key: 'reach_unknown', args: [reached] },
      reasons,
      used: [],
      missing,
    };
  }
  return {
    verdict: reached === countries.length ? 'pass' : 'caution',
    detail: String(reached),
    summary: { key: 'reach_known', args: [reached, countries.length] },
    reasons,
    used: ['product.programme', 'product.blocked'],
    missing,
  };
}

export const reach: Feature = { id: 'reach', about: 'product', judge };
