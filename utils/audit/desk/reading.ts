import type { Translator } from '../../i18n/translate.ts';
import type { AuditHead } from '../../storage/audit-heads.ts';
import type { Audits } from '../../storage/audits.ts';
import type { FindingsWork } from '../../storage/findings-work.ts';
import type { Audit } from '../audit.ts';
import type { SeenProducts } from '../coverage.ts';
import type { AuditEntry } from '../desk.ts';
import { differenceOf } from '../difference.ts';
import { type AuditFigures, figuresOf } from '../stores.ts';
import { summaryOf } from '../summary.ts';
import { NO_WORK, type Work } from '../work.ts';
import type { Comparison } from './changes.ts';
import { type Opened, type Ready, readied } from './opened.ts';
import type { KeptFigures } from './stores-view.ts';

/** An audit as lists name it. */
export const entryOf = ({
  id,
  channelId,
  name,
  startedAt,
  endedAt,
  count,
  isReceived,
  fault,
}: AuditHead): AuditEntry => ({
  id,
  channelId,
  name,
  startedAt,
  endedAt,
  products: count,
  isReceived,
  fault,
});

function seenProducts({ channelId, products }: Audit): SeenProducts {
  const seen = Object.values(products).map(({ productId, title, page, seenAt }) => [
    productId,
    { productId, title, page, seenAt },
  ]);
  return { channelId, products: Object.fromEntries(seen) };
}

/** What was made of audits, each until it changes. */
class Made<T> {
  readonly #made = new Map<string, { revision: number; value: T }>();

  async of({ id, revision }: AuditHead, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(id);
    if (known?.revision === revision) return known.value;
    const value = await make();
    this.#made.set(id, { revision, value });
    return value;
  }
}

/** Reads audits as they are kept, each no oftener than it changes. */
export class Reading {
  readonly #audits: Audits;
  readonly #work: FindingsWork;
  readonly #seen = new Made<SeenProducts | undefined>();
  readonly #figures = new Made<AuditFigures | undefined>();

  constructor(audits: Audits, work: FindingsWork) {
    this.#audits = audits;
    this.#work = work;
  }

  /** @param known the audit as it was read before, perhaps */
  async open(id: string, t: Translator, now: string, known: Opened | undefined): Promise<Opened | undefined> {
    const heads = await this.#audits.heads();
    const head = heads.find((each) => each.id === id);
    const ready = head && (await this.#ready(head, t, known));
    if (!head || !ready) return undefined;
    // What was received stays apart from the user's own.
    const others = heads.filter(
      (other) =>
        other.id !== id && other.channelId === head.channelId && other.isReceived === head.isReceived,
    );
    const earlier = others.filter(({ startedAt }) => startedAt < head.startedAt);
    const [work, seen] = await Promise.all([this.#workOn(head), this.#seenIn(earlier)]);
    return {
      ...ready,
      entry: entryOf(head),
      revision: head.revision,
      others: others.map(entryOf),
      summary: summaryOf(ready.audit, ready.findings, { earlier: seen, work, now }),
      work,
      now,
    };
  }

  /**
   * Compares the open audit with another one of its store.
   * @param known a comparison that was made before, perhaps
   */
  async compare(
    earlier: string,
    opened: Opened,
    known: Comparison | undefined,
  ): Promise<Comparison | undefined> {
    const head = await this.#audits.head(earlier);
    if (!head || !opened.others.some(({ id }) => id === earlier)) return undefined;
    const isAsItWas = known?.entry.id === earlier && known.revision === head.revision;
    if (isAsItWas && known.after.audit === opened.audit) return { ...known, after: opened };
    const before = await this.#audits.read(earlier);
    if (!before) return undefined;
    const changes = differenceOf(before, opened.audit);
    return { entry: entryOf(head), revision: head.revision, before, after: opened, changes };
  }

  /**
   * The figures of every audit that came across a product, the newest first; those of one that runs are made.
   * @param known the open audit, perhaps
   */
  async figures(known: Opened | undefined): Promise<KeptFigures[]> {
    const all: KeptFigures[] = [];
    for (const head of await this.#audits.heads()) {
      if (head.count === 0) continue;
      const figures = head.figures ?? (await this.#figuresOf(head, known));
      if (figures) all.push({ figures, rules: head.rules, isReceived: head.isReceived });
    }
    return all;
  }

  #figuresOf(head: AuditHead, known: Opened | undefined): Promise<AuditFigures | undefined> {
    return this.#figures.of(head, async () => {
      const audit = await this.#read(head.id, known);
      return audit && figuresOf(audit);
    });
  }

  async #ready(head: AuditHead, t: Translator, known: Opened | undefined): Promise<Ready | undefined> {
    const isAsItWas = known?.entry.id === head.id && known.revision === head.revision;
    if (isAsItWas && known.t.language === t.language) return known;
    const audit = isAsItWas ? known.audit : await this.#read(head.id, known);
    return audit && readied(audit, t);
  }

  /** The open audit is not read again but for what is other since. */
  #read(id: string, known: Opened | undefined): Promise<Audit | undefined> {
    return this.#audits.read(id, known?.entry.id === id ? known : undefined);
  }

  async #workOn({ channelId, isReceived, work }: AuditHead): Promise<Work> {
    return isReceived ? (work ?? NO_WORK) : this.#work.get(channelId);
  }

  /** What earlier audits came across: one is read after the other, as of each only little is held on to. */
  async #seenIn(heads: readonly AuditHead[]): Promise<SeenProducts[]> {
    const all: SeenProducts[] = [];
    for (const head of heads) {
      const seen = await this.#seen.of(head, async () => {
        const audit = await this.#audits.read(head.id);
        return audit && seenProducts(audit);
      });
      if (seen) all.push(seen);
    }
    return all;
  }
}
