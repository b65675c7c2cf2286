import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Reach } from '../../rules/reach.ts';
import type { Cell, Section, SignedCell } from './view.ts';

/** How far the product gets, and of each country that it does not reach, why. */
export function reachChecks(reach: Reach, reached: SignedCell, t: Translator): Section {
  const { countries, blocked, notInTemplate, notListed = [], isUpperBound } = reach;
  const names = (codes: readonly string[]): Cell => ({
    text: codes.map((code) => countryName(code, t)).join(t('comma')),
  });
  const groups = [
    { name: t('joinSold'), codes: isUpperBound ? [] : countries },
    { name: t('joinBlocked'), codes: blocked },
    { name: t('joinNotInTemplate'), codes: notInTemplate },
    { name: t('joinNotListed'), codes: notListed },
  ];
  return {
    kind: 'checks',
    title: t('joinReachTitle'),
    checks: [
      { name: t('joinReachAll'), cell: reached },
      ...groups
        .filter(({ codes }) => codes.length > 0)
        .map(({ name, codes }) => ({ name: t('countOf', name, codes.length), cell: names(codes) })),
    ],
  };
}
