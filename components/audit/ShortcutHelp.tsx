import type { Translator } from '../../utils/i18n/translate.ts';
import { SHORTCUTS, TOLD } from './shortcuts.ts';

interface ShortcutHelpProps {
  t: Translator;
  onClose(): void;
}

const NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Enter: '↵ Enter' };

const Keys = ({ shortcut }: { shortcut: (typeof TOLD)[number] }) => (
  <dt>
    {SHORTCUTS[shortcut].map((key) => (
      <kbd key={key}>{NAMES[key] ?? key}</kbd>
    ))}
  </dt>
);

const showOnce = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal();
};

/** What one key does, and where. */
export const ShortcutHelp = ({ t, onClose }: ShortcutHelpProps) => (
  <dialog class="shortcuts" aria-label={t('auditShortcuts')} ref={showOnce} onClose={onClose}>
    <h2>{t('auditShortcuts')}</h2>
    <dl>
      {TOLD.map((shortcut) => (
        <div key={shortcut}>
          <Keys shortcut={shortcut} />
          <dd>{t(`auditKey_${shortcut}`)}</dd>
        </div>
      ))}
    </dl>
    <p class="hint">{t('auditShortcutsWhere')}</p>
    <form method="dialog">
      <button type="submit">{t('close')}</button>
    </form>
  </dialog>
);
