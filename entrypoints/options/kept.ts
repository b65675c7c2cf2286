import { signal } from '@preact/signals';
import { saveFile } from '../../utils/dom/save.ts';
import type { SetAsideView, StoreSize } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { copiesIn, SET_ASIDE } from '../../utils/storage/set-aside.ts';
import { forgetTyping } from '../../utils/storage/typing.ts';
import { shownFault } from './state.ts';

export const sizes = signal<readonly StoreSize[]>([]);
export const setAside = signal<readonly SetAsideView[]>([]);

/** The store that was deleted last. */
export const deleted = signal<StoreSize | undefined>(undefined);

/** Reads anew how much is kept of each store, and what was set aside. */
export async function refreshKept(): Promise<void> {
  // The first sets aside what it can't read.
  sizes.value = await send('stores.measure', null);
  setAside.value = await send('set-aside.list', null);
}

export const deleteStore = shownFault(async (store: StoreSize) => {
  await send('store.delete', { channelId: store.channelId });
  forgetTyping(store.channelId);
  deleted.value = store;
  await refreshKept();
});

/** Saves a value that was set aside just as it was found. */
export const saveSetAside = shownFault(async ({ key, at }: SetAsideView) => {
  const [row] = await send('records.read', { keys: [SET_ASIDE + key] });
  const copy = copiesIn(row?.[1]).find((entry) => entry.at === at);
  if (!copy) return;
  const content = JSON.stringify(copy.value, null, 2);
  saveFile(new Blob([content], { type: 'application/json' }), `managedlens-${key.replaceAll(':', '-')}.json`);
});

export const deleteSetAside = shownFault(async ({ key, at }: SetAsideView) => {
  await send('set-aside.delete', { key, at });
  await refreshKept();
});
