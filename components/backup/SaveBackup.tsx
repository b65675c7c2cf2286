import type { Translator } from '../../utils/i18n/translate.ts';

interface SaveBackupProps {
  t: Translator;
  /** How far it has come, while it is made. */
  saving: { done: number; total: number } | undefined;
  onSave(channelId: null): void;
}

/** All that is kept, as one file. */
export const SaveBackup = ({ t, saving, onSave }: SaveBackupProps) => (
  <div class="step">
    <h3>{t('backupSaveTitle')}</h3>
    <p class="buttons">
      <button
        type="button"
        class="primary"
        data-do="save-backup"
        aria-disabled={saving !== undefined}
        onClick={() => onSave(null)}
      >
        {t('backupSave')}
      </button>
      {saving && (
        <progress class="beside" max={saving.total || 1} value={saving.done} aria-label={t('backupSaving')} />
      )}
    </p>
    <p class="hint">{t('backupSaveHint')}</p>
  </div>
);
