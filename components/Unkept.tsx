import type { ComponentChildren } from 'preact';
import type { Translator } from '../utils/i18n/translate.ts';

interface UnkeptProps {
  t: Translator;
  /** What is kept in its place. */
  children?: ComponentChildren;
  onKeep(): void;
}

/** Beside a field with a draft that another popup is typing, or that was cut short: it may be half a text. */
export const Unkept = ({ t, children, onKeep }: UnkeptProps) => (
  <p class="unkept" role="status">
    <span>
      {t('draftUnkept')} {children}
    </span>
    <button type="button" onClick={onKeep}>
      {t('draftKeep')}
    </button>
  </p>
);
