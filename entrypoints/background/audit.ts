import { type Batch, judgeRows, type SeenRows } from '../../utils/audit/collect.ts';
import type { Work } from '../../utils/audit/work.ts';
import { withEntry } from '../../utils/facts/store-record.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { noteAuditing } from '../../utils/storage/auditing.ts';
import { type Audits, AuditsRefusedError, openAudits } from '../../utils/storage/audits.ts';
import { announceAudit } from '../../utils/storage/edition.ts';
import { FindingsWork } from '../../utils/storage/findings-work.ts';
import { isStorageFull } from '../../utils/storage/full.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { currentPack } from './current-pack.ts';
import { keptStore } from './stores.ts';

const now = (): string => new Date().toISOString();

/** Tells the pages which stores' rows are wanted, and the panels that something is another. */
async function announce(audits: Audits): Promise<void> {
  await noteAuditing(await audits.auditing());
  await announceAudit();
}

/** Starts an audit of a store, or goes on with the one that runs. */
export async function startAudit({ channelId }: Payload<'audit.start'>): Promise<Answer<'audit.start'>> {
  const [audits, store] = await Promise.all([openAudits(), keptStore(channelId)]);
  const { id } = await audits.start(channelId, store?.name ?? '', now());
  await announce(audits);
  return { id };
}

/** Says that an audit is over, or that it goes on. */
export async function endAudit({ id, isEnded }: Payload<'audit.end'>): Promise<null> {
  const audits = await openAudits();
  await audits.end(id, isEnded ? now() : null);
  await announce(audits);
  return null;
}

export async function deleteAudit({ id }: Payload<'audit.delete'>): Promise<null> {
  const audits = await openAudits();
  await audits.delete(id);
  await announce(audits);
  return null;
}

/** Where the browser refuses audits, or has no room to begin with any. */
function noAudits(error: unknown): undefined {
  if (!(error instanceof AuditsRefusedError) && !isStorageFull(error)) throw error;
}

/** Deletes a store's own audits; where the browser keeps none there is nothing to delete. */
export async function deleteAuditsOf(channelId: string): Promise<void> {
  const audits = await openAudits().catch(noAudits);
  await audits?.deleteStore(channelId);
  if (audits) await announce(audits);
}

async function judged(seen: SeenRows): Promise<Batch> {
  const { channelId, rows } = seen;
  const [pack, records] = await Promise.all([currentPack(), openRecords()]);
  const ids = rows.map(({ row }) => row.productId);
  const [store, products] = await Promise.all([
    keptStore(channelId),
    new Products(records).get(channelId, ids),
  ]);
  return judgeRows(pack, seen, store, products);
}

/** Judges rows by what is kept, and keeps them in the audit of their store, if one runs. */
export async function collectRows(seen: Payload<'audit.rows'>): Promise<Answer<'audit.rows'>> {
  const audits = await openAudits();
  try {
    const isKept = await audits.collect(seen.channelId, () => judged(seen));
    // The page does not know yet that none runs.
    if (!isKept) await noteAuditing(await audits.auditing());
    return { isKept };
  } finally {
    await announceAudit();
  }
}

async function changeWork(channelId: string, next: (work: Work) => Work): Promise<null> {
  await new FindingsWork(await openRecords()).change(channelId, next);
  await announceAudit();
  return null;
}

/** Keeps that a finding is muted, or is so no more. */
export const muteFinding = ({ channelId, finding, mute }: Payload<'finding.mute'>): Promise<null> =>
  changeWork(channelId, (work) => ({
    ...work,
    mutes: withEntry(work.mutes, finding, mute && { ...mute, at: now() }),
  }));

/** Keeps a person's note on a finding; nothing typed is no note. */
export const noteFinding = ({ channelId, finding, name, text }: Payload<'finding.note'>): Promise<null> =>
  changeWork(channelId, (work) => ({
    ...work,
    notes: withEntry(work.notes, finding, text.trim() === '' ? null : { at: now(), name, text }),
  }));

/** Keeps that a finding is said to be done, or is not. */
export const finishFinding = ({ channelId, finding, name, isDone }: Payload<'finding.done'>): Promise<null> =>
  changeWork(channelId, (work) => ({
    ...work,
    done: withEntry(work.done, finding, isDone ? { at: now(), name } : null),
  }));
