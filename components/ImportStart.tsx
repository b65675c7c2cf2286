import type { StageOf } from '../utils/import/stage.ts';
import { FileDrop } from './FileChoice.tsx';
import { problemText } from './import-texts.ts';
import type { ImportProps } from './ProductImport.tsx';
import { StoreChoice } from './StoreChoice.tsx';

type StartProps = Pick<ImportProps, 't' | 'stores' | 'onStore' | 'onTemplate' | 'onFiles'> & {
  store: NonNullable<ImportProps['store']>;
  stage: StageOf<'start'>;
};

const Templates = ({ t, onTemplate }: Pick<StartProps, 't' | 'onTemplate'>) => (
  <div class="step">
    <span class="step-name">{t('importTemplate')}</span>
    <p class="buttons">
      <button type="button" onClick={() => onTemplate('xlsx')}>
        {t('importTemplateXlsx')}
      </button>
      <button type="button" onClick={() => onTemplate('csv')}>
        {t('importTemplateCsv')}
      </button>
    </p>
    <p class="hint">{t('importTemplateHint')}</p>
  </div>
);

/** Which store, the template, and the choice of a file; and why the last file was not taken. */
export const ImportStart = ({ t, stores, store, stage, onStore, onTemplate, onFiles }: StartProps) => (
  <>
    <StoreChoice t={t} stores={stores} store={store} onStore={onStore} />
    <Templates t={t} onTemplate={onTemplate} />
    <div class="step">
      <span class="step-name">{t('importFile')}</span>
      <FileDrop
        words={{ choose: t('importChoose'), drop: t('importDrop') }}
        accept=".xlsx,.csv,.tsv,.txt"
        hasFocus={stage.isBack}
        onFiles={onFiles}
      />
      {stage.refused && (
        <div class="notice" data-verdict="fail" role="alert">
          <strong>{t('importRefused', stage.refused.file)}</strong>
          <p>{problemText(stage.refused.problem, t)}</p>
        </div>
      )}
      {stage.note && (
        <p class="notice" role="status">
          {t(stage.note)}
        </p>
      )}
    </div>
  </>
);
