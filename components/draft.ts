import type { FieldPath } from '../utils/facts/fields.ts';

/** What a draft is of: a fact, or the store's name. */
export type DraftPath = FieldPath | 'name';

/** A text that is being typed and was not taken yet. */
export interface Draft {
  text: string;
  isExact: boolean;
}

/** Where drafts outlive their fields; `over` tells the value that is kept in a draft's place from any other. */
export interface Drafts {
  read(channelId: string, path: DraftPath, over: string | null): Draft | undefined;
  keep(channelId: string, path: DraftPath, over: string | null, draft: Draft): void;
}
