import { computed, signal } from '@preact/signals';
import type { Language } from '../../utils/i18n/translate.ts';
import { faultText } from '../../utils/messaging/fault.ts';
import { lastOf } from '../../utils/messaging/last.ts';
import type { Overview, StoreSummary } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { chooseKeys, type Hiding, readHiding } from '../../utils/storage/hiding.ts';

export const overview = signal<Overview | undefined>(undefined);
export const hiding = signal<Hiding | undefined>(undefined);
export const fault = signal<string | undefined>(undefined);

/** The store that the popup was at when it led here: it may be one that was never kept. */
const passed = channelOf(new URL(location.href));

const chosen = signal<string | undefined>(passed);

export const stores = computed((): StoreSummary[] => {
  const known = overview.value?.stores ?? [];
  const isKnown = passed === undefined || known.some(({ channelId }) => channelId === passed);
  return isKnown ? known : [{ channelId: passed, name: '', colour: null, lastSeen: '' }, ...known];
});

/** The store that the person is at: the one passed, else the one that was seen last when the page was opened. */
export const store = computed((): StoreSummary | undefined =>
  stores.value.find(({ channelId }) => channelId === chosen.value),
);

export const chooseStore = (channelId: string): void => {
  chosen.value = channelId;
};

/** What went wrong is shown where the person looks, never only in a console. */
export function showFault(error: unknown): void {
  fault.value = faultText(error);
}

/** What fails is shown, and leaves the page as it is. */
export const shownFault =
  <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
  (...args: Args): void =>
    void act(...args).catch(showFault);

const keepRead = lastOf<[Overview, Hiding]>(([found, hidden]) => {
  overview.value = found;
  hiding.value = hidden;
  // Which store was seen last changes with every look at a page; what the person sees chosen must not.
  chosen.value ??= found.stores[0]?.channelId;
});

/** Reads anew what the page shows beside an import. */
export const refresh = (): Promise<void> =>
  keepRead(Promise.all([send('popup.open', null), readHiding()])).catch(showFault);

export const chooseLanguage = (language: Language | null): Promise<unknown> =>
  send('language.choose', { language }).catch(showFault);

export const changeKeys = (keys: string | null): Promise<unknown> => chooseKeys(keys).catch(showFault);
