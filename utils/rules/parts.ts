import { z } from './zod.ts';

/** What an entry of a pack is called by. */
export const id = z.string().check(z.regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/));

/** A day, ISO 8601. */
export const day = z.iso.date();

/** Every programme; one that `extends` another has the other's rules too. */
export const PROGRAMMES = [
  'deposit',
  'exit',
  'full',
  'full-apply',
  'full-invited',
  'merge',
  'pop',
  'semi',
  'semi-product',
  'stock-guard',
  'third-party',
] as const;
