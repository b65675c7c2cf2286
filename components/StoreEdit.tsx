import { useSignal, useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { STORE_COLOURS, type StoreColour } from '../utils/facts/store-colours.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import type { Drafts } from './draft.ts';

export interface StoreEditProps {
  t: Translator;
  store: StoreSummary;
  drafts: Drafts;
  onName(channelId: string, name: string): void;
  onColour(channelId: string, colour: StoreColour | null): void;
}

/** What is being typed stays while the popup is drawn anew, and when it is closed. */
const Name = ({ t, store: { channelId, name }, drafts, onName }: Omit<StoreEditProps, 'onColour'>) => {
  const [restored] = useState(() => drafts.read(channelId, 'name', name));
  const draft = useSignal(restored?.text);
  // Reads no signal, and so it runs once.
  useSignalEffect(() => {
    if (restored) onName(channelId, restored.text);
  });
  return (
    <label>
      <span>{t('storeName')}</span>
      <input
        maxLength={60}
        value={draft.value ?? name}
        placeholder={t('storeNameHint')}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
          drafts.keep(channelId, 'name', name, { text: currentTarget.value, isExact: true });
        }}
        onChange={({ currentTarget }) => onName(channelId, currentTarget.value)}
      />
    </label>
  );
};

const Colours = ({ t, store, onColour }: Pick<StoreEditProps, 't' | 'store' | 'onColour'>) => (
  <fieldset class="colours">
    <legend>{t('storeColour')}</legend>
    {[null, ...STORE_COLOURS].map((colour) => (
      <label key={colour}>
        <input
          type="radio"
          name="store-colour"
          checked={store.colour === colour}
          onChange={() => onColour(store.channelId, colour)}
        />
        <span class="mark" data-colour={colour ?? 'none'} aria-hidden="true" />
        {t(`colour_${colour ?? 'none'}`)}
      </label>
    ))}
  </fieldset>
);

/** What a person calls a store, and the colour that marks it. */
export const StoreEdit = (props: StoreEditProps) => (
  <details class="store-fold">
    <summary>{props.t('storeEdit')}</summary>
    <Name {...props} />
    <Colours {...props} />
  </details>
);
