import type { FactPath } from '../facts/fields.ts';
import type { Text } from '../i18n/translate.ts';
import { type Reach, reachOf, semiCountries } from '../rules/reach.ts';
import type { Feature, Judgement, Subject, Verdict } from './judgement.ts';
import { statements } from './programme.ts';

type Answer = Pick<Judgement, 'verdict' | 'detail' | 'summary'>;

function answer({ isSemi, isUpperBound, countries, notListed = [] }: Reach, all: number): Answer {
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
  const summary: Text =
    notListed.length > 0
      ? { key: 'reach_listed', args: [reached, all, notListed.length] }
      : { key: 'reach_known', args: [reached, all] };
  return { verdict, detail: String(reached), summary };
}

const PATHS: readonly FactPath[] = [
  'product.blocked',
  'product.joinedCountries',
  'product.programme',
  'product.freightEstimates',
];

/**
 * How many of the semi-managed countries the product reaches. A list row shows neither whether the product has
 * joined nor which countries it is blocked for: without what the join page says there is only an upper bound.
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
