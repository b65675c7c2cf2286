import type { FormDraft } from '../../components/draft.ts';

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
    try {
      if (draft === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without room it lasts as long as this popup.
    }
  },
});
