import { type Audit, type AuditedProduct, auditSchema, newAudit } from '../audit/audit.ts';
import { type Batch, collect, ended, later } from '../audit/collect.ts';
import { type AuditFigures, figuresOf } from '../audit/stores.ts';
import { type Work, workSchema } from '../audit/work.ts';
import { z } from '../rules/zod.ts';
import { isStorageFull } from './full.ts';
import { indexedDbRecords } from './indexed-db.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const HEAD = 'head:';
const PRODUCT = 'product:';
const RUNNING = 'running:';

const headKey = (id: string): string => HEAD + id;
const runningKey = (channelId: string): string => RUNNING + channelId;
const productKey = (id: string, productId: string): string => `${PRODUCT}${id}:${productId}`;

const { products: _products, ...ofAudit } = auditSchema.shape;

const headSchema = z.strictObject({
  ...ofAudit,
  /** How many products it has. */
  count: z.int(),
  /** Sent by a colleague: no store of one's own. */
  isReceived: z.boolean(),
  /** What was said of a received audit's findings, as it was sent; on own ones it is kept store by store. */
  work: z.nullable(workSchema),
  /** Grows with each change of the audit or its products. */
  revision: z.int(),
  /** Of an audit that is over. */
  figures: z.nullable(z.custom<AuditFigures>()),
  /** Why what was seen last is not in it. */
  fault: z.nullable(z.enum(['storage-full'])),
});

/** An audit but for its products. */
export type AuditHead = z.infer<typeof headSchema>;

const headIn = (kept: unknown): AuditHead | undefined => headSchema.safeParse(kept).data;

const headOf = ({ products, ...audit }: Audit): AuditHead => ({
  ...audit,
  count: Object.keys(products).length,
  isReceived: false,
  work: null,
  revision: 1,
  figures: null,
  fault: null,
});

/** The head with what a batch saw beside its products; as it is kept where that is nothing new. */
function withBatch(kept: unknown, batch: Batch, added: number, hasOtherProducts: boolean): unknown {
  const head = headIn(kept);
  if (head?.endedAt !== null) throw new Error(`No audit of store ${batch.channelId} runs any more`);
  const { products: _, ...seen } = collect({ ...head, products: {} }, { ...batch, products: [] });
  const next: AuditHead = { ...head, ...seen, count: head.count + added, fault: null };
  const isSame = !hasOtherProducts && JSON.stringify(next) === JSON.stringify(head);
  return isSame ? kept : { ...next, revision: head.revision + 1 };
}

/** The browser keeps no audits, as Firefox with "never remember history". */
export class AuditsRefusedError extends Error {
  override name = 'AuditsRefusedError';
}

/**
 * Audits as they are kept: each product is a record of its own, so that a page of a list is kept without the rest
 * being touched. Of a store's own audits one runs at most.
 */
