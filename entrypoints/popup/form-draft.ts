import type { FormDraft } from '../../components/draft.ts';
import { remember } from '../../utils/storage/typing.ts';

/** Keeps what is being typed into a form until it is sent or given up: a popup closes with any press elsewhere. */
export const formDraft = <T>(key: string, isDraft: (kept: unknown) => kept is T): FormDraft<T> => ({
  read: () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return isDraft(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  },
  keep: (draft) => {
    if (draft === undefined) localStorage.removeItem(key);
    else remember(key, JSON.stringify(draft));
  },
});
