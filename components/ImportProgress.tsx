import type { Translator } from '../utils/i18n/translate.ts';
import type { StageOf } from '../utils/import/stage.ts';
import { focusOnce } from './focus.ts';
import { shownCount } from './import-texts.ts';

interface ProgressProps {
  t: Translator;
  stage: StageOf<'reading'> | StageOf<'keeping'>;
  onCancel(): void;
}

const BYTES_OF_MB = 1024 * 1024;

function valueText({ kind, done, total }: ProgressProps['stage'], t: Translator): string {
  if (kind === 'keeping') return t('importKeptValue', shownCount(done, t), shownCount(total, t));
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const size = new Intl.NumberFormat(t.tag, { maximumFractionDigits: 1 }).format(total / BYTES_OF_MB);
  return t('importReadValue', percent, size);
}

/** How far reading or keeping has come, and the way out of it. */
export const ImportProgress = ({ t, stage, onCancel }: ProgressProps) => {
  const text = valueText(stage, t);
  return (
    <div class="step progress">
      <h3 id="progress-title" tabIndex={-1} ref={focusOnce}>
        {t(stage.kind === 'reading' ? 'importReading' : 'importKeeping', stage.file)}
      </h3>
      <progress max={stage.total} value={stage.done} aria-labelledby="progress-title" aria-valuetext={text} />
      <p class="hint">{text}</p>
      <p class="buttons">
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
};
