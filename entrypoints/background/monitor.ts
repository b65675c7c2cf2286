import { type Origin, withKept } from '../../utils/facts/kept.ts';
import { newStore, withEntry } from '../../utils/facts/store-record.ts';
import { monitorView } from '../../utils/features/monitor/index.ts';
import { logView } from '../../utils/features/monitor/log.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { Boards } from '../../utils/storage/boards.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';
import { changeStore } from './stores.ts';

/** What is known of a store's merge service. */
export async function viewMonitor({ channelId }: Payload<'monitor.view'>): Promise<Answer<'monitor.view'>> {
  const records = await openRecords();
  const kept = new Stores(records);
  const [pack, stores, board, log, t] = await Promise.all([
    currentPack(),
    kept.all(),
    new Boards(records).get(channelId),
    kept.log(channelId),
    currentTranslator(),
  ]);
  const now = new Date().toISOString();
  const store = stores.find((one) => one.channelId === channelId) ?? newStore(channelId, now);
  return monitorView({ pack, store, stores, board, log, now }, t);
}

/** The newest of what changed of a store. */
export async function viewLog({ channelId, text, most }: Payload<'log.view'>): Promise<Answer<'log.view'>> {
  const kept = new Stores(await openRecords());
  const [pack, store, log, t] = await Promise.all([
    currentPack(),
    kept.get(channelId),
    kept.log(channelId),
    currentTranslator(),
  ]);
  return logView(log, text, most, { pack, facts: store?.facts ?? {}, t });
}

/** Keeps what a person states of a pool, or that there is none of that ID. */
export const keepPool = ({ channelId, poolId, pool }: Payload<'pool.keep'>): Promise<null> =>
  changeStore(channelId, (store, at) => ({
    ...store,
    pools: withEntry(store.pools, poolId, pool && { ...pool, at }),
  }));

/** Keeps the calls per minute that a log proved. */
export function keepCalls({ channelId, rate, file }: Payload<'calls.keep'>): Promise<null> {
  const origin: Origin = file === null ? { kind: 'typed' } : { kind: 'imported', file };
  return changeStore(channelId, (store, at) => ({
    ...store,
    facts: withKept(store.facts, 'failure.callsPerMinute', { value: rate, text: String(rate), at, origin }),
  }));
}
