import { useSignal } from '@preact/signals';
import { shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { Overview, StoreSummary, StoreView } from '../utils/messaging/protocol.ts';
import { StoreChoice } from './StoreChoice.tsx';

interface StorePickerProps {
  t: Translator;
  overview: Overview;
  store: StoreView;
  onStore(channelId: string): void;
  onName(channelId: string, name: string): void;
}

/** What is being typed stays while the popup is drawn anew. */
const StoreName = ({ t, store, onName }: Pick<StorePickerProps, 't' | 'store' | 'onName'>) => {
  const draft = useSignal<string | undefined>(undefined);
  return (
    <label>
      <span>{t('storeName')}</span>
      <input
        maxLength={60}
        value={draft.value ?? store.name}
        placeholder={t('storeNameHint')}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
        }}
        onChange={({ currentTarget }) => onName(store.channelId, currentTarget.value)}
      />
    </label>
  );
};

/** The store of the tab may be one that was never kept. */
const storesOf = ({ stores }: Overview, store: StoreView): StoreSummary[] =>
  stores.some(({ channelId }) => channelId === store.channelId) ? stores : [store, ...stores];

/** Which store is open, and what its owner calls it. */
export const StorePicker = ({ t, overview, store, onStore, onName }: StorePickerProps) => (
  <section class="store">
    <StoreChoice t={t} stores={storesOf(overview, store)} store={store} onStore={onStore} />
    <StoreName key={store.channelId} t={t} store={store} onName={onName} />
    <p class="hint">{t('storeSeen', store.channelId, shownTime(store.lastSeen, t))}</p>
  </section>
);
