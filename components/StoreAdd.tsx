import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { CHANNEL_ID } from '../utils/site/pages.ts';
import { type FormDraft, hasTexts } from './draft.ts';
import { storeTitle } from './StoreChoice.tsx';

/** A store as it is being typed. */
export interface NewStore {
  channelId: string;
  name: string;
}

export interface StoreAddProps {
  t: Translator;
  stores: readonly StoreSummary[];
  newStore: FormDraft<NewStore>;
  /** @returns whether that was done */
  onAdd(store: NewStore): Promise<boolean>;
}

const NOTHING: NewStore = { channelId: '', name: '' };

/** Whether it was kept as a draft, by this version. */
export const isNewStore = (kept: unknown): kept is NewStore => hasTexts(kept, ['channelId', 'name']);

const knownAs = ({ channelId }: NewStore, stores: readonly StoreSummary[]): StoreSummary | undefined =>
  stores.find((store) => store.channelId === channelId);

function problemOf(store: NewStore, { t, stores }: StoreAddProps): string | undefined {
  if (!CHANNEL_ID.test(store.channelId)) return t('storeAddMalformed');
  const known = knownAs(store, stores);
  return known && t('storeAddExists', storeTitle(known, t));
}

/** What was being typed before; nothing once that store is there. */
function leftBefore({ newStore, stores }: StoreAddProps): NewStore | undefined {
  const left = newStore.read();
  return left && !knownAs(left, stores) ? left : undefined;
}

/** A store that was never seen, added by its channelId; what is typed outlives the popup. */
export const StoreAdd = (props: StoreAddProps) => {
  const { t, newStore, onAdd } = props;
  const [left] = useState(() => leftBefore(props));
  const typed = useSignal(left ?? NOTHING);
  const problem = useSignal<string | undefined>(undefined);
  const type = (part: Partial<NewStore>): void => {
    typed.value = { ...typed.value, ...part };
    const isEmpty = typed.value.channelId === '' && typed.value.name === '';
    newStore.keep(isEmpty ? undefined : typed.value);
  };
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const store = { ...typed.value, channelId: typed.value.channelId.trim() };
    problem.value = problemOf(store, props);
    if (problem.value || !(await onAdd(store))) return;
    type(NOTHING);
    const fold = form.closest('details');
    fold?.removeAttribute('open');
    fold?.querySelector('summary')?.focus();
  };
  return (
    <details class="store-fold" open={left !== undefined}>
      <summary>{t('storeAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <label>
          <span>{t('storeAddChannel')}</span>
          <input
            name="channel-id"
            inputMode="numeric"
            autocomplete="off"
            value={typed.value.channelId}
            aria-invalid={problem.value !== undefined}
            aria-describedby={`store-add-hint${problem.value ? ' store-add-problem' : ''}`}
            onInput={({ currentTarget }) => type({ channelId: currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('storeName')}</span>
          <input
            name="name"
            maxLength={60}
            value={typed.value.name}
            placeholder={t('storeNameHint')}
            onInput={({ currentTarget }) => type({ name: currentTarget.value })}
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
