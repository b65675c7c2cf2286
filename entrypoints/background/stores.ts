import { fieldOf } from '../../utils/facts/fields.ts';
import { withKept, withoutKept } from '../../utils/facts/kept.ts';
import { newStore, type StoreRecord } from '../../utils/facts/store-record.ts';
import { parseTyped } from '../../utils/facts/typed.ts';
import { featureOf } from '../../utils/features/index.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import { type CardView, cardView } from '../../utils/features/present.ts';
import { judge } from '../../utils/features/run.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import type { Answer, Payload, StoreSummary, StoreView } from '../../utils/messaging/protocol.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';

const now = (): string => new Date().toISOString();

/** What is kept of a store; a page may name none. */
export const keptStore = async (channelId: string | null): Promise<StoreRecord | undefined> =>
  channelId === null ? undefined : new Stores(await openRecords()).get(channelId);

/** A store, be it kept or not. */
export const storeOrNew = async (channelId: string): Promise<StoreRecord> =>
  (await keptStore(channelId)) ?? newStore(channelId, now());

/**
 * Changes what is kept of a store, and everyone hears of it.
 * @param made what it is made from where nothing is kept of it; else one that was seen now
 */
export async function changeStore(
  channelId: string,
  next: (store: StoreRecord, at: string) => StoreRecord,
  made?: StoreRecord,
): Promise<null> {
  const at = now();
  await new Stores(await openRecords()).change(channelId, at, (store) => next(store, at), made);
  await announceChange();
  return null;
}

/** A store as lists name it. */
export const summaryOf = ({ channelId, name, colour, lastSeen }: StoreRecord): StoreSummary => ({
  channelId,
  name,
  colour,
  lastSeen,
});

/** The programmes and the fee are the store's own; labels and reach need a product. */
const STORE_CHIPS: readonly ChipId[] = ['semi', 'full', 'merge', 'fee'];

async function storeCards(store: StoreRecord): Promise<CardView[]> {
  const subject = subjectOf(await currentPack(), store, undefined, now());
  const t = await currentTranslator();
  return STORE_CHIPS.map((chip) =>
    cardView(chip, judge(featureOf('product-list', chip), subject), subject, undefined, t),
  );
}

/** A store with what was typed of it and its verdicts. */
export async function viewStore({ channelId }: Payload<'store.view'>): Promise<StoreView> {
  const store = await storeOrNew(channelId);
  return {
    ...summaryOf(store),
    typed: Object.fromEntries(
      Object.entries(store.facts).flatMap(([path, kept]) => {
        const typed = kept.find(({ origin }) => origin.kind === 'typed');
        return typed ? [[path, { text: typed.text, isExact: typed.isExact ?? false, at: typed.at }]] : [];
      }),
    ),
    programmes: await storeCards(store),
  };
}

/** Keeps a typed fact, or says why it can't be taken. */
export async function typeFact({
  channelId,
  path,
  text,
  isExact,
}: Payload<'fact.type'>): Promise<Answer<'fact.type'>> {
  const typed = parseTyped(fieldOf(path), text, isExact);
  if ('problem' in typed) return { problem: typed };
  const { value } = typed;
  await changeStore(channelId, (store, at) => ({
    ...store,
    facts:
      value === undefined
        ? withoutKept(store.facts, path, 'typed')
        : withKept(store.facts, path, { value, text, isExact, at, origin: { kind: 'typed' } }),
  }));
  return { problem: null };
}

/** Changes what a store is called by or marked with: for that it need not have been seen. */
const changeSummary = (channelId: string, next: (store: StoreRecord) => StoreRecord): Promise<null> =>
  changeStore(channelId, next, { ...newStore(channelId, now()), lastSeen: '' });

/** Adds a store that was never seen. One that is there keeps its name: the message may come twice. */
export const addStore = ({ channelId, name }: Payload<'store.add'>): Promise<null> =>
  changeSummary(channelId, (store) => ({ ...store, name: store.name || name.trim() }));

/** What its owner calls a store. */
export const nameStore = ({ channelId, name }: Payload<'store.name'>): Promise<null> =>
  changeSummary(channelId, (store) => ({ ...store, name: name.trim() }));

/** The colour that marks a store wherever it is named. */
export const colourStore = ({ channelId, colour }: Payload<'store.colour'>): Promise<null> =>
  changeSummary(channelId, (store) => ({ ...store, colour }));
