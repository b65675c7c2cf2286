import type { Draft, DraftPath } from '../../components/draft.ts';
import { DRAFT } from '../../utils/storage/typing.ts';

/** A draft with what is kept in its place. */
interface KeptDraft extends Draft {
  over: string | null;
}

const keyOf = (channelId: string, path: DraftPath): string => `${DRAFT}${channelId}:${path}`;

/** What was typed in this popup and not taken yet. */
const pending = new Map<string, { channelId: string; path: DraftPath; draft: KeptDraft }>();

/**
 * Keeps what is being typed into a store's field until it is taken: a popup closes with any press elsewhere, and an
 * unfinished text can't be kept as a fact.
 * @param over what tells the value that is kept in its place from any other
 */
export function keepDraft(channelId: string, path: DraftPath, over: string | null, draft: Draft): void {
  const key = keyOf(channelId, path);
  const kept: KeptDraft = { ...draft, over };
  pending.set(key, { channelId, path, draft: kept });
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without room it lasts as long as this popup.
  }
}

function dropDraft(key: string): void {
  pending.delete(key);
  localStorage.removeItem(key);
}

/** Forgets what was taken; what has been typed since stays. */
export function takenDraft(channelId: string, path: DraftPath, text: string): void {
  const key = keyOf(channelId, path);
  if ((pending.get(key)?.draft.text ?? text) === text) dropDraft(key);
}

function parse(kept: string | null): KeptDraft | undefined {
  try {
    const { text, isExact, over } = JSON.parse(kept ?? '{}');
    return typeof text === 'string' ? { text, isExact: isExact === true, over } : undefined;
  } catch {
    return undefined;
  }
}

/** What was left unfinished in a field, unless another value was kept in its place since. */
export function readDraft(channelId: string, path: DraftPath, over: string | null): Draft | undefined {
  const key = keyOf(channelId, path);
  const draft = pending.get(key)?.draft ?? parse(localStorage.getItem(key));
  if (draft?.over === over) return { text: draft.text, isExact: draft.isExact };
  dropDraft(key);
  return undefined;
}

/** What was typed in this popup, of whatever store, and not taken yet. */
export const openDrafts = () => [...pending.values()];
