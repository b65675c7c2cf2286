import { SIGNS } from '../utils/dom/signs.ts';
import type { Verdict } from '../utils/features/judgement.ts';

/** A verdict's sign; the word beside it is what a screen reader reads. */
export const Sign = ({ verdict }: { verdict: Verdict }) => (
  <svg class="sign" viewBox="0 0 12 12" aria-hidden="true" data-verdict={verdict}>
    <path d={SIGNS[verdict]} />
  </svg>
);

/** A verdict in a word, with its sign. */
export const VerdictWord = ({ verdict, word }: { verdict: Verdict; word: string }) => (
  <span class="verdict" data-verdict={verdict}>
    <Sign verdict={verdict} />
    {word}
  </span>
);
