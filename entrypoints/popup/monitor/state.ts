import { signal } from '@preact/signals';
import { provenRate } from '../../../utils/calls/judge.ts';
import type { CallLog } from '../../../utils/calls/log.ts';
import type { MonitorView } from '../../../utils/features/monitor/index.ts';
import type { LogView } from '../../../utils/features/monitor/log.ts';
import { lastOf } from '../../../utils/messaging/last.ts';
import type { Payload } from '../../../utils/messaging/protocol.ts';
import { send } from '../../../utils/messaging/send.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { shown } from '../state.ts';

/** So many more entries of the log with each press. */
const PAGE = 50;

export const monitor = signal<MonitorView | undefined>(undefined);
export const log = signal<LogView | undefined>(undefined);
export const searched = signal('');
/** The store that all of it is of. */
export const watched = signal<string | undefined>(undefined);

let most = PAGE;

const keepMonitor = lastOf<MonitorView>((view) => {
  monitor.value = view;
});

const keepLog = lastOf<LogView>((entries) => {
  log.value = entries;
});

function loadLog(): void {
  const channelId = watched.value;
  if (channelId) void shown(keepLog(send('log.view', { channelId, text: searched.value, most })));
}

function load(): void {
  const channelId = watched.value;
  if (channelId) void shown(keepMonitor(send('monitor.view', { channelId })));
  loadLog();
}

onChangeAnnounced(load);

/** Shows a store; nothing of another one is left while it loads. */
export function watchStore(channelId: string): void {
  if (channelId === watched.value) return;
  most = PAGE;
  searched.value = '';
  monitor.value = undefined;
  log.value = undefined;
  watched.value = channelId;
  load();
}

export function search(text: string): void {
  searched.value = text;
  most = PAGE;
  loadLog();
}

export function showMore(): void {
  most += PAGE;
  loadLog();
}

/** @returns whether it was kept */
export const keepPool = async (pool: Payload<'pool.keep'>): Promise<boolean> =>
  (await shown(send('pool.keep', pool))) !== undefined;

export const tick = async (said: Payload<'checklist.tick'>): Promise<void> => {
  await shown(send('checklist.tick', said));
};

/** Keeps the rate that a log proves; of one that proves none there is nothing to keep. */
export async function keepCalls(channelId: string, read: CallLog, file: string | undefined): Promise<void> {
  const rate = provenRate(read);
  if (rate !== undefined) await shown(send('calls.keep', { channelId, rate, file: file ?? null }));
}
