import { useSignal } from '@preact/signals';
import type { StageOf } from '../utils/import/stage.ts';
import { focusOnce } from './focus.ts';
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

/** The browser's own control would say its words in the browser's language. */
const FileChoice = ({ t, stage, onFiles }: Pick<StartProps, 't' | 'stage' | 'onFiles'>) => {
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
        accept=".xlsx,.csv,.tsv,.txt"
        ref={stage.isBack ? focusOnce : null}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = '';
          onFiles(files);
        }}
      />
      <span class="button primary">{t('importChoose')}</span> <span>{t('importDrop')}</span>
    </label>
  );
};

/** Which store, the template, and the choice of a file; and why the last file was not taken. */
export const ImportStart = ({ t, stores, store, stage, onStore, onTemplate, onFiles }: StartProps) => (
  <>
    <StoreChoice t={t} stores={stores} store={store} onStore={onStore} />
    <Templates t={t} onTemplate={onTemplate} />
    <div class="step">
      <span class="step-name">{t('importFile')}</span>
      <FileChoice t={t} stage={stage} onFiles={onFiles} />
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
