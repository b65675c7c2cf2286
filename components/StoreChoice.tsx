import { shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';

interface StoreChoiceProps {
  t: Translator;
  stores: readonly StoreSummary[];
  store: StoreSummary;
  onStore(channelId: string): void;
}

/** What a store is called in a list. */
export const storeTitle = (
  { name, channelId }: Pick<StoreSummary, 'channelId' | 'name'>,
  t: Translator,
): string => (name ? t('storeNamed', name, channelId) : t('storeUnnamed', channelId));

/** A store by its channelId, which may be one that was never kept. */
export const storeIn = (stores: readonly StoreSummary[], channelId: string): StoreSummary =>
  stores.find((store) => store.channelId === channelId) ?? {
    channelId,
    name: '',
    colour: null,
    lastSeen: '',
  };

/** Which store it is, and when it was last seen. */
export const seenText = ({ channelId, lastSeen }: StoreSummary, t: Translator): string =>
  lastSeen ? t('storeSeen', channelId, shownTime(lastSeen, t)) : t('storeUnseen', channelId);

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
