import type { Text } from '../i18n/translate.ts';
import { EMPTY, meaningOf } from './entry.ts';
import type { Feature, Subject, Verdict } from './judgement.ts';

interface Finding {
  verdict: Verdict;
  summary: Text;
  unseen?: string[];
}

function findingOf(subject: Subject): Finding {
  const saleable = subject.entry?.values.saleable;
  const state = meaningOf(subject, 'state');
  if (state === 'out' || (saleable !== undefined && !/[1-9]/.test(saleable))) {
    return { verdict: 'fail', summary: { key: 'stockOut' } };
  }
  const unseen = [...(saleable === undefined ? ['saleable'] : []), ...(state === undefined ? ['state'] : [])];
  if (state === 'low') return { verdict: 'caution', summary: { key: 'stockLow' }, unseen };
  if (unseen.length > 0) return { verdict: 'unknown', summary: { key: 'stockNotRead' }, unseen };
  return { verdict: 'pass', summary: { key: 'stockEnough' } };
}

/**
 * What of an article can be sold from one warehouse, as the page itself judges it. It is not the product's stock: a
 * product may lie in several warehouses, whose rows may stand on other pages of the list.
 */
export const stock: Feature = {
  id: 'stock',
  about: 'row',
  judge: (subject) => ({
    ...EMPTY,
    ...(subject.entry?.values.saleable && { detail: subject.entry.values.saleable }),
    ...findingOf(subject),
    seen: [{ name: 'saleable' }, { name: 'state' }, { name: 'warehouse' }],
  }),
};
