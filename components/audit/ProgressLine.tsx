import type { Translator } from '../../utils/i18n/translate.ts';
import { countText } from './texts.ts';

interface ProgressLineProps {
  t: Translator;
  label: string;
  done: number;
  /** 0: how much there is to do is not known yet. */
  total: number;
  act: 'cancel-export' | 'cancel-receive';
  onCancel(): void;
}

/** How far long work is, and the way out of it until its last step, which has no measure and is done whole. */
export const ProgressLine = ({ t, label, done, total, act, onCancel }: ProgressLineProps) => {
  const isLast = total > 0 && done === total;
  const isMeasured = total > 0 && !isLast;
  return (
    <div class="progress-line">
      <progress max={total || 1} value={isMeasured ? done : undefined} aria-label={label} />
      {total > 0 && <span>{t('auditOf', countText(done, t), countText(total, t))}</span>}
      <button type="button" data-do={act} disabled={isLast} onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
};
