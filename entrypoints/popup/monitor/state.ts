import { signal } from '@preact/signals';
import type { MonitorView } from '../../../utils/features/monitor/index.ts';
import type { LogView } from '../../../utils/features/monitor/log.ts';
import type { Payload } from '../../../utils/messaging/protocol.ts';
import { send } from '../../../utils/messaging/send.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { fault } from '../state.ts';

/** So many more entries of the log with each press. */
const PAGE = 50;

export const monitor = signal<MonitorView | undefined>(undefined);
export const log = signal<LogView | undefined>(undefined);
export const searched = signal('');

let channelId: string | undefined;
let most = PAGE;
let loads = 0;

/** Of several loads under way only the last one counts, whichever ends first. */
async function load(): Promise<void> {
  if (channelId === undefined) return;
  loads += 1;
  const own = loads;
  try {
    const [view, entries] = await Promise.all([
      send('monitor.view', { channelId }),
      send('log.view', { channelId, text: searched.value, most }),
    ]);
    if (own !== loads) return;
    monitor.value = view;
    log.value = entries;
  } catch (error) {
    fault.value = error instanceof Error ? error.message : String(error);
  }
}

onChangeAnnounced(() => void load());

/** Shows a store; nothing of another one is left while it loads. */
export function watchStore(id: string): void {
  if (id === channelId) return;
  channelId = id;
  most = PAGE;
  searched.value = '';
  monitor.value = undefined;
  log.value = undefined;
  void load();
}

export function search(text: string): void {
  searched.value = text;
  most = PAGE;
  void load();
}

export function showMore(): void {
  most += PAGE;
  void load();
}

/** @returns whether it was kept */
export async function keepPool(
  store: string,
  poolId: string,
  pool: Payload<'pool.keep'>['pool'],
): Promise<boolean> {
  try {
    await send('pool.keep', { channelId: store, poolId, pool });
    return true;
  } catch {
    return false;
  }
}

export async function answerCheck(
  store: string,
  check: Payload<'triage.answer'>['check'],
  isDone: boolean | null,
): Promise<void> {
  await send('triage.answer', { channelId: store, check, isDone }).catch((error: unknown) => {
    fault.value = error instanceof Error ? error.message : String(error);
  });
}
