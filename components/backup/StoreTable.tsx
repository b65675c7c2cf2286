import { useSignal } from '@preact/signals';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSize } from '../../utils/messaging/protocol.ts';
import { focusOnce } from '../focus.ts';
import { shownCount } from '../import-texts.ts';
import { AskTwice } from './AskTwice.tsx';
import { storeNamed } from './texts.ts';

export interface StoreTableProps {
  t: Translator;
  sizes: readonly StoreSize[];
  deleted: StoreSize | undefined;
  onSave(channelId: string): void;
  onDelete(store: StoreSize): void;
}

type RowProps = Pick<StoreTableProps, 'onSave' | 't'> & { store: StoreSize; onAsk(): void };

const Row = ({ t, store, onSave, onAsk }: RowProps) => {
  const title = storeNamed(store, t);
  return (
    <tr data-store={store.channelId}>
      <th scope="row">{title}</th>
      <td class="count">{shownCount(store.facts, t)}</td>
      <td class="count">{shownCount(store.products, t)}</td>
      <td>
        <span class="buttons">
          <button
            type="button"
            data-do="save-store"
            aria-label={t('storeSaveOf', title)}
            onClick={() => onSave(store.channelId)}
          >
            {t('storeSave')}
          </button>
          <button type="button" data-do="delete-store" aria-label={t('storeDeleteOf', title)} onClick={onAsk}>
            {t('storeDelete')}
          </button>
        </span>
      </td>
    </tr>
  );
};

type AskProps = Pick<StoreTableProps, 'onDelete' | 'onSave' | 't'> & { store: StoreSize; onCancel(): void };

const Ask = ({ t, store, onSave, onDelete, onCancel }: AskProps) => (
  <AskTwice
    t={t}
    title={t('storeDeleteTitle', storeNamed(store, t))}
    verb={t('storeDeleteForGood')}
    onConfirm={() => onDelete(store)}
    onCancel={onCancel}
  >
    <p>{t('storeDeleteText', shownCount(store.facts, t), shownCount(store.products, t))}</p>
    <p class="buttons">
      <button type="button" data-do="save-before" onClick={() => onSave(store.channelId)}>
        {t('storeSaveBefore')}
      </button>
    </p>
  </AskTwice>
);

/** The stores that are kept, each to be saved or deleted. */
export const StoreTable = ({ t, sizes, deleted, onSave, onDelete }: StoreTableProps) => {
  const asked = useSignal<string | undefined>(undefined);
  const store = sizes.find(({ channelId }) => channelId === asked.value);
  return (
    <div class="step stores">
      <h3>{t('storesTitle')}</h3>
      {sizes.length > 0 ? (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('store')}</th>
              <th scope="col" class="count">
                {t('storesFacts')}
              </th>
              <th scope="col" class="count">
                {t('storesProducts')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sizes.map((size) => (
              <Row
                key={size.channelId}
                t={t}
                store={size}
                onSave={onSave}
                onAsk={() => {
                  asked.value = size.channelId;
                }}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="notice">{t('storesNone')}</p>
      )}
      {store && (
        <Ask
          key={store.channelId}
          t={t}
          store={store}
          onSave={onSave}
          onDelete={onDelete}
          onCancel={() => {
            asked.value = undefined;
          }}
        />
      )}
      {deleted && !store && (
        <p class="notice" role="status" tabIndex={-1} ref={focusOnce} key={deleted.channelId}>
          {t('storeDeleted', storeNamed(deleted, t))}
        </p>
      )}
    </div>
  );
};
