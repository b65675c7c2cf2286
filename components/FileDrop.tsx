import { useSignal } from '@preact/signals';
import { focusOnce } from './focus.ts';

interface FileDropProps {
  words: { choose: string; drop: string };
  /** The endings of the files that are offered first. */
  accept: string;
  /** Whether the person comes back to it, and goes on here. */
  hasFocus?: boolean;
  onFiles(files: readonly File[]): void;
}

/** Where a file is chosen or dropped. The browser's own control would say its words in the browser's language. */
export const FileDrop = ({ words, accept, hasFocus = false, onFiles }: FileDropProps) => {
  const isOver = useSignal(false);
  return (
    <label
      class="drop"
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
      <input
        type="file"
        accept={accept}
        ref={hasFocus ? focusOnce : null}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = '';
          onFiles(files);
        }}
      />
      <span class="button primary">{words.choose}</span> <span>{words.drop}</span>
    </label>
  );
};
