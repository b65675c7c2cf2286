import { useSignal, useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { STORE_COLOURS, type StoreColour } from '../utils/facts/store-colours.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { type Drafts, useRestored } from './draft.ts';
import { isEnter, isLeft } from './focus.ts';
import { Unkept } from './Unkept.tsx';

export interface StoreEditProps {
  t: Translator;
  store: StoreSummary;
  drafts: Drafts;
  /** @returns whether it was kept */
  onName(channelId: string, name: string): Promise<boolean>;
  onColour(channelId: string, colour: StoreColour | null): void;
}

/** What is being typed stays while the popup is drawn anew, and when it is closed. */
const Name = ({ t, store: { channelId, name }, drafts, onName }: Omit<StoreEditProps, 'onColour'>) => {
  const restored = useRestored(drafts, channelId, 'name', name);
  const draft = useSignal<string | undefined>(undefined);
  const keep = async (typed: string): Promise<void> => {
    if ((await onName(channelId, typed)) && draft.value === typed) draft.value = undefined;
  };
  // Reads no signal, and so it runs once.
  useSignalEffect(() => {
    if (restored?.isLeft) void keep(restored.text);
  });
  const keepTyped = (): void => {
    if (draft.value !== undefined) void keep(draft.value);
  };
  return (
    <>
      <label>
        <span>{t('storeName')}</span>
        <input
          maxLength={60}
          value={draft.value ?? restored?.text ?? name}
          placeholder={t('storeNameHint')}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
            drafts.keep(channelId, 'name', name, { text: currentTarget.value, isExact: true });
          }}
          onBlur={({ currentTarget }) => isLeft(currentTarget) && keepTyped()}
          onKeyDown={(event) => isEnter(event) && keepTyped()}
        />
      </label>
      {restored && !restored.isLeft && draft.value === undefined && (
        <Unkept t={t} onKeep={() => void keep(restored.text)}>
          {name !== '' && t('stillKept', name)}
        </Unkept>
      )}
    </>
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
export const StoreEdit = (props: StoreEditProps) => {
  const { t, store, drafts } = props;
  const [isOpen] = useState(() => drafts.read(store.channelId, 'name', store.name)?.isLeft === false);
  return (
    <details class="store-fold" open={isOpen}>
      <summary>{t('storeEdit')}</summary>
      <Name {...props} />
      <Colours {...props} />
    </details>
  );
};
