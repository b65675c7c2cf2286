import { send } from '../../../utils/messaging/send.ts';
import { NOTE, remember } from '../../../utils/storage/typing.ts';
import { inOrder } from './in-order.ts';

const PAUSE_MS = 250;

/** What was typed in this popup and not kept yet. */
const pending = new Map<string, string>();

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Sends a draft, and forgets it only when it was kept and no more has been typed. */
async function keep(key: string): Promise<void> {
  const text = pending.get(key) ?? localStorage.getItem(key);
  if (text === null) return;
  const [channelId = '', rule = ''] = key.slice(NOTE.length).split(':');
  await send('checklist.note', { channelId, rule, text });
  if (pending.get(key) === text) pending.delete(key);
  if (localStorage.getItem(key) === text) localStorage.removeItem(key);
}

/**
 * Keeps a note as it is typed. The popup can close with any key: what is typed is written down at once, where no
 * closing can interrupt it, and sent when the typing pauses, or by the next popup.
 */
export function draftNote(
  channelId: string,
  rule: string,
  text: string,
  onFault: (error: unknown) => void,
): void {
  const key = `${NOTE}${channelId}:${rule}`;
  pending.set(key, text);
  remember(key, text);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void inOrder(() => keep(key), onFault), PAUSE_MS),
  );
}

/** Sends what an earlier popup had no time for. */
export async function keepLeftDrafts(onFault: (error: unknown) => void): Promise<void> {
  const drafts = Object.keys(localStorage).filter((key) => key.startsWith(NOTE));
  await Promise.all(drafts.map((key) => inOrder(() => keep(key), onFault)));
}
