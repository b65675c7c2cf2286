import { useSignal } from '@preact/signals';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { SetAsideView, StoreSummary } from '../../utils/messaging/protocol.ts';
import { shownCount } from '../import-texts.ts';
import { AskTwice } from './AskTwice.tsx';
import { recordName } from './texts.ts';

export interface SetAsideProps {
  t: Translator;
  stores: readonly StoreSummary[];
  setAside: readonly SetAsideView[];
  onSaveAside(value: SetAsideView): void;
  onDeleteAside(value: SetAsideView): void;
}

type RowProps = Pick<SetAsideProps, 'onSaveAside' | 'stores' | 't'> & { value: SetAsideView; onAsk(): void };

const Row = ({ t, stores, value, onSaveAside, onAsk }: RowProps) => {
  const name = recordName(value.key, stores, t);
  return (
    <tr data-key={value.key}>
      <th scope="row">{name}</th>
      <td>{value.at === null ? t('setAsideUnknown') : shownTime(value.at, t)}</td>
      <td class="count">{t('setAsideSize', shownCount(value.size, t))}</td>
      <td>
        <span class="buttons">
          <button
            type="button"
            data-do="save-aside"
            aria-label={t('setAsideSaveOf', name)}
            onClick={() => onSaveAside(value)}
          >
            {t('setAsideSave')}
          </button>
          <button
            type="button"
            data-do="delete-aside"
            aria-label={t('setAsideDeleteOf', name)}
            onClick={onAsk}
          >
            {t('setAsideDelete')}
          </button>
        </span>
      </td>
    </tr>
  );
};

type AskProps = Pick<SetAsideProps, 'stores' | 't'> & {
  value: SetAsideView;
  onDelete(value: SetAsideView): void;
  onCancel(): void;
};

const Ask = ({ t, stores, value, onDelete, onCancel }: AskProps) => (
  <AskTwice
    t={t}
    title={t('setAsideDeleteOf', recordName(value.key, stores, t))}
    verb={t('setAsideDeleteForGood')}
    onConfirm={() => onDelete(value)}
    onCancel={onCancel}
  >
    <p>{t('setAsideDeleteText')}</p>
  </AskTwice>
);

/** What could not be read, named; nothing is shown where there is none. */
export const SetAside = ({ t, stores, setAside, onSaveAside, onDeleteAside }: SetAsideProps) => {
  const asked = useSignal<SetAsideView | undefined>(undefined);
  if (setAside.length === 0) return null;
  return (
    <div class="step set-aside">
      <h3>{t('setAsideTitle')}</h3>
      <p class="hint">{t('setAsideHint')}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('setAsideWhat')}</th>
            <th scope="col">{t('setAsideWhen')}</th>
            <th scope="col" class="count">
              {t('setAsideHowMuch')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {setAside.map((value) => (
            <Row
              key={`${value.key} ${value.at}`}
              t={t}
              stores={stores}
              value={value}
              onSaveAside={onSaveAside}
              onAsk={() => {
                asked.value = value;
              }}
            />
          ))}
        </tbody>
      </table>
      {asked.value && (
        <Ask
          key={`${asked.value.key} ${asked.value.at}`}
          t={t}
          stores={stores}
          value={asked.value}
          onDelete={(value) => {
            asked.value = undefined;
            onDeleteAside(value);
          }}
          onCancel={() => {
            asked.value = undefined;
          }}
        />
      )}
    </div>
  );
};
