import { signal } from '@preact/signals';
import type { CompareView } from '../../../utils/features/compare.ts';
import { send } from '../../../utils/messaging/send.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { fault } from '../state.ts';

/** What is shown, and of which store. */
export const compared = signal<{ channelId: string; view: CompareView } | undefined>(undefined);

let wanted: string | undefined;

/** Of several questions under way only the last one's answer counts. */
let asked = 0;

async function ask(channelId: string): Promise<void> {
  asked += 1;
  const own = asked;
  try {
    const view = await send('compare.view', { channelId });
    if (own === asked) compared.value = { channelId, view };
  } catch (error) {
    if (own === asked) fault.value = error instanceof Error ? error.message : String(error);
  }
}

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
