import type { Overview, StoreSummary } from '../utils/messaging/protocol.ts';
import { StoreAdd, type StoreAddProps } from './StoreAdd.tsx';
import { seenText, storeIn } from './StoreChoice.tsx';
import { StoreCombobox } from './StoreCombobox.tsx';
import { StoreEdit, type StoreEditProps } from './StoreEdit.tsx';
import { StoreTitle } from './StoreTitle.tsx';

interface StorePickerProps extends StoreEditProps, Pick<StoreAddProps, 'newStore' | 'onAdd'> {
  overview: Overview;
  store: StoreSummary;
  /** The store of the page in the tab, where it names one. */
  storeOfTab: string | undefined;
  onStore(channelId: string): void;
  onAudit(channelId: string): void;
}

/** The store of the tab may be one that was never kept. */
const storesOf = ({ stores }: Overview, store: StoreSummary): StoreSummary[] =>
  stores.some(({ channelId }) => channelId === store.channelId) ? stores : [store, ...stores];

const OtherTab = ({ t, overview, storeOfTab, onStore }: StorePickerProps & { storeOfTab: string }) => (
  <p class="other-tab" role="status">
    <span>
      {t('storeOfTab')} <StoreTitle t={t} store={storeIn(overview.stores, storeOfTab)} />
    </span>
    <button type="button" onClick={() => onStore(storeOfTab)}>
      {t('storeOfTabGo')}
    </button>
  </p>
);

/** Which store is open, of all that were seen or added, and how its owner tells it from the others. */
export const StorePicker = (props: StorePickerProps) => {
  const { t, overview, store, storeOfTab, newStore, onStore, onAdd, onAudit } = props;
  const stores = storesOf(overview, store);
  return (
    <section class="store" data-store={store.channelId}>
      {storeOfTab !== undefined && storeOfTab !== store.channelId && (
        <OtherTab {...props} storeOfTab={storeOfTab} />
      )}
      <StoreCombobox t={t} stores={stores} store={store} onStore={onStore} />
      <p class="store-line">
        <span class="hint">{seenText(store, t)}</span>
        <button type="button" data-do="audit" onClick={() => onAudit(store.channelId)}>
          {t('auditThisStore')}
        </button>
      </p>
      <StoreEdit key={store.channelId} {...props} />
      <StoreAdd t={t} stores={overview.stores} newStore={newStore} onAdd={onAdd} />
    </section>
  );
};
