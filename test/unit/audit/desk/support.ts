import type { Audit } from '../../../../utils/audit/audit.ts';
import type { Batch } from '../../../../utils/audit/collect.ts';
import { Desk } from '../../../../utils/audit/desk/desk.ts';
import type { FindingsAsked } from '../../../../utils/audit/desk.ts';
import { NO_WORK, type Work } from '../../../../utils/audit/work.ts';
import { Audits } from '../../../../utils/storage/audits.ts';
import { FindingsWork } from '../../../../utils/storage/findings-work.ts';
import type { Records } from '../../../../utils/storage/records.ts';
import { CHANNEL, minute } from '../support.ts';

/** Records in memory, each a copy of its own, as a database has them. */
export function memoryRecords(): Records {
  const kept = new Map<string, unknown>();
  const keys = (prefix: string): string[] =>
    [...kept.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const read = (key: string): unknown => structuredClone(kept.get(key));
  const updateMany: Records['updateMany'] = async (wanted, change) => {
    const changed = wanted.map((key) => [key, change(read(key), key)] as const);
    for (const [key, value] of changed) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, structuredClone(value));
    }
  };
  return {
    get: async (key) => read(key),
    getMany: async (wanted) => wanted.map(read),
    keys: async (prefix) => keys(prefix),
    async *entries(prefix) {
      for (const key of keys(prefix)) yield [key, read(key)];
    },
    update: (key, change) => updateMany([key], change),
    updateMany,
    async remove(wanted, prefix) {
      for (const key of [...wanted, ...(prefix === undefined ? [] : keys(prefix))]) kept.delete(key);
    },
  };
}

export const ALL: FindingsAsked = { filter: {}, sort: 'worst', descending: false };

/** A desk with what is kept under it. */
export function deskWith(now = minute(60), audits = new Audits(memoryRecords())) {
  const work = new FindingsWork(memoryRecords());
  return { audits, work, desk: new Desk({ audits, work }, () => now) };
}

/** Keeps an audit as it comes about: started, collected page by page, ended. */
export async function keep(
  audits: Audits,
  batches: readonly Batch[],
  startedAt = minute(0),
  endedAt: string | null = minute(59),
): Promise<string> {
  const { id } = await audits.start(CHANNEL, '玩具旗舰店', startedAt);
  for (const batch of batches) await audits.collect(CHANNEL, async () => batch);
  if (endedAt) await audits.end(id, endedAt);
  return id;
}

/** An audit as a colleague's file. */
export const fileWith = (audit: Audit, work: Work = NO_WORK, findings: unknown[] = []): Blob =>
  new Blob([JSON.stringify({ format: 'managedlens-audit', version: 1, audit, work, findings })]);
