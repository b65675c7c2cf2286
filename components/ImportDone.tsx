import type { Translator } from '../utils/i18n/translate.ts';
import type { StageOf } from '../utils/import/stage.ts';
import { BadRows } from './BadRows.tsx';
import { focusOnce } from './focus.ts';
import { shownCount } from './import-texts.ts';

interface DoneProps {
  t: Translator;
  stage: StageOf<'kept'>;
  onAgain(): void;
}

/** What was kept, and what is left to mend. */
export const ImportDone = ({ t, stage: { file, kept, total, bad }, onAgain }: DoneProps) => {
  const isAll = kept === total;
  return (
    <div class="step done">
      <h3 tabIndex={-1} ref={focusOnce}>
        {isAll
          ? t('importKept', shownCount(kept, t))
          : t('importStopped', shownCount(kept, t), shownCount(total, t))}
      </h3>
      <p class="notice" data-verdict={isAll ? 'pass' : 'caution'}>
        {t(isAll ? 'importKeptText' : 'importStoppedText', file)}
      </p>
      {bad.length > 0 && (
        <p class="notice" data-verdict="caution">
          {t('importMend', shownCount(bad.length, t))}
        </p>
      )}
      <p class="buttons">
        <button type="button" data-do="again" onClick={onAgain}>
          {t('importAnother')}
        </button>
      </p>
      <BadRows t={t} rows={bad} />
    </div>
  );
};
