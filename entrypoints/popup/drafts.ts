import type { Draft, DraftPath } from '../../components/draft.ts';

/** A draft with what is kept in its place. */
interface KeptDraft extends Draft {
  over: string | null;
}

const keyOf = (channelId: string, path: DraftPath): string => `draft:${channelId}:${path}`;

/** What was typed in this popup and not taken yet. */
const open = new Map<string, { channelId: string; path: DraftPath; draft: Draft }>();

/**
 * Keeps what is being typed into a store's field until it is taken: a popup closes with any press elsewhere, and an
 * unfinished text can't be kept as a fact.
 * @param over what tells the value that is kept in its place from any other
 */
export function keepDraft(channelId: string, path: DraftPath, over: string | null, draft: Draft): void {
  const key = keyOf(channelId, path);
  open.set(key, { channelId, path, draft });
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, over } satisfies KeptDraft));
  } catch {
    // Without room it stays in the field and is kept when the field is left.
  }
}

function dropDraft(key: string): void {
  open.delete(key);
  localStorage.removeItem(key);
}

/** Forgets what was taken; what has been typed since stays. */
export function takenDraft(channelId: string, path: DraftPath, text: string): void {
  const key = keyOf(channelId, path);
  if ((open.get(key)?.draft.text ?? text) === text) dropDraft(key);
}

function parse(kept: string): KeptDraft | undefined {
  try {
    const { text, isExact, over } = JSON.parse(kept);
    return typeof text === 'string' ? { text, isExact: isExact === true, over } : undefined;
  } catch {
    return undefined;
  }
}

/** What was left unfinished in a field, unless another value was kept in its place since. */
export function readDraft(channelId: string, path: DraftPath, over: string | null): Draft | undefined {
  const key = keyOf(channelId, path);
  const kept = localStorage.getItem(key);
  const draft = kept === null ? undefined : parse(kept);
  if (draft?.over === over) return { text: draft.text, isExact: draft.isExact };
  if (kept !== null) dropDraft(key);
  return undefined;
}

export const openDrafts = () => [...open.values()];
