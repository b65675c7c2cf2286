import { useSignal } from '@preact/signals';

interface CopyReportProps {
  report: string;
  words: { copy: string; copied: string; notCopied: string };
  /** The button's name, where several stand on one page. */
  label?: string;
  copy(report: string): Promise<boolean>;
}

/** A button that copies a report, and says beside itself what came of it. */
export const CopyReport = ({ report, words, label, copy }: CopyReportProps) => {
  const outcome = useSignal('');
  return (
    <>
      <button
        type="button"
        aria-label={label}
        onClick={async () => {
          outcome.value = (await copy(report)) ? words.copied : words.notCopied;
        }}
      >
        {words.copy}
      </button>
      <span role="status">{outcome.value}</span>
    </>
  );
};
