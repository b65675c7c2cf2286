import type { Pack } from './pack.ts';

/** Full-width characters as plain ones, without space around them. */
export const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** Whether a number or address has the form that the pack knows for it; `false` where the pack knows none. */
export function matchesFormat(pack: Pack, format: string, value: string): boolean {
  const found = pack.formats.find(({ id }) => id === format);
  return found !== undefined && new RegExp(found.pattern, 'iu').test(halfWidth(value));
}
