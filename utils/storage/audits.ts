import { type Audit, type AuditedProduct, newAudit } from '../audit/audit.ts';
import { type Batch, collect, ended, later } from '../audit/collect.ts';
import { figuresOf } from '../audit/stores.ts';
import type { Work } from '../audit/work.ts';
import { changedSince, withChange } from './audit-changes.ts';
import { type AuditHead, AuditHeads, auditWith, headIn, headKey, headOf } from './audit-heads.ts';
import { isStorageFull } from './full.ts';
import { indexedDbRecords } from './indexed-db.ts';
import type { Records } from './records.ts';

const PRODUCT = 'product:';
const RUNNING = 'running:';
const CHANGES = 'changes:';

const changesKey = (id: string): string => CHANGES + id;
const runningKey = (channelId: string): string => RUNNING + channelId;
const productKey = (id: string, productId: string): string => `${PRODUCT}${id}:${productId}`;

/** An audit as it was read at a revision. */
export interface ReadAudit {
  audit: Audit;
  revision: number;
}

/** The head with what a batch saw beside its products; as it is kept where that is nothing new. */
function withBatch(kept: unknown, batch: Batch, added: number, hasOtherProducts: boolean): AuditHead {
  const head = headIn(kept);
  if (head?.endedAt !== null) throw new Error(`No audit of store ${batch.channelId} runs any more`);
  const { products: _, ...seen } = collect({ ...head, products: {} }, { ...batch, products: [] });
  const next: AuditHead = { ...head, ...seen, count: head.count + added, fault: null };
  const isSame = !hasOtherProducts && JSON.stringify(next) === JSON.stringify(head);
  return isSame ? (kept as AuditHead) : { ...next, revision: head.revision + 1 };
}

const byId = (products: readonly AuditedProduct[]): Audit['products'] =>
  Object.fromEntries(products.map((product) => [product.productId, product]));

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
  readonly #heads: AuditHeads;

  constructor(records: Records) {
    this.#records = records;
    this.#heads = new AuditHeads(records);
  }

  /** All audits, the newest first. What can't be read is set aside. */
  async heads(): Promise<AuditHead[]> {
    const heads = await this.#heads.all();
    return heads.sort((a, b) => b.startedAt.localeCompare(a.startedAt) || a.id.localeCompare(b.id));
  }

  head(id: string): Promise<AuditHead | undefined> {
    return this.#heads.get(id);
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

  /**
   * The audit whole.
   * @param known the same audit as it was read before: of its products no more is read than is other since
   */
  async read(id: string, known?: ReadAudit): Promise<Audit | undefined> {
    const [kept, changes] = await this.#records.getMany([headKey(id), changesKey(id)]);
    const head = headIn(kept);
    if (!head) return undefined;
    const changed = known && changedSince(changes, known.revision);
    const products = changed
      ? { ...known.audit.products, ...(await this.#someProducts(id, changed)) }
      : await this.#allProducts(id);
    return auditWith(head, products);
  }

  async #someProducts(id: string, productIds: readonly string[]): Promise<Audit['products']> {
    const kept = await this.#records.getMany(productIds.map((productId) => productKey(id, productId)));
    // The audit may have been deleted meanwhile.
    return byId(kept.filter((product) => product !== undefined) as AuditedProduct[]);
  }

  async #allProducts(id: string): Promise<Audit['products']> {
    const all: AuditedProduct[] = [];
    for await (const [, kept] of this.#records.entries(productKey(id, ''))) all.push(kept as AuditedProduct);
    return byId(all);
  }

  /** Starts an audit of a store; where one runs it is that one. */
  async start(channelId: string, name: string, at: string): Promise<AuditHead> {
    const head = headOf(newAudit(crypto.randomUUID(), channelId, name, at));
    await this.#run(head, () => head);
    return (await this.running(channelId)) ?? head;
  }

  /**
   * Keeps in one step what was seen of a store, if an audit of it runs; only then it is judged. @returns whether one runs
   * @throws where there is no room; the audit says so, and keeps what it has
   */
  async collect(channelId: string, judge: () => Promise<Batch>): Promise<boolean> {
    const running = await this.running(channelId);
    if (!running) return false;
    const batch = await judge();
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
   * Keeps in one step what a colleague sent, with the work on it, in the place of what they sent of it before; one's
   * own audit stays as it is.
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
    // Products that are sent no more go in the same step.
    const earlier = await this.#records.keys(productKey(audit.id, ''));
    const keys = new Set([...earlier, ...records.keys()]);
    await this.#heads.update(audit.id, [...keys], (_, key) => records.get(key));
    return head;
  }

  async delete(id: string): Promise<void> {
    const head = await this.head(id);
    const running = head && (await this.running(head.channelId));
    const keys = [changesKey(id), ...(head && running?.id === id ? [runningKey(head.channelId)] : [])];
    await this.#heads.remove(id, keys, productKey(id, ''));
  }

  /** Deletes a store's own audits. */
  async deleteStore(channelId: string): Promise<void> {
    for (const head of await this.heads()) {
      if (head.channelId === channelId && !head.isReceived) await this.delete(head.id);
    }
  }

  async #change(id: string, next: (head: AuditHead) => Partial<AuditHead>): Promise<void> {
    await this.#heads.update(id, [headKey(id)], (kept) => {
      const head = headIn(kept);
      return head ? { ...head, ...next(head), revision: head.revision + 1 } : kept;
    });
  }

  /** The head after the products: where its audit is over or gone, it throws before anything is written. */
  async #keep(id: string, batch: Batch): Promise<void> {
    const seen = new Map(batch.products.map((product) => [productKey(id, product.productId), product]));
    const others: string[] = [];
    let added = 0;
    let revision = 0;
    await this.#heads.update(id, [...seen.keys(), headKey(id), changesKey(id)], (kept, key) => {
      if (key === headKey(id)) {
        const head = withBatch(kept, batch, added, others.length > 0);
        revision = head.revision;
        return head;
      }
      const product = seen.get(key);
      if (!product) return others.length > 0 ? withChange(kept, revision, others) : kept;
      const latest = later(kept as AuditedProduct | undefined, product);
      if (kept === undefined) added += 1;
      if (latest !== kept) others.push(product.productId);
      return latest;
    });
  }

  /** @returns whether nothing was collected meanwhile */
  async #close({ id, channelId, revision }: AuditHead, endedAt: string): Promise<boolean> {
    const audit = await this.read(id);
    const figures = audit && figuresOf(ended(audit, endedAt));
    let isClosed = false;
    // Who has it open reads it once more, whole; there is nothing to be listed any more.
    await this.#heads.update(id, [headKey(id), runningKey(channelId), changesKey(id)], (kept, key) => {
      if (key === runningKey(channelId)) return isClosed && kept === id ? undefined : kept;
      if (key === changesKey(id)) return isClosed ? undefined : kept;
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
    await this.#heads.update(id, [running, headKey(id)], (kept, key) => {
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
