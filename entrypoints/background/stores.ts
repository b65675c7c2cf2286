import { newStore, type StoreRecord } from '../../utils/facts/store-record.ts';
import type { Payload, StoreSummary } from '../../utils/messaging/protocol.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Stores } from '../../utils/storage/stores.ts';

/** A store as lists name it. */
export const summaryOf = ({ channelId, name, colour, lastSeen }: StoreRecord): StoreSummary => ({
  channelId,
  name,
  colour,
  lastSeen,
});

async function change(channelId: string, next: (store: StoreRecord) => StoreRecord): Promise<null> {
  const now = new Date().toISOString();
  const unseen = { ...newStore(channelId, now), lastSeen: '' };
  await new Stores(await openRecords()).change(channelId, now, next, unseen);
  await announceChange();
  return null;
}

/** Adds a store that was never seen. One that is there keeps its name: the message may come twice. */
export const addStore = ({ channelId, name }: Payload<'store.add'>): Promise<null> =>
  change(channelId, (store) => ({ ...store, name: store.name || name.trim() }));

/** What its owner calls a store. */
export const nameStore = ({ channelId, name }: Payload<'store.name'>): Promise<null> =>
  change(channelId, (store) => ({ ...store, name: name.trim() }));

/** The colour that marks a store wherever it is named. */
export const colourStore = ({ channelId, colour }: Payload<'store.colour'>): Promise<null> =>
  change(channelId, (store) => ({ ...store, colour }));
