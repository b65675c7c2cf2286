import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ReasonView } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { focusOnce } from '../focus.ts';
import { ReasonList } from '../Reasons.tsx';

interface AskProps {
  t: Translator;
  /** Of what the question is, for a screen reader. */
  describedBy: string;
  /** Where there is nothing to lose, the first press is enough. */
  losses: readonly ReasonView[];
  first: string;
  second: string;
  onConfirm(): void;
}

/** What can't be undone asks twice, and says between what is lost. Escape leaves the question. */
export const Ask = ({ t, describedBy, losses, first, second, onConfirm }: AskProps) => {
  const isAsking = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    isAsking.value = false;
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class="tick"
        aria-expanded={losses.length > 0 ? isAsking.value : undefined}
        aria-describedby={describedBy}
        onClick={() => {
          if (losses.length > 0) isAsking.value = !isAsking.value;
          else onConfirm();
        }}
      >
        {first}
      </button>
      {isAsking.value && (
        <AskPanel t={t} losses={losses} onLeave={leave}>
          <button
            type="button"
            onClick={() => {
              leave();
              onConfirm();
            }}
          >
            {second}
          </button>
        </AskPanel>
      )}
    </>
  );
};

interface AskPanelProps {
  t: Translator;
  losses: readonly ReasonView[];
  children: ComponentChildren;
  onLeave(): void;
}

/** It takes the focus as a whole, so that what is lost is read before a button is reached. */
const AskPanel = ({ t, losses, children, onLeave }: AskPanelProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
  <div
    class="ask"
    role="group"
    aria-label={t('checklistAskFirst')}
    data-verdict="caution"
    tabIndex={-1}
    ref={focusOnce}
    onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      // Firefox and Chrome close the popup by it.
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }}
  >
    <p class="ask-title">{t('checklistAskFirst')}</p>
    <ReasonList reasons={[...losses]} source={t('checklistSource')} />
    <div class="buttons">
      {children}
      <button type="button" onClick={onLeave}>
        {t('cancel')}
      </button>
    </div>
  </div>
);
