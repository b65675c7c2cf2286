import type { ProgressView } from '../../utils/features/checklist/progress.ts';
import type { Translator } from '../../utils/i18n/translate.ts';

/** Where an item stands on the page. */
export const itemAnchor = (rule: string): string => `item-${rule.replaceAll('.', '-')}`;

/** How far a path is gone: in words, as a bar, and how many items there are of each state. */
export const Progress = ({ t, progress }: { t: Translator; progress: ProgressView }) => (
  <div class="progress">
    <p class="progress-summary" role="status">
      {progress.summary}
    </p>
    <div class="bar-of-states" aria-hidden="true">
      {progress.segments.map(({ state, verdict, count }) => (
        <span key={state} data-state={state} data-verdict={verdict} style={{ flexGrow: count }} />
      ))}
    </div>
    <ul class="legend">
      {progress.segments.map(({ state, word, verdict, count }) => (
        <li key={state} data-state={state} data-verdict={verdict}>
          {word} {count}
        </li>
      ))}
    </ul>
    {progress.next && (
      <p class="next">
        <a href={`#${itemAnchor(progress.next.id)}`}>{t('checklistNext', progress.next.text)}</a>
      </p>
    )}
  </div>
);
