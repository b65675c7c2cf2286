import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ItemView } from '../../utils/features/checklist/view.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { LONGEST_NOTE } from '../../utils/messaging/limits.ts';

interface NoteProps {
  t: Translator;
  item: ItemView;
  /** With every key. */
  onNote(text: string): void;
}

/** A person's own words on an item; what is being typed stays while the list is drawn anew. */
export const Note = ({ t, item, onNote }: NoteProps) => {
  const draft = useSignal<string | undefined>(undefined);
  const isOpen = useRef(item.note !== '');
  useEffect(() => {
    if (draft.value === item.note) draft.value = undefined;
  });
  return (
    <details class="note-fold" open={isOpen.current}>
      <summary>{t('checklistNote')}</summary>
      <textarea
        rows={2}
        maxLength={LONGEST_NOTE}
        aria-label={t('checklistNoteLabel', item.text)}
        value={draft.value ?? item.note}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
          onNote(currentTarget.value);
        }}
      />
    </details>
  );
};
