import { type CompareView, compareView } from '../../utils/features/compare.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { currentPack } from './current-pack.ts';
import { storeOrNew } from './stores.ts';

/** The programmes side by side for a store, be it kept or not. */
export async function viewCompare({ channelId }: Payload<'compare.view'>): Promise<CompareView> {
  const store = await storeOrNew(channelId);
  const subject = subjectOf(await currentPack(), store, undefined, new Date().toISOString());
  return compareView(subject, await currentTranslator());
}
