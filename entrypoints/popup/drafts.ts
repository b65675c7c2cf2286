import type { Draft, DraftPath, RestoredDraft } from '../../components/draft.ts';
import { DRAFT, remember } from '../../utils/storage/typing.ts';

/** A draft with what is kept in its place. */
interface KeptDraft extends RestoredDraft {
  over: string | null;
}

const keyOf = (channelId: string, path: DraftPath): string => `${DRAFT}${channelId}:${path}`;

/** What was typed in this popup and not taken yet. */
const pending = new Map<string, { channelId: string; path: DraftPath; draft: KeptDraft }>();

/** Without room it lasts as long as this popup. */
const write = (key: string, draft: KeptDraft): void => remember(key, JSON.stringify(draft));

/**
 * Keeps what is being typed into a store's field until it is taken: a popup closes with any press elsewhere, and an
 * unfinished text can't be kept as a fact.
 * @param over what tells the value that is kept in its place from any other
 */
export function keepDraft(channelId: string, path: DraftPath, over: string | null, draft: Draft): void {
  const key = keyOf(channelId, path);
  const kept: KeptDraft = { ...draft, over, isLeft: false };
  pending.set(key, { channelId, path, draft: kept });
  write(key, kept);
}

function dropDraft(key: string): void {
  pending.delete(key);
  localStorage.removeItem(key);
}

function parse(kept: string | null): KeptDraft | undefined {
  try {
    const { text, isExact, over, isLeft } = JSON.parse(kept ?? '{}');
    return typeof text === 'string'
      ? { text, isExact: isExact === true, over, isLeft: isLeft === true }
      : undefined;
  } catch {
    return undefined;
  }
}

const draftAt = (key: string): KeptDraft | undefined =>
  pending.get(key)?.draft ?? parse(localStorage.getItem(key));

/** Forgets what was taken; what has been typed since stays, here or in another popup. */
export function takenDraft(channelId: string, path: DraftPath, text: string): void {
  const key = keyOf(channelId, path);
  if ((draftAt(key)?.text ?? text) === text) dropDraft(key);
}

/** What was left unfinished in a field, unless another value was kept in its place since. */
export function readDraft(
  channelId: string,
  path: DraftPath,
  over: string | null,
): RestoredDraft | undefined {
  const key = keyOf(channelId, path);
  const draft = draftAt(key);
  if (draft?.over === over) return { text: draft.text, isExact: draft.isExact, isLeft: draft.isLeft };
  dropDraft(key);
  return undefined;
}

/**
 * Leaves the fields of this popup, of whatever store. That they were left is written down, where no closing can
 * interrupt it: the next popup takes what this one has no time for, and leaves alone what another is still typing.
 * @returns what was typed in them and not taken yet
 */
export const leaveDrafts = () =>
  [...pending].map(([key, left]) => {
    left.draft = { ...left.draft, isLeft: true };
    write(key, left.draft);
    return left;
  });
