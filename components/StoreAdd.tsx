import { useSignal } from '@preact/signals';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { CHANNEL_ID } from '../utils/site/pages.ts';
import { storeTitle } from './StoreChoice.tsx';

interface StoreAddProps {
  t: Translator;
  stores: readonly StoreSummary[];
  onAdd(channelId: string, name: string): void;
}

function problemOf(channelId: string, { t, stores }: StoreAddProps): string | undefined {
  if (!CHANNEL_ID.test(channelId)) return t('storeAddMalformed');
  const known = stores.find((store) => store.channelId === channelId);
  return known && t('storeAddExists', storeTitle(known, t));
}

/** A store that was never seen, added by its channelId. */
export const StoreAdd = (props: StoreAddProps) => {
  const { t, onAdd } = props;
  const channelId = useSignal('');
  const name = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const submit = (form: HTMLFormElement): void => {
    const id = channelId.value.trim();
    problem.value = problemOf(id, props);
    if (problem.value) return;
    onAdd(id, name.value);
    channelId.value = '';
    name.value = '';
    const fold = form.closest('details');
    fold?.removeAttribute('open');
    fold?.querySelector('summary')?.focus();
  };
  return (
    <details class="store-fold">
      <summary>{t('storeAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <label>
          <span>{t('storeAddChannel')}</span>
          <input
            name="channel-id"
            inputMode="numeric"
            autocomplete="off"
            value={channelId.value}
            aria-invalid={problem.value !== undefined}
            aria-describedby={`store-add-hint${problem.value ? ' store-add-problem' : ''}`}
            onInput={({ currentTarget }) => {
              channelId.value = currentTarget.value;
            }}
          />
        </label>
        <label>
          <span>{t('storeName')}</span>
          <input
            name="name"
            maxLength={60}
            value={name.value}
            placeholder={t('storeNameHint')}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        <p class="hint" id="store-add-hint">
          {t('storeAddHint')}
        </p>
        {problem.value && (
          <p class="problem" id="store-add-problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit">{t('storeAddSubmit')}</button>
      </form>
    </details>
  );
};
