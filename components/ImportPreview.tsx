import type { ComponentChildren } from 'preact';
import type { Translator } from '../utils/i18n/translate.ts';
import { EXAMPLE_ID } from '../utils/import/columns.ts';
import type { ReadAs } from '../utils/import/read-table.ts';
import type { StageOf } from '../utils/import/stage.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { BadRows } from './BadRows.tsx';
import { focusOnce } from './focus.ts';
import { GoodRows } from './GoodRows.tsx';
import { shownCount } from './import-texts.ts';
import { storeTitle } from './StoreChoice.tsx';

interface PreviewProps {
  t: Translator;
  store: StoreSummary;
  stage: StageOf<'preview'>;
  onKeep(): void;
  onDiscard(): void;
}

/** As programs that save a file name them. */
const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030 / GBK',
};

const readAsText = (readAs: ReadAs, t: Translator): string =>
  readAs.kind === 'csv' ? t('importReadCsv', ENCODINGS[readAs.encoding]) : t('importReadXlsx', readAs.sheet);

function replacedText({ replaced }: StageOf<'preview'>, t: Translator): string {
  if (replaced === 'counting') return t('importCounting');
  if (replaced === 'uncounted') return t('importUncounted');
  return replaced === 0 ? t('importReplacesNone') : t('importReplaces', shownCount(replaced, t));
}

const Entry = ({ name, id, children }: { name: string; id: string; children: ComponentChildren }) => (
  <div data-entry={id}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Overview = ({ t, store, stage }: Pick<PreviewProps, 't' | 'store' | 'stage'>) => {
  const { summary, stating } = stage;
  return (
    <dl class="overview">
      <Entry id="store" name={t('store')}>
        {storeTitle(store, t)}
      </Entry>
      <Entry id="read-as" name={t('importReadAs')}>
        {readAsText(summary.readAs, t)}
      </Entry>
      <Entry id="rows" name={t('importRows')}>
        {shownCount(summary.rows, t)}
      </Entry>
      <Entry id="good" name={t('importGood')}>
        {shownCount(stating.length, t)}
      </Entry>
      <Entry id="bad" name={t('importBad')}>
        {shownCount(summary.bad.length, t)}
      </Entry>
      <Entry id="replaced" name={t('importReplaced')}>
        {replacedText(stage, t)}
      </Entry>
      {summary.ignoredColumns.length > 0 && (
        <Entry id="ignored" name={t('importIgnored')}>
          {summary.ignoredColumns.join(' | ')}
        </Entry>
      )}
    </dl>
  );
};

/** What a person should look at before anything is kept. */
function cautionsOf({ summary, stating }: StageOf<'preview'>, t: Translator): string[] {
  const example = summary.good.find(({ productId }) => productId === EXAMPLE_ID);
  const onlyIds = summary.good.length - stating.length;
  return [
    ...(summary.areIdsDoubtful ? [t('importIdsDoubtful')] : []),
    ...(example ? [t('importExample', example.line)] : []),
    ...(onlyIds > 0 ? [t('importOnlyIds', shownCount(onlyIds, t))] : []),
    ...(stating.length === 0 ? [t('importNoGood')] : []),
  ];
}

/** What a file says, before any of it is kept. */
export const ImportPreview = ({ t, store, stage, onKeep, onDiscard }: PreviewProps) => (
  <div class="step preview">
    <h3 tabIndex={-1} ref={focusOnce}>
      {t('importPreview', stage.file)}
    </h3>
    <p class="hint">{t('importNotYet')}</p>
    <Overview t={t} store={store} stage={stage} />
    {cautionsOf(stage, t).map((caution) => (
      <p class="notice" data-verdict="caution" key={caution}>
        {caution}
      </p>
    ))}
    <p class="buttons">
      {stage.stating.length > 0 && (
        <button type="button" class="primary" data-do="keep" onClick={onKeep}>
          {t('importKeep', shownCount(stage.stating.length, t))}
        </button>
      )}
      <button type="button" data-do="discard" onClick={onDiscard}>
        {t('importDiscard')}
      </button>
    </p>
    <BadRows t={t} rows={stage.summary.bad} />
    <GoodRows t={t} products={stage.stating} />
  </div>
);
