import { signal } from '@preact/signals';
import type { CompareView } from '../../../utils/features/compare.ts';
import { lastOf } from '../../../utils/messaging/last.ts';
import { send } from '../../../utils/messaging/send.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { showFault } from '../state.ts';

/** What is shown, and of which store. */
interface Compared {
  channelId: string;
  view: CompareView;
}

export const compared = signal<Compared | undefined>(undefined);

let wanted: string | undefined;

const keepCompared = lastOf<Compared>((found) => {
  compared.value = found;
});

const compare = async (channelId: string): Promise<Compared> => ({
  channelId,
  view: await send('compare.view', { channelId }),
});

const ask = (channelId: string): Promise<void> => keepCompared(compare(channelId)).catch(showFault);

/** Asks for a store's comparison, and anew with every change until the answer is called. */
export function compareFor(channelId: string): () => void {
  wanted = channelId;
  void ask(channelId);
  return () => {
    wanted = undefined;
  };
}

onChangeAnnounced(() => {
  if (wanted !== undefined) void ask(wanted);
});
