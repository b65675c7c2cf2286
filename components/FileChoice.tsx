import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { focusOnce } from './focus.ts';

/** Hands over the files that were chosen. */
const chosen =
  (onFiles: (files: readonly File[]) => void) =>
  ({ currentTarget }: TargetedEvent<HTMLInputElement>): void => {
    const files = [...(currentTarget.files ?? [])];
    // So that the same file can be chosen again after it was mended.
    currentTarget.value = '';
    onFiles(files);
  };

interface FileChoiceProps {
  word: string;
  /** The endings of the files that are offered first. */
  accept: string;
  onFile(file: File): void;
}

/** A button that chooses a file. The browser's own control would say its words in the browser's language. */
export const FileChoice = ({ word, accept, onFile }: FileChoiceProps) => (
  <label class="file">
    <input type="file" accept={accept} onChange={chosen(([file]) => file && onFile(file))} />
    <span class="button">{word}</span>
  </label>
);

interface FileDropProps {
  words: { choose: string; drop: string };
  accept: string;
  /** Whether the person comes back to it, and goes on here. */
  hasFocus?: boolean;
  onFiles(files: readonly File[]): void;
}

/** Where a file is chosen or dropped. */
export const FileDrop = ({ words, accept, hasFocus = false, onFiles }: FileDropProps) => {
  const isOver = useSignal(false);
  return (
    <label
      class="file drop"
      data-over={isOver.value}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <input type="file" accept={accept} ref={hasFocus ? focusOnce : null} onChange={chosen(onFiles)} />
      <span class="button primary">{words.choose}</span> <span>{words.drop}</span>
    </label>
  );
};
