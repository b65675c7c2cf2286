import { newStore } from '../../utils/facts/store-record.ts';
import { type CompareView, compareView } from '../../utils/features/compare.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';

/** The programmes side by side for a store, be it kept or not. */
export async function viewCompare({ channelId }: { channelId: string }): Promise<CompareView> {
  const now = new Date().toISOString();
  const record = (await new Stores(await openRecords()).get(channelId)) ?? newStore(channelId, now);
  const subject = subjectOf(await currentPack(), record, undefined, now);
  return compareView(subject, await currentTranslator());
}
