import { type GuardView, guardViews } from '../../utils/features/guards.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { currentPack } from './current-pack.ts';
import { keptStore } from './stores.ts';

/** What stands beside the steps of a page that can't be undone. */
export async function viewGuards({ page, channelId }: Payload<'guards.view'>): Promise<GuardView[]> {
  const store = await keptStore(channelId);
  const subject = subjectOf(await currentPack(), store, undefined, new Date().toISOString());
  return guardViews(subject, page, await currentTranslator());
}
