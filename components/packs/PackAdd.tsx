import { useSignal } from '@preact/signals';
import { keyOf, type Translator } from '../../utils/i18n/translate.ts';
import type { SourceProblem } from '../../utils/packs/sources.ts';

interface PackAddProps {
  t: Translator;
  /** @returns why it could not be added */
  onAdd(url: string, key: string): Promise<SourceProblem | null>;
}

const ID = 'pack-add-problem';

/** An address and the key of whoever publishes there. What was typed stays until it is added. */
export const PackAdd = ({ t, onAdd }: PackAddProps) => {
  const url = useSignal('');
  const key = useSignal('');
  const problem = useSignal<SourceProblem | null>(null);
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    problem.value = await onAdd(url.value, key.value);
    if (problem.value) return;
    url.value = '';
    key.value = '';
  };
  return (
    <form class="pack-add" noValidate onSubmit={add}>
      <h3>{t('packAddTitle')}</h3>
      <p class="hint">{t('packAddHint')}</p>
      <label>
        <span class="step-name">{t('packAddUrl')}</span>
        <input
          name="url"
          type="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://"
          value={url}
          aria-describedby={ID}
          aria-invalid={problem.value !== null && problem.value !== 'bad-key'}
          onInput={({ currentTarget }) => {
            url.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        <span class="step-name">{t('packAddKey')}</span>
        <input
          name="key"
          autocomplete="off"
          spellcheck={false}
          value={key}
          aria-describedby={ID}
          aria-invalid={problem.value === 'bad-key'}
          onInput={({ currentTarget }) => {
            key.value = currentTarget.value;
          }}
        />
      </label>
      <p class="problem" id={ID} role="alert">
        {problem.value && t(keyOf('packProblem', problem.value))}
      </p>
      <button type="submit" data-do="add">
        {t('packAdd')}
      </button>
    </form>
  );
};
