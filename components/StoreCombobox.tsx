import { useSignal } from '@preact/signals';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { seenText, storeTitle } from './StoreChoice.tsx';
import { StoreTitle } from './StoreTitle.tsx';

interface StoreComboboxProps {
  t: Translator;
  stores: readonly StoreSummary[];
  store: StoreSummary;
  onStore(channelId: string): void;
}

const LIST = 'stores';
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const optionId = (channelId: string): string => `store-${channelId}`;

const isFound = ({ name, channelId }: StoreSummary, text: string): boolean =>
  name.toLowerCase().includes(text) || channelId.includes(text);

const scrollTo = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

interface OptionProps {
  t: Translator;
  entry: StoreSummary;
  isActive: boolean;
  isOpenStore: boolean;
  onChoose(): void;
}

/** Chosen by the press already, before the search loses the focus. */
const Option = ({ t, entry, isActive, isOpenStore, onChoose }: OptionProps) => (
  <div
    role="option"
    tabIndex={-1}
    id={optionId(entry.channelId)}
    aria-selected={isOpenStore}
    data-active={isActive}
    ref={isActive ? scrollTo : null}
    onMouseDown={(event) => {
      event.preventDefault();
      onChoose();
    }}
  >
    <StoreTitle t={t} store={entry} />
    <small>{seenText(entry, t)}</small>
  </div>
);

/** Which store is open, searched by its name or channelId; made for a person with hundreds. */
export const StoreCombobox = ({ t, stores, store, onStore }: StoreComboboxProps) => {
  const isOpen = useSignal(false);
  /** What is searched for; not yet anything while the open store's name stands there. */
  const search = useSignal<string | undefined>(undefined);
  const place = useSignal(0);
  const text = search.value?.trim().toLowerCase() ?? '';
  const found = isOpen.value ? stores.filter((entry) => isFound(entry, text)) : [];
  const active = found[place.value];

  const open = (): void => {
    if (isOpen.value) return;
    isOpen.value = true;
    place.value = stores.findIndex(({ channelId }) => channelId === store.channelId);
  };
  const close = (): void => {
    isOpen.value = false;
    search.value = undefined;
  };
  const choose = (entry: StoreSummary | undefined): void => {
    close();
    if (entry && entry.channelId !== store.channelId) onStore(entry.channelId);
  };
  const move = (step: number): void => {
    if (!isOpen.value) open();
    else place.value = Math.min(Math.max(place.value + step, 0), found.length - 1);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    // What is typed now is searched for, and is not put behind the open store's name.
    if (search.value === undefined && !event.ctrlKey && !event.metaKey) event.currentTarget.select();
    const step = STEPS[event.key];
    const isLeaving = event.key === 'Enter' || event.key === 'Escape';
    if (step === undefined && !(isOpen.value && isLeaving)) return;
    // Escape would close the popup too.
    event.preventDefault();
    if (step !== undefined) move(step);
    else choose(event.key === 'Enter' ? active : undefined);
  };

  return (
    <div class="store-combobox">
      <label for="store-search">{t('store')}</label>
      <span class="mark" data-colour={store.colour ?? 'none'} aria-hidden="true" />
      <input
        id="store-search"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls={LIST}
        aria-expanded={isOpen.value}
        {...(active && { 'aria-activedescendant': optionId(active.channelId) })}
        placeholder={t('storeSearch')}
        value={search.value ?? storeTitle(store, t)}
        onClick={({ currentTarget }) => {
          open();
          if (search.value === undefined) currentTarget.select();
        }}
        onInput={({ currentTarget }) => {
          isOpen.value = true;
          search.value = currentTarget.value;
          place.value = 0;
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div class="stores" role="listbox" id={LIST} aria-label={t('store')} hidden={found.length === 0}>
        {found.map((entry) => (
          <Option
            key={entry.channelId}
            t={t}
            entry={entry}
            isActive={entry === active}
            isOpenStore={entry.channelId === store.channelId}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
      {isOpen.value && found.length === 0 && (
        <p class="hint" role="status">
          {t('storeNotFound')}
        </p>
      )}
    </div>
  );
};
