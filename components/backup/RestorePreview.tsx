import { useSignal } from '@preact/signals';
import type { StoreChange } from '../../utils/backup/compare.ts';
import type { Backup, BadBackupRow } from '../../utils/backup/file.ts';
import type { RestoreStageOf } from '../../utils/backup/stage.ts';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { focusOnce } from '../focus.ts';
import { shownCount } from '../import-texts.ts';
import { AskTwice } from './AskTwice.tsx';
import type { RestoreProps } from './Restore.tsx';
import { recordName, storeNamed, textOf } from './texts.ts';

type PreviewProps = Pick<RestoreProps, 'onDiscard' | 'onRestore' | 'onSave' | 'stores' | 't'> & {
  stage: RestoreStageOf<'preview'>;
};

/** The counts of a change, in the order of the table. */
const COUNTS = ['added', 'changed', 'same', 'newerThere', 'newerHere', 'onlyHere'] as const;

const Changes = ({ t, changes }: { t: Translator; changes: readonly StoreChange[] }) => (
  <table class="rows changes">
    <caption>{t('backupChanges')}</caption>
    <thead>
      <tr>
        <th scope="col">{t('store')}</th>
        {COUNTS.map((count) => (
          <th key={count} scope="col">
            {t(`backupCount_${count}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {changes.map(({ channelId, name, ...counts }) => (
        <tr key={channelId}>
          <th scope="row">
            {channelId === undefined ? t('backupNoStore') : storeNamed({ channelId, name }, t)}
          </th>
          {COUNTS.map((count) => (
            <td key={count} class="count" data-count={count}>
              {shownCount(counts[count], t)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** More bad rows than this are counted and not named one by one. */
const MOST_NAMED = 20;

const badName = ({ key, problem }: BadBackupRow, { t, stores }: Pick<PreviewProps, 'stores' | 't'>) =>
  problem === 'not-row' ? t('backupPlace', key) : recordName(key, stores, t);

const BadRows = ({ t, stores, bad }: Pick<PreviewProps, 'stores' | 't'> & { bad: Backup['bad'] }) => (
  <div class="notice" data-verdict="caution">
    <strong>{t('backupBad', shownCount(bad.length, t))}</strong>
    <ul class="bad">
      {bad.slice(0, MOST_NAMED).map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold the same bad row twice, and the list never changes
        <li key={place}>
          {badName(row, { t, stores })}: {textOf('backupRow', row.problem, t)}
        </li>
      ))}
    </ul>
    {bad.length > MOST_NAMED && <p>{t('backupBadMore', shownCount(bad.length - MOST_NAMED, t))}</p>}
  </div>
);

/** What is here alone, or later here, is lost where the file takes the place of everything. */
const lostIn = (changes: readonly StoreChange[], count: 'newerHere' | 'onlyHere'): number =>
  changes.reduce((sum, change) => sum + change[count], 0);

const Replace = ({ t, stage, onRestore, onSave, onCancel }: PreviewProps & { onCancel(): void }) => (
  <AskTwice
    t={t}
    title={t('backupReplaceTitle')}
    verb={t('backupReplace')}
    onConfirm={() => onRestore(true)}
    onCancel={onCancel}
  >
    <p>
      {t(
        'backupReplaceText',
        shownCount(lostIn(stage.changes, 'onlyHere'), t),
        shownCount(lostIn(stage.changes, 'newerHere'), t),
      )}
    </p>
    <p class="buttons">
      <button type="button" data-do="save-before" onClick={() => onSave(stage.backup.channelId)}>
        {t('backupSaveBefore')}
      </button>
    </p>
  </AskTwice>
);

/** What restoring a backup changes; nothing is kept until the person says so. */
export const RestorePreview = (props: PreviewProps) => {
  const { t, stores, stage, onRestore, onDiscard } = props;
  const isReplacing = useSignal(false);
  const { backup, changes, file } = stage;
  const hasSettings = Object.keys(backup.settings).length > 0;
  return (
    <div class="preview">
      <h4 tabIndex={-1} ref={focusOnce}>
        {t('backupPreview', file)}
      </h4>
      <p class="hint">
        {t('backupMade', shownTime(backup.madeAt, t), backup.extensionVersion, backup.packVersion)}
      </p>
      {backup.rows.length > 0 ? <Changes t={t} changes={changes} /> : <p>{t('backupNothing')}</p>}
      {backup.bad.length > 0 && <BadRows t={t} stores={stores} bad={backup.bad} />}
      <p>{t('backupMergeText')}</p>
      {hasSettings && <p class="hint">{t('backupSettings')}</p>}
      {isReplacing.value ? (
        <Replace
          {...props}
          onCancel={() => {
            isReplacing.value = false;
          }}
        />
      ) : (
        <p class="buttons">
          <button type="button" class="primary" data-do="restore" onClick={() => onRestore(false)}>
            {t('backupMerge')}
          </button>
          <button
            type="button"
            data-do="replace"
            onClick={() => {
              isReplacing.value = true;
            }}
          >
            {t('backupReplaceAsk')}
          </button>
          <button type="button" data-do="discard-backup" onClick={onDiscard}>
            {t('backupDiscard')}
          </button>
        </p>
      )}
    </div>
  );
};
