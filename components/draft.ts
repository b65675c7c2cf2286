import { useState } from 'preact/hooks';
import type { FieldPath } from '../utils/facts/fields.ts';

/** What a draft is of: a fact, or the store's name. */
export type DraftPath = FieldPath | 'name';

/** A text that is being typed and was not taken yet. */
export interface Draft {
  text: string;
  isExact: boolean;
}

/** A draft of before, or of another popup. */
export interface RestoredDraft extends Draft {
  /** Its user left it, as one leaves a field, and so it is meant; else it may be half a text. */
  isLeft: boolean;
}

/** Where drafts outlive their fields; `over` tells the value that is kept in a draft's place from any other. */
export interface Drafts {
  read(channelId: string, path: DraftPath, over: string | null): RestoredDraft | undefined;
  keep(channelId: string, path: DraftPath, over: string | null, draft: Draft): void;
}

/** Where what is being typed into a form outlives it; `undefined`: nothing is. */
export interface FormDraft<T> {
  read(): T | undefined;
  keep(draft: T | undefined): void;
}

/** Whether what was kept has a text in each of these fields. */
export const hasTexts = (kept: unknown, fields: readonly string[]): boolean =>
  typeof kept === 'object' &&
  kept !== null &&
  fields.every((field) => typeof Reflect.get(kept, field) === 'string');

/**
 * The draft that a field begins with, until another value is kept in its place. What is typed from then on is in the
 * field already.
 */
export function useRestored(
  drafts: Drafts,
  channelId: string,
  path: DraftPath,
  over: string | null,
): RestoredDraft | undefined {
  const [first] = useState(() => ({ over, draft: drafts.read(channelId, path, over) }));
  return first.over === over ? first.draft : undefined;
}
