import type { BackupProblem } from '../../utils/backup/file.ts';
import type { RestoreStage, RestoreStageOf } from '../../utils/backup/stage.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { FileChoice } from '../FileChoice.tsx';
import { focusOnce } from '../focus.ts';
import { shownCount } from '../import-texts.ts';
import { RestorePreview } from './RestorePreview.tsx';
import { recordName, textOf } from './texts.ts';

export interface RestoreProps {
  t: Translator;
  stores: readonly StoreSummary[];
  restore: RestoreStage;
  onFile(file: File): void;
  onSave(channelId: string | null): void;
  onRestore(isReplacing: boolean): void;
  onDiscard(): void;
}

const refusal = (problem: BackupProblem, t: Translator): string =>
  textOf(
    'backupProblem',
    problem.problem,
    t,
    ...('line' in problem ? [problem.line] : []),
    ...('version' in problem ? [problem.version] : []),
  );

const Start = ({ t, restore, onFile }: Pick<RestoreProps, 'onFile' | 'restore' | 't'>) => (
  <>
    <FileChoice word={t('backupChoose')} accept=".json" onFile={onFile} />
    <p class="hint">{t('backupChooseHint')}</p>
    {restore.kind === 'refused' && (
      <div class="notice" data-verdict="fail" role="alert">
        <strong>{t('backupRefused', restore.file)}</strong>
        <p>{refusal(restore.problem, t)}</p>
      </div>
    )}
    {restore.kind === 'checking' && (
      <p class="notice" role="status">
        {t('backupChecking', restore.file)}
      </p>
    )}
  </>
);

const Progress = ({ t, file, done, total }: { t: Translator } & RestoreStageOf<'restoring'>) => (
  <div class="progress">
    <h4 id="restore-progress" tabIndex={-1} ref={focusOnce}>
      {t('backupRestoring', file)}
    </h4>
    <progress max={total || 1} value={done} aria-labelledby="restore-progress" />
    <p class="hint">{t('backupDoneOf', shownCount(done, t), shownCount(total, t))}</p>
  </div>
);

type DoneProps = { t: Translator; stores: readonly StoreSummary[] } & RestoreStageOf<'restored'>;

const Done = ({ t, stores, file, count, refused }: DoneProps) => (
  <div class="notice" data-verdict={refused.length > 0 ? 'caution' : 'pass'}>
    <strong tabIndex={-1} ref={focusOnce}>
      {t('backupRestored', file, shownCount(count, t))}
    </strong>
    {refused.length > 0 && (
      <p>{t('backupNotTaken', refused.map((key) => recordName(key, stores, t)).join(', '))}</p>
    )}
  </div>
);

type StoppedProps = Pick<RestoreProps, 'onDiscard' | 'onRestore' | 't'> & RestoreStageOf<'stopped'>;

const Stopped = ({ t, file, done, backup, isReplacing, onRestore, onDiscard }: StoppedProps) => (
  <div class="notice" data-verdict="fail" role="alert">
    <strong>{t('backupStopped', file, shownCount(done, t), shownCount(backup.rows.length, t))}</strong>
    <p>{t('backupStoppedText')}</p>
    <p class="buttons">
      <button type="button" class="primary" data-do="resume" onClick={() => onRestore(isReplacing)}>
        {t('backupResume')}
      </button>
      <button type="button" data-do="discard-backup" onClick={onDiscard}>
        {t('cancel')}
      </button>
    </p>
  </div>
);

/** A backup: chosen, checked, looked at, and only then kept. */
export const Restore = (props: RestoreProps) => {
  const { t, restore } = props;
  return (
    <div class="step restore" data-restore={restore.kind}>
      <h3>{t('backupRestoreTitle')}</h3>
      {restore.kind === 'preview' && <RestorePreview {...props} stage={restore} />}
      {restore.kind === 'restoring' && <Progress t={t} {...restore} />}
      {restore.kind === 'stopped' && <Stopped {...props} {...restore} />}
      {restore.kind === 'restored' && <Done {...props} {...restore} />}
      {['start', 'refused', 'checking', 'restored'].includes(restore.kind) && <Start {...props} />}
    </div>
  );
};
