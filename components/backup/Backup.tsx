import { focusOnce } from '../focus.ts';
import { Restore, type RestoreProps } from './Restore.tsx';
import { SaveBackup } from './SaveBackup.tsx';
import { SetAside, type SetAsideProps } from './SetAside.tsx';
import { StoreTable, type StoreTableProps } from './StoreTable.tsx';

export interface BackupProps
  extends Omit<RestoreProps, 'onSave'>,
    SetAsideProps,
    Omit<StoreTableProps, 'onSave'> {
  saving: { done: number; total: number } | undefined;
  /** The person was led here. */
  isWanted: boolean;
  /** @param channelId `null`: all that is kept */
  onSave(channelId: string | null): void;
}

/** What is kept: saved as a file, restored from one, deleted store by store; and what could not be read. */
export const Backup = (props: BackupProps) => {
  const { t, isWanted } = props;
  return (
    <section class="backup" id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title" tabIndex={-1} ref={isWanted ? focusOnce : null}>
        {t('backupTitle')}
      </h2>
      <p class="hint">{t('backupHint')}</p>
      <SetAside {...props} />
      <SaveBackup {...props} />
      <Restore {...props} />
      <StoreTable {...props} />
    </section>
  );
};
