import { send } from '../../../utils/messaging/send.ts';

const PREFIX = 'note:';
const PAUSE_MS = 250;

const keyOf = (channelId: string, rule: string): string => `${PREFIX}${channelId}:${rule}`;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Sends a draft, and forgets it only when it was kept and no more has been typed. */
async function keep(channelId: string, rule: string): Promise<void> {
  const key = keyOf(channelId, rule);
  const text = localStorage.getItem(key);
  if (text === null) return;
  await send('checklist.note', { channelId, rule, text });
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
  const key = keyOf(channelId, rule);
  localStorage.setItem(key, text);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void keep(channelId, rule).catch(onFault), PAUSE_MS),
  );
}

/** Sends what an earlier popup had no time for. */
export async function keepLeftDrafts(): Promise<void> {
  const drafts = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of drafts) {
    const [channelId = '', rule = ''] = key.slice(PREFIX.length).split(':');
    await keep(channelId, rule);
  }
}
