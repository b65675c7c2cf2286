import { isKnown, type ProductFacts } from './facts.ts';
import type { Pack } from './pack.ts';
import type { Outcome } from './quantity.ts';

/** The countries that a product sold semi-managed can reach at all. */
export const semiCountries = (pack: Pack): readonly string[] => pack.groups.SEMI ?? [];

/** Where a product gets to through semi-managed; every list holds country codes, sorted. */
export interface Reach {
  /** Whether it is sold semi-managed at all; `countries` say what it reaches if it is. */
  isSemi: Outcome;
  countries: string[];
  /** It is not known where the product is blocked: it reaches no more than these. */
  isUpperBound: boolean;
  /** Of the programme's countries, those it is blocked for, and those its shipping template leaves out. */
  blocked: string[];
  notInTemplate: string[];
  /** Where it is known which countries the product has joined, those that are not among them: nothing is known of these. */
  notListed?: string[];
  /** Destinations that the programme does not have. */
  notReachable: string[];
  missing: string[];
}

/**
 * The programme's countries, or those of them that the product has joined where that is known; less those blocked and
 * those that the shipping template, where known, leaves out.
 */
export function reachOf(pack: Pack, product: ProductFacts): Reach {
  const { programme, blocked, joinedCountries: joined, templateCountries, destinations } = product;
  const all = semiCountries(pack);
  const isBlocked = (country: string): boolean => blocked?.includes(country) ?? false;
  const isInTemplate = (country: string): boolean => templateCountries?.includes(country) ?? true;
  const isListed = (country: string): boolean => joined?.includes(country) ?? true;
  const isUpperBound = !isKnown(blocked) && !isKnown(joined);
  const missing = [...(isUpperBound ? ['blocked'] : []), ...(!isKnown(programme) ? ['programme'] : [])].map(
    (field) => `product.${field}`,
  );
  return {
    isSemi: !isKnown(programme) ? 'unknown' : programme === 'semi' ? 'pass' : 'fail',
    countries: all.filter((country) => isListed(country) && !isBlocked(country) && isInTemplate(country)),
    isUpperBound,
    blocked: all.filter(isBlocked),
    notInTemplate: all.filter((country) => !isInTemplate(country)),
    ...(joined && { notListed: all.filter((country) => !isListed(country) && !isBlocked(country)) }),
    notReachable: [...new Set(destinations ?? [])].filter((country) => !all.includes(country)).sort(),
    missing,
  };
}
