import { type Audit, auditSchema } from '../audit/audit.ts';
import type { AuditFigures } from '../audit/stores.ts';
import { workSchema } from '../audit/work.ts';
import { withEntry } from '../facts/store-record.ts';
import { z } from '../rules/zod.ts';
import { isStorageFull } from './full.ts';
import type { Records } from './records.ts';
import { clearAway } from './set-aside.ts';

const HEAD = 'head:';

/** By audit, what is another with every change of its head. */
const EDITIONS = 'editions';

export const headKey = (id: string): string => HEAD + id;

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

export const headIn = (kept: unknown): AuditHead | undefined => headSchema.safeParse(kept).data;

export const headOf = ({ products, ...audit }: Audit): AuditHead => ({
  ...audit,
  count: Object.keys(products).length,
  isReceived: false,
  work: null,
  revision: 1,
  figures: null,
  fault: null,
});

/** The audit of a head. */
export function auditWith(
  { count: _count, isReceived: _isReceived, work: _work, revision: _, figures: _figures, ...head }: AuditHead,
  products: Audit['products'],
): Audit {
  const { fault: _fault, ...audit } = head;
  return { ...audit, products };
}

const editionsIn = (kept: unknown): Record<string, string> =>
  z.record(z.string(), z.string()).safeParse(kept).data ?? {};

/** The heads of audits as they are kept. There may be hundreds: none is read again that is as it was. */
export class AuditHeads {
  readonly #records: Records;
  readonly #known = new Map<string, { edition: string | undefined; head: AuditHead }>();

  constructor(records: Records) {
    this.#records = records;
  }

  async get(id: string): Promise<AuditHead | undefined> {
    return headIn(await this.#records.get(headKey(id)));
  }

  /** What can't be read is set aside. */
  async all(): Promise<AuditHead[]> {
    // Before the heads: one that changes meanwhile is read again the next time.
    const editions = editionsIn(await this.#records.get(EDITIONS));
    const keys = await this.#records.keys(HEAD);
    const ids = keys.map((key) => key.slice(HEAD.length));
    const others = ids.filter((id) => !this.#isAsItWas(id, editions[id]));
    const kept = await this.#records.getMany(others.map(headKey));
    const read = new Map(others.map((id, index) => [id, headIn(kept[index])]));
    for (const [id, head] of read) {
      if (!head) await clearAway(this.#records, headKey(id), (value) => headIn(value) !== undefined);
      else this.#known.set(id, { edition: editions[id], head });
    }
    return ids.flatMap((id) => (read.has(id) ? read.get(id) : this.#known.get(id)?.head) ?? []);
  }

  #isAsItWas(id: string, edition: string | undefined): boolean {
    return edition !== undefined && this.#known.get(id)?.edition === edition;
  }

  /** Changes a head and other records in one step. */
  async update(
    id: string,
    keys: readonly string[],
    change: (kept: unknown, key: string) => unknown,
  ): Promise<void> {
    let isOther = false;
    await this.#records.updateMany([...keys, EDITIONS], (kept, key) => {
      if (key === EDITIONS) return isOther ? withEntry(editionsIn(kept), id, crypto.randomUUID()) : kept;
      const next = change(kept, key);
      isOther ||= key === headKey(id) && next !== kept;
      return next;
    });
  }

  /** Takes a head out, other records, and all whose keys begin with the prefix. It needs no room. */
  async remove(id: string, keys: readonly string[], prefix: string): Promise<void> {
    await this.#records.remove([headKey(id), ...keys], prefix);
    try {
      await this.#records.update(EDITIONS, (kept) => withEntry(editionsIn(kept), id, null));
    } catch (error) {
      // An edition of no audit does no harm.
      if (!isStorageFull(error)) throw error;
    }
  }
}
