import { newStore, type StoreRecord } from '../../utils/facts/store-record.ts';
import { checklistView } from '../../utils/features/checklist/view.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';

const now = (): string => new Date().toISOString();

/** A store's way through a path, as things stand today. */
export async function viewChecklist({
  channelId,
  path,
}: Payload<'checklist.view'>): Promise<Answer<'checklist.view'>> {
  const [pack, records, t] = await Promise.all([currentPack(), openRecords(), currentTranslator()]);
  const record = (await new Stores(records).get(channelId)) ?? newStore(channelId, now());
  return checklistView(subjectOf(pack, record, undefined, now()), path, t);
}

async function change(channelId: string, next: (store: StoreRecord) => StoreRecord): Promise<void> {
  await new Stores(await openRecords()).change(channelId, now(), next);
  await announceChange();
}

function without<T>(entries: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = entries;
  return rest;
}

/** Keeps what a person says of a step or document, with the time. */
export async function tickItem({ channelId, rule, isDone }: Payload<'checklist.tick'>): Promise<null> {
  await change(channelId, (store) => ({
    ...store,
    ticks: isDone === null ? without(store.ticks, rule) : { ...store.ticks, [rule]: { isDone, at: now() } },
  }));
  return null;
}

/** Keeps a person's note on an item. */
export async function noteItem({ channelId, rule, text }: Payload<'checklist.note'>): Promise<null> {
  await change(channelId, (store) => ({
    ...store,
    notes: text.trim() === '' ? without(store.notes, rule) : { ...store.notes, [rule]: { text, at: now() } },
  }));
  return null;
}
