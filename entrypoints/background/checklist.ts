import { withEntry } from '../../utils/facts/store-record.ts';
import { checklistView } from '../../utils/features/checklist/view.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { currentPack } from './current-pack.ts';
import { changeStore, storeOrNew } from './stores.ts';

/** A store's way through a path, as things stand today. */
export async function viewChecklist({
  channelId,
  path,
}: Payload<'checklist.view'>): Promise<Answer<'checklist.view'>> {
  const [pack, store, t] = await Promise.all([currentPack(), storeOrNew(channelId), currentTranslator()]);
  return checklistView(subjectOf(pack, store, undefined, new Date().toISOString()), path, t);
}

/** Keeps what a person says of a step, document or check, with the time. */
export const tickItem = ({ channelId, rule, isDone }: Payload<'checklist.tick'>): Promise<null> =>
  changeStore(channelId, (store, at) => ({
    ...store,
    ticks: withEntry(store.ticks, rule, isDone === null ? null : { isDone, at }),
  }));

/** Keeps a person's note on an item. */
export const noteItem = ({ channelId, rule, text }: Payload<'checklist.note'>): Promise<null> =>
  changeStore(channelId, (store, at) => ({
    ...store,
    notes: withEntry(store.notes, rule, text.trim() === '' ? null : { text, at }),
  }));
