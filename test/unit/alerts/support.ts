import type { Alert } from '../../../utils/alerts/alert.ts';
import { alertsOfStore } from '../../../utils/alerts/store.ts';
import type { StoreRecord } from '../../../utils/facts/store-record.ts';
import { pack } from '../features/support.ts';

/** Noon in China. */
export const noon = (day: string): string => `${day}T04:00:00.000Z`;

export const alertsOf = (record: StoreRecord, day: string, held: readonly string[] = []): Alert[] =>
  alertsOfStore(pack, record, new Set(held), noon(day));

export const stagesOf = (record: StoreRecord, day: string, held?: readonly string[]): string[] =>
  alertsOf(record, day, held).map(({ kind, stage }) => `${kind} ${stage}`);
