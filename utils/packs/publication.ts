import { packSchema } from '../rules/pack.ts';
import { siteMapSchema } from '../rules/site-map.ts';
import { z } from '../rules/zod.ts';
import { SELECTOR_FIELDS } from '../site/selectors.ts';
import { isEndless } from './endless.ts';
import { PARTS } from './entries.ts';
import { patternOf } from './faults.ts';
import { Refused } from './refusals.ts';

/** Longer texts and deeper nesting than any pack has need of. */
const LONGEST_TEXT = 20_000;
const DEEPEST = 20;

/** Keys that mean something to the language. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A pack that may be partial: what it has takes the place of what is there by the same id. */
const publicationSchema = z.extend(z.partial(packSchema), {
  schema: packSchema.shape.schema,
  version: packSchema.shape.version,
  date: packSchema.shape.date,
  siteMap: z.optional(z.partial(siteMapSchema)),
  /** By part, the ids of entries that hold no more. */
  without: z.optional(z.partialRecord(z.enum(PARTS), z.array(z.string()))),
});

export type Publication = z.infer<typeof publicationSchema>;

/** The publication that a kept value is, where it still is one. */
export const publicationIn = (kept: unknown): Publication | undefined =>
  publicationSchema.safeParse(kept).data;

function refuseStrange(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw new Refused('malformed', 'depth');
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    throw new Refused('too-long', String(LONGEST_TEXT));
  if (typeof value !== 'object' || value === null) return;
  // Keys before values: a key is a text as well.
  for (const key of Array.isArray(value) ? [] : Object.keys(value)) {
    if (FORBIDDEN.has(key)) throw new Refused('forbidden-key', key);
    refuseStrange(key);
  }
  for (const inner of Object.values(value)) refuseStrange(inner, depth + 1);
}

const PROVEN = /^(?:rules|fees|labels|notes)\.\d+\.evidence$/;

/** The refusal of a pack by its schema. A rule that names nobody who says so has a reason of its own. */
function schemaRefusal(issues: readonly z.core.$ZodIssue[], pack: object): Refused {
  const paths = issues.map(({ path }) => path.join('.'));
  const unproven = paths.find((path) => PROVEN.test(path));
  if (!unproven) return new Refused('malformed', (paths[0] ?? '').slice(0, 200));
  const [part = '', place = ''] = unproven.split('.');
  const id = (pack as Record<string, { id?: unknown }[]>)[part]?.[Number(place)]?.id;
  return new Refused('no-source', typeof id === 'string' ? id.slice(0, 200) : unproven);
}

/** Fields of the site map that hold no regular expressions: selectors of elements, days, and what words mean. */
const NO_PATTERNS = new Set([...SELECTOR_FIELDS, 'means', 'seen']);

/** Every text of a site map that may be a regular expression; a name or an id is a harmless one. */
function patternsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NO_PATTERNS.has(key) ? [] : patternsIn(inner)));
}

/** Whoever signs a pack is trusted to mean well, and can still write what stops every page of the seller centre. */
function refuseEndless({ formats = [], siteMap }: Publication): void {
  for (const pattern of new Set([...formats.map((format) => format.pattern), ...patternsIn(siteMap)])) {
    if (!patternOf(pattern)) throw new Refused('malformed', pattern.slice(0, 200));
    if (isEndless(pattern)) throw new Refused('endless', pattern.slice(0, 200));
  }
}

const numbers = (version: string): number[] => version.split('.').map(Number);

/** Below zero where version `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((part, place) => part - (right[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/**
 * The publication that a text is.
 * @throws Refused where it is not of the schema, or holds what no pack has need of
 */
export function readPublication(text: string): Publication {
  let pack: unknown;
  try {
    pack = JSON.parse(text);
  } catch {
    throw new Refused('not-json');
  }
  if (typeof pack !== 'object' || pack === null) throw new Refused('malformed');
  if (!('schema' in pack) || pack.schema !== 1) throw new Refused('unknown-schema');
  refuseStrange(pack);
  const result = publicationSchema.safeParse(pack);
  if (!result.success) throw schemaRefusal(result.error.issues, pack);
  refuseEndless(result.data);
  return result.data;
}