export class Audits {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** All audits, the newest first. What can't be read is set aside. */
  async heads(): Promise<AuditHead[]> {
    const heads: AuditHead[] = [];
    for await (const [key, kept] of this.#records.entries(HEAD)) {
      const head = headIn(kept);
      if (head) heads.push(head);
      else await clearAway(this.#records, key, (value) => headIn(value) !== undefined);
    }
    return heads.sort((a, b) => b.startedAt.localeCompare(a.startedAt) || a.id.localeCompare(b.id));
  }

  async head(id: string): Promise<AuditHead | undefined> {
    return headIn(await this.#records.get(headKey(id)));
  }

  /** The own audit that collects a store's rows. */
  async running(channelId: string): Promise<AuditHead | undefined> {
    const id = await this.#records.get(runningKey(channelId));
    return typeof id === 'string' ? this.head(id) : undefined;
  }

  /** By store, the own audit that runs. */
  async auditing(): Promise<Record<string, string>> {
    const running: Record<string, string> = {};
    for await (const [key, id] of this.#records.entries(RUNNING))
      running[key.slice(RUNNING.length)] = String(id);
    return running;
  }

  /** The audit whole. */
  async read(id: string): Promise<Audit | undefined> {
    const head = await this.head(id);
    if (!head) return undefined;
    const products: Audit['products'] = {};
    for await (const [, kept] of this.#records.entries(productKey(id, ''))) {
      const product = kept as AuditedProduct;
      products[product.productId] = product;
    }
    const {
      count: _count,
      isReceived: _isReceived,
      work: _work,
      revision: _revision,
      figures: _,
      fault: _fault,
      ...audit
    } = head;
    return { ...audit, products };
  }

  /** Starts an audit of a store; where one runs it is that one. */
  async start(channelId: string, name: string, at: string): Promise<AuditHead> {
    const head = headOf(newAudit(crypto.randomUUID(), channelId, name, at));
    await this.#run(head, () => head);
    return (await this.running(channelId)) ?? head;
  }

  /**
   * Keeps in one step what was seen. @returns whether an audit of the store runs
   * @throws where there is no room; the audit says so, and keeps what it has
   */
  async collect(batch: Batch): Promise<boolean> {
    const running = await this.running(batch.channelId);
    if (!running) return false;
    try {
      await this.#keep(running.id, batch);
      return true;
    } catch (error) {
      if (isStorageFull(error)) await this.#change(running.id, () => ({ fault: 'storage-full' }));
      throw error;
    }
  }

  /** Says that an audit is over or, with `null`, goes on: another of the store that runs is over then. */
  async end(id: string, endedAt: string | null): Promise<void> {
    const head = await this.head(id);
    if (!head || head.isReceived || (endedAt === null) === (head.endedAt === null)) return;
    if (endedAt === null) await this.#goOn(head);
    // Rows may have come while the figures were made.
    else if (!(await this.#close(head, endedAt))) await this.end(id, endedAt);
  }

  /**
   * Keeps what a colleague sent, with the work on it, in the place of what they sent of it before; one's own audit
   * stays as it is.
   */
  async receive(audit: Audit, work: Work): Promise<AuditHead> {
    const before = await this.head(audit.id);
    if (before && !before.isReceived) return before;
    const head: AuditHead = {
      ...headOf(audit),
      isReceived: true,
      work,
      revision: (before?.revision ?? 0) + 1,
      figures: figuresOf(audit),
    };
    const records = new Map<string, unknown>([
      ...Object.values(audit.products).map(
        (product) => [productKey(audit.id, product.productId), product] as const,
      ),
      [headKey(audit.id), head],
    ]);
    await this.delete(audit.id);
    await this.#records.updateMany([...records.keys()], (_, key) => records.get(key));
    return head;
  }

  async delete(id: string): Promise<void> {
    const head = await this.head(id);
    const running = head && (await this.running(head.channelId));
    const keys = [headKey(id), ...(head && running?.id === id ? [runningKey(head.channelId)] : [])];
    await this.#records.remove(keys, productKey(id, ''));
  }

  /** Deletes a store's own audits. */
  async deleteStore(channelId: string): Promise<void> {
    for (const head of await this.heads()) {
      if (head.channelId === channelId && !head.isReceived) await this.delete(head.id);
    }
  }

  async #change(id: string, next: (head: AuditHead) => Partial<AuditHead>): Promise<void> {
    await this.#records.update(headKey(id), (kept) => {
      const head = headIn(kept);
      return head ? { ...head, ...next(head), revision: head.revision + 1 } : kept;
    });
  }

  /** The head last: where its audit is over or gone, it throws before anything is written. */
  async #keep(id: string, batch: Batch): Promise<void> {
    const seen = new Map(batch.products.map((product) => [productKey(id, product.productId), product]));
    let added = 0;
    let isOther = false;
    await this.#records.updateMany([...seen.keys(), headKey(id)], (kept, key) => {
      const product = seen.get(key);
      if (!product) return withBatch(kept, batch, added, isOther);
      const latest = later(kept as AuditedProduct | undefined, product);
      if (kept === undefined) added += 1;
      isOther ||= latest !== kept;
      return latest;
    });
  }

  /** @returns whether nothing was collected meanwhile */
  async #close({ id, channelId, revision }: AuditHead, endedAt: string): Promise<boolean> {
    const audit = await this.read(id);
    const figures = audit && figuresOf(ended(audit, endedAt));
    let isClosed = false;
    await this.#records.updateMany([headKey(id), runningKey(channelId)], (kept, key) => {
      if (key !== headKey(id)) return isClosed && kept === id ? undefined : kept;
      const head = headIn(kept);
      isClosed = figures !== undefined && head?.revision === revision;
      return isClosed ? { ...head, endedAt, figures, revision: revision + 1 } : kept;
    });
    return isClosed;
  }

  /** Makes an audit the one that collects its store's rows, where none does. */
  async #run({ id, channelId }: AuditHead, next: (kept: unknown) => unknown): Promise<void> {
    const running = runningKey(channelId);
    const stale = (await this.running(channelId)) ? undefined : await this.#records.get(running);
    let isFirst = false;
    await this.#records.updateMany([running, headKey(id)], (kept, key) => {
      if (key !== running) return isFirst ? next(kept) : kept;
      isFirst = kept === stale;
      return isFirst ? id : kept;
    });
  }

  async #goOn(head: AuditHead): Promise<void> {
    const other = await this.running(head.channelId);
    if (other) await this.end(other.id, new Date().toISOString());
    await this.#run(head, (kept) => {
      const now = headIn(kept);
      return now && { ...now, endedAt: null, figures: null, revision: now.revision + 1 };
    });
  }
}

let opened: Promise<Audits> | undefined;

/**
 * The audits, in a database of their own: what looks through the records does not come across them.
 * @throws AuditsRefusedError
 */
export function openAudits(): Promise<Audits> {
  opened ??= indexedDbRecords('managedlens-audits').then(
    (records) => new Audits(records),
    (error: unknown) => {
      opened = undefined;
      if (isStorageFull(error)) throw error;
      throw new AuditsRefusedError('The browser keeps no audits', { cause: error });
    },
  );
  return opened;
}
