import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';

interface StoreChoiceProps {
  t: Translator;
  stores: readonly StoreSummary[];
  store: StoreSummary;
  onStore(channelId: string): void;
}

/** What a store is called in a list. */
export const storeTitle = ({ name, channelId }: StoreSummary, t: Translator): string =>
  name ? t('storeNamed', name, channelId) : t('storeUnnamed', channelId);

/** Which of several stores a page is about. */
export const StoreChoice = ({ t, stores, store, onStore }: StoreChoiceProps) => (
  <label class="store-choice">
    <span>{t('store')}</span>
    <select value={store.channelId} onChange={({ currentTarget }) => onStore(currentTarget.value)}>
      {stores.map((entry) => (
        <option key={entry.channelId} value={entry.channelId}>
          {storeTitle(entry, t)}
        </option>
      ))}
    </select>
  </label>
);
