import type { Pack } from './pack.ts';

/** Full-width characters as plain ones, without space around them. */
export const halfWidth = (text: string): string => text.normalize('NFKC').trim();

const expressions = new WeakMap<Pack, Map<string, RegExp>>();

/** The formats of a pack by their ids, each made into an expression once. */
function expressionsOf(pack: Pack): Map<string, RegExp> {
  const made =
    expressions.get(pack) ?? new Map(pack.formats.map(({ id, pattern }) => [id, new RegExp(pattern, 'iu')]));
  expressions.set(pack, made);
  return made;
}

/** Whether a number or address has the form that the pack knows for it; `false` where the pack knows none. */
export const matchesFormat = (pack: Pack, format: string, value: string): boolean =>
  expressionsOf(pack).get(format)?.test(halfWidth(value)) ?? false;
