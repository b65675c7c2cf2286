import type { FactPath } from '../facts/fields.ts';
import { type Reach, reachOf, semiCountries } from '../rules/reach.ts';
import type { Feature, Judgement, Subject, Verdict } from './judgement.ts';
import { statements } from './programme.ts';

type Answer = Pick<Judgement, 'verdict' | 'detail' | 'summary'>;

function answer({ isSemi, isUpperBound, countries }: Reach, all: number): Answer {
  const reached = countries.length;
  if (isSemi === 'fail') return { verdict: 'none', summary: { key: 'reach_none' } };
  if (isSemi === 'unknown' || isUpperBound) {
    return {
      verdict: 'unknown',
      detail: `≤${reached}`,
      summary: { key: 'reach_unknown', args: [reached] },
    };
  }
  const verdict: Verdict = reached === all ? 'pass' : 'caution';
  return { verdict, detail: String(reached), summary: { key: 'reach_known', args: [reached, all] } };
}

const PATHS: readonly FactPath[] = ['product.blocked', 'product.programme'];

/**
 * How many of the semi-managed countries the product reaches. A list row shows neither whether the product has
 * joined nor which countries it is blocked for, so all that can be said there is an upper bound.
 */
function judge({ pack, facts: { product } }: Subject): Judgement {
  const reach = reachOf(pack, product ?? { id: '' });
  const missing = reach.isSemi === 'fail' ? [] : (reach.missing as FactPath[]);
  return {
    ...answer(reach, semiCountries(pack).length),
    reasons: statements(pack, 'semi.reach-47', 'semi.block-country', 'semi.product-by-product'),
    basis: [],
    used: PATHS.filter((path) => !reach.missing.includes(path)),
    missing,
  };
}

export const reach: Feature = { id: 'reach', about: 'product', judge };
