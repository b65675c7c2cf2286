import { whole } from '../site/expression.ts';
import type { Judgement, Subject } from './judgement.ts';

/** What a field of the row means by the site map's words; undefined where it is not read, or means nothing known. */
export function meaningOf({ pack, entry }: Subject, name: string): unknown {
  const text = entry?.values[name];
  const fields = entry && pack.siteMap.pages[entry.page]?.lists?.entries?.fields;
  const words = fields?.find((field) => field.name === name)?.means ?? [];
  return text === undefined ? undefined : words.find((word) => whole(word.text).test(text))?.means;
}

/** A judgement of a row that rests on nothing yet, for a feature to fill in. */
export const EMPTY: Pick<Judgement, 'basis' | 'missing' | 'reasons' | 'used'> = {
  basis: [],
  missing: [],
  reasons: [],
  used: [],
};
