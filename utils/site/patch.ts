import type { SiteMap } from '../rules/site-map.ts';
import { z } from '../rules/zod.ts';
import { isSameTaught, isTeachable, MOST_TAUGHT, type Taught, taughtWords } from './taught.ts';

const KIND = 'site-map-patch';

/** A file longer than this is no patch. */
export const LARGEST_PATCH = 200_000;

const frame = z.strictObject({
  managedLens: z.literal(KIND),
  version: z.literal(1),
  taught: z.array(z.unknown()).check(z.minLength(1), z.maxLength(MOST_TAUGHT)),
});

const keyOf = ({ page, field, words }: Taught): string => JSON.stringify([page, field, words]);

/** What was taught as a file: nothing of a shop or a time, and the same words always give the same bytes. */
export function patchFile(taught: readonly Taught[]): string {
  const entries = taught
    .map(({ page, field, words }) => ({ page, field, words }))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ managedLens: KIND, version: 1, taught: entries }, null, 2)}\n`;
}

/** What is wrong with a file as a whole, and with one of its entries. */
export type PatchProblem = 'not-json' | 'not-patch' | 'too-large';
export type EntryProblem = 'not-entry' | 'not-page' | 'not-field' | 'not-words' | 'unknown-field';

export interface BadEntry {
  /** Counted from one. */
  place: number;
  problem: EntryProblem;
}

/** What a file would add. */
export interface PatchPreview {
  added: Taught[];
  /** How many of its entries are there already. */
  already: number;
  bad: BadEntry[];
}

const isPart = (part: unknown): part is string | number =>
  part === 'page' || part === 'field' || part === 'words';

function problemOf(entry: unknown): EntryProblem {
  const { error } = taughtWords.safeParse(entry);
  const parts = new Set(error?.issues.map(({ path: [part] }) => (isPart(part) ? part : 'entry')));
  if (parts.has('entry') || parts.size === 0) return 'not-entry';
  if (parts.has('page')) return 'not-page';
  return parts.has('field') ? 'not-field' : 'not-words';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a patch file. Nothing is kept of it; an entry that can't be used holds up no other. */
export function readPatch(
  text: string,
  known: readonly Taught[],
  siteMap: SiteMap,
): PatchPreview | { refused: PatchProblem } {
  if (text.length > LARGEST_PATCH) return { refused: 'too-large' };
  const json = parsedJson(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return { refused: 'not-json' };
  const file = frame.safeParse(json);
  if (!file.success) return { refused: 'not-patch' };
  const preview: PatchPreview = { added: [], already: 0, bad: [] };
  for (const [index, entry] of file.data.taught.entries()) {
    const { data: taught } = taughtWords.safeParse(entry);
    const problem = taught ? (isTeachable(taught, siteMap) ? undefined : 'unknown-field') : problemOf(entry);
    if (problem) preview.bad.push({ place: index + 1, problem });
    else if (taught && [...known, ...preview.added].some((one) => isSameTaught(one, taught)))
      preview.already += 1;
    else if (taught) preview.added.push(taught);
  }
  return preview;
}
