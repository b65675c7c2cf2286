import { shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { Overview, StoreSummary, StoreView } from '../utils/messaging/protocol.ts';

interface StorePickerProps {
  t: Translator;
  overview: Overview;
  store: StoreView;
  onStore(channelId: string): void;
  onName(channelId: string, name: string): void;
}

const storeTitle = ({ name, channelId }: StoreSummary, t: Translator): string =>
  name ? t('storeNamed', name, channelId) : t('storeUnnamed', channelId);

/** Which store is open, and what its owner calls it. */
export const StorePicker = ({ t, overview, store, onStore, onName }: StorePickerProps) => (
  <section class="store">
    <label>
      <span>{t('store')}</span>
      <select value={store.channelId} onChange={({ currentTarget }) => onStore(currentTarget.value)}>
        {overview.stores.map((entry) => (
          <option key={entry.channelId} value={entry.channelId}>
            {storeTitle(entry, t)}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>{t('storeName')}</span>
      <input
        key={store.channelId}
        maxLength={60}
        value={store.name}
        placeholder={t('storeNameHint')}
        onChange={({ currentTarget }) => onName(store.channelId, currentTarget.value)}
      />
    </label>
    <p class="hint">{t('storeSeen', store.channelId, shownTime(store.lastSeen, t))}</p>
  </section>
);
