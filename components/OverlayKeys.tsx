import { useSignal } from '@preact/signals';
import { type CombinationProblem, combinationOf, combinationProblem } from '../utils/dom/combination.ts';
import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import { DEFAULT_KEYS, type Hiding } from '../utils/storage/hiding.ts';

export interface OverlayKeysProps {
  t: Translator;
  hiding: Hiding;
  onKeys(keys: string | null): void;
}

interface Refused {
  keys: string;
  problem: CombinationProblem;
}

const PROBLEMS: Record<CombinationProblem, MessageKey> = {
  'kept-by-browser': 'keysProblem_kept_by_browser',
  'no-key': 'keysProblem_no_key',
  'no-modifier': 'keysProblem_no_modifier',
};

/** Keys that lead away from the button: they mean here what they mean everywhere. */
const LEAVES = /^(?:Shift\+)?(?:Tab|Escape)$/;

/** The keys that hide the overlay: what they are, others by pressing them, or none. */
export const OverlayKeys = ({ t, hiding: { keys }, onKeys }: OverlayKeysProps) => {
  const isListening = useSignal(false);
  const refused = useSignal<Refused | undefined>(undefined);
  const stop = (): void => {
    isListening.value = false;
    refused.value = undefined;
  };
  const take = (event: KeyboardEvent): void => {
    const pressed = isListening.value && !event.repeat && combinationOf(event);
    if (!pressed) return;
    if (LEAVES.test(pressed)) {
      stop();
      return;
    }
    event.preventDefault();
    const problem = combinationProblem(pressed);
    refused.value = problem && { keys: pressed, problem };
    if (problem) return;
    stop();
    onKeys(pressed);
  };
  const choose = (chosen: string | null): void => {
    stop();
    onKeys(chosen);
  };
  return (
    <section class="setting keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keysTitle')}</h2>
      <p class="hint">{t('keysHint')}</p>
      <p class="buttons">
        {keys ? <kbd>{keys}</kbd> : <span>{t('keysNone')}</span>}
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // Not every browser does so by itself.
            currentTarget.focus();
            isListening.value = true;
          }}
          onKeyDown={take}
          onBlur={stop}
        >
          {t('keysChange')}
        </button>
        {keys && (
          <button type="button" onClick={() => choose(null)}>
            {t('keysOff')}
          </button>
        )}
        {keys !== DEFAULT_KEYS && (
          <button type="button" onClick={() => choose(DEFAULT_KEYS)}>
            {t('keysReset', DEFAULT_KEYS)}
          </button>
        )}
      </p>
      <p class={refused.value ? 'problem' : 'hint'} role="status">
        {refused.value && t(PROBLEMS[refused.value.problem], refused.value.keys)}
        {!refused.value && isListening.value && t('keysPress')}
      </p>
    </section>
  );
};
