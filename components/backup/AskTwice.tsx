import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Translator } from '../../utils/i18n/translate.ts';
import { focusOnce } from '../focus.ts';

interface AskTwiceProps {
  t: Translator;
  title: string;
  /** What is lost, and what a person can do before. */
  children: ComponentChildren;
  /** On the button that does it. */
  verb: string;
  onConfirm(): void;
  onCancel(): void;
}

/** Before what can't be undone: what is lost, and then once more whether it is meant. */
export const AskTwice = ({ t, title, children, verb, onConfirm, onCancel }: AskTwiceProps) => {
  const isSure = useSignal(false);
  return (
    <section class="notice ask" aria-label={title} data-verdict="fail" data-sure={isSure.value}>
      <strong tabIndex={-1} ref={focusOnce}>
        {title}
      </strong>
      {children}
      {isSure.value && (
        <p role="alert">
          <strong>{t('askSure')}</strong>
        </p>
      )}
      <p class="buttons">
        {isSure.value ? (
          <button type="button" class="danger" data-do="confirm" key="confirm" onClick={onConfirm}>
            {verb}
          </button>
        ) : (
          <button
            type="button"
            data-do="ask"
            key="ask"
            onClick={() => {
              isSure.value = true;
            }}
          >
            {t('askGoOn')}
          </button>
        )}
        <button type="button" data-do="cancel" ref={isSure.value ? focusOnce : null} onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </section>
  );
};
