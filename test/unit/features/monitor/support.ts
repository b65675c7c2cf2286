import type { BoardSeen, FailureRow } from '../../../../utils/facts/failures.ts';
import type { FieldPath } from '../../../../utils/facts/fields.ts';
import { newLog, type StoreLog } from '../../../../utils/facts/store-log.ts';
import type { StoreRecord } from '../../../../utils/facts/store-record.ts';
import type { FactValue } from '../../../../utils/facts/typed.ts';
import { monitorView } from '../../../../utils/features/monitor/index.ts';
import { translator } from '../../../../utils/i18n/translate.ts';
import { AT, pack, storeWith } from '../support.ts';

/** A month that earns the lower rate, of which all is known. */
export const MONTH: Partial<Record<FieldPath, FactValue>> = {
  'pool.month': '2026-11',
  'pool.currency': 'USD',
  'pool.gmv': '50000',
  'pool.crossStoreAmount': '8000',
  'pool.sellThroughPct': '83',
  'pool.returnRatePct': '17',
};

interface Given {
  store?: StoreRecord;
  others?: StoreRecord[];
  board?: BoardSeen;
  log?: StoreLog;
  now?: string;
}

/** The monitor in English; at 16:00 on 22 November 2026 in China unless told otherwise. */
export function watched({ store = storeWith(MONTH), others = [], board, log, now = AT }: Given = {}) {
  const stores = [store, ...others];
  return monitorView(
    { pack, store, stores, board, log: log ?? newLog(store.channelId), now },
    translator('en'),
  );
}

/** A board of failures as the monitor page shows it. */
export const boardOf = (...rows: FailureRow[]): BoardSeen => ({
  version: 1,
  channelId: '21900',
  page: 'merge-monitor',
  at: '2026-11-22T07:00:00.000Z',
  rows,
});

export const failure = (key: string, values: Record<string, string>): FailureRow => ({ key, values });

export const LOCKED = {
  type: '库存锁定失败',
  pool: 'POOL-88021',
  at: '2026-11-20 08:55',
  tokenUntil: '2027-01-03 09:30',
  callRate: '312',
};
