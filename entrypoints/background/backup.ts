import { browser } from 'wxt/browser';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { CERTIFICATES } from '../../utils/storage/alerts.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { kindOf, storeOf } from '../../utils/storage/kinds.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import type { Records } from '../../utils/storage/records.ts';
import { clearAway, copiesIn, deleteCopy, SET_ASIDE } from '../../utils/storage/set-aside.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { deleteAuditsOf } from './audit.ts';
import { currentPack } from './current-pack.ts';

const isSound = (kept: unknown, key: string): boolean => kindOf(key)?.parse(kept, key) !== undefined;

const setAsideUnsound = (records: Records, key: string): Promise<void> =>
  clearAway(records, key, (kept) => isSound(kept, key));

/**
 * What a backup says of where it was made, and the keys of all records, or of those of a store. What can't be read is
 * set aside first: a backup of ours is never refused.
 */
export async function openBackup({ channelId }: Payload<'backup.open'>): Promise<Answer<'backup.open'>> {
  const records = await openRecords();
  for await (const [key, kept] of records.entries('')) {
    if (kindOf(key) && !isSound(kept, key)) await setAsideUnsound(records, key);
  }
  const keys = await records.keys('');
  return {
    extensionVersion: browser.runtime.getManifest().version,
    packVersion: (await currentPack()).version,
    keys: keys.filter((key) => !kindOf(key)?.isOwn && (channelId === null || storeOf(key) === channelId)),
  };
}

/** Records as they are kept, those that there are. */
export async function readRecords({ keys }: Payload<'records.read'>): Promise<Answer<'records.read'>> {
  const values = await (await openRecords()).getMany(keys);
  return keys.flatMap((key, place) => (values[place] === undefined ? [] : [[key, values[place]] as const]));
}

/** Makes room where what is kept here can't be read. */
async function clearUnsound(records: Records, keys: readonly string[]): Promise<void> {
  const values = await records.getMany(keys);
  for (const [place, key] of keys.entries()) {
    if (values[place] !== undefined && !isSound(values[place], key)) await setAsideUnsound(records, key);
  }
}

/** A record of a backup beside ours: of each fact the later, or theirs. What was set aside is never replaced. */
function restored(ours: unknown, theirs: unknown, key: string, isReplacing: boolean): unknown {
  const kind = kindOf(key);
  const isTheirs = isReplacing && !key.startsWith(SET_ASIDE);
  return (isTheirs ? undefined : kind?.merged(ours, theirs, key)) ?? kind?.parse(theirs, key);
}

/** Keeps records of a backup, all in one step; those that are none are named. */
export async function restoreRecords({
  rows,
  isReplacing,
}: Payload<'records.restore'>): Promise<Answer<'records.restore'>> {
  const records = await openRecords();
  const sound = new Map(rows.filter(([key, value]) => !kindOf(key)?.isOwn && isSound(value, key)));
  const keys = [...sound.keys()];
  await clearUnsound(records, keys);
  await records.updateMany([...keys, CERTIFICATES], (ours, key) =>
    key === CERTIFICATES ? undefined : restored(ours, sound.get(key), key, isReplacing),
  );
  return { refused: rows.flatMap(([key]) => (sound.has(key) ? [] : [key])) };
}

/** Deletes records that a backup does not have. What was set aside, and what another version keeps, stays. */
export async function deleteRecords({ keys }: Payload<'records.delete'>): Promise<null> {
  const deleted = keys.filter((key) => kindOf(key) && !key.startsWith(SET_ASIDE));
  await (await openRecords()).updateMany([...deleted, CERTIFICATES], () => undefined);
  return null;
}

/** How much is kept of each store. */
export async function measureStores(): Promise<Answer<'stores.measure'>> {
  const records = await openRecords();
  const products = Map.groupBy(await records.keys(Products.prefix), storeOf);
  return (await new Stores(records).all()).map(({ channelId, name, facts }) => ({
    channelId,
    name,
    facts: Object.keys(facts).length,
    products: products.get(channelId)?.length ?? 0,
  }));
}

/** Deletes all that is kept of a store: its records in one step, then its audits. */
export async function deleteStore({ channelId }: Payload<'store.delete'>): Promise<null> {
  const records = await openRecords();
  const own = (await records.keys('')).filter((key) => storeOf(key) === channelId);
  await records.remove([...own, CERTIFICATES]);
  await deleteAuditsOf(channelId);
  await announceChange();
  return null;
}

/** What could not be read and was set aside, the last first. */
export async function listSetAside(): Promise<Answer<'set-aside.list'>> {
  const records = await openRecords();
  const keys = await records.keys(SET_ASIDE);
  const values = await records.getMany(keys);
  return keys
    .flatMap((key, place) =>
      copiesIn(values[place]).map(({ at, value }) => ({
        key: key.slice(SET_ASIDE.length),
        at,
        size: JSON.stringify(value).length,
      })),
    )
    .toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
}

/** Deletes what was set aside of a record at a time. */
export async function deleteSetAside({ key, at }: Payload<'set-aside.delete'>): Promise<null> {
  await deleteCopy(await openRecords(), key, at);
  await announceChange();
  return null;
}
