import type { SeenRows } from '../../utils/audit/collect.ts';
import { Backoff } from '../../utils/dom/backoff.ts';
import { later, type Timer } from '../../utils/dom/later.ts';
import { LONGEST_TITLE, MOST_ROWS_COLLECTED } from '../../utils/messaging/limits.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { isBusy } from '../../utils/site/health.ts';
import { type ListPlace, NO_PLACE, readPager, rowsOfPage } from '../../utils/site/pager.ts';
import type { ProductRow } from '../../utils/site/product-row.ts';
import { isInDoubt } from '../../utils/site/product-tables.ts';
import { type Auditing, onAuditingChanged, readAuditing } from '../../utils/storage/auditing.ts';
import { now, type PageWatch } from './page.ts';
import type { ReadRow } from './rows.ts';

/** Pages draw their lists in several strokes: rows are gathered so long after the first. */
const GATHER_MS = 400;

/** A page that shows for ever that it is loading is gathered all the same. */
const LONGEST_LOADING_MS = 60_000;

type Row = SeenRows['rows'][number];

/** So many pages are remembered, the latest. */
const MOST_PAGES = 10;

/** What was handed over of one page of a list. */
interface Known {
  /** By product, what was kept of its row. */
  kept: Map<string, string>;
  /** What was last told of the page itself. */
  told: string;
}

/** What is to be told of a page. */
interface Gathered {
  known: Known;
  channelId: string;
  place: ListPlace;
  rows: Row[];
  /** Of those that were kept, which count. */
  counts: (productId: string) => boolean;
  unread: number;
}

const inDocument = ([a]: [Element, unknown], [b]: [Element, unknown]): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

const textOf = (row: Row): string => JSON.stringify(row);

/** Hands over the rows of a product list while its store's audit runs; otherwise it does nothing. */
export class AuditRows {
  readonly #siteMap: SiteMap;
  readonly #watch: PageWatch;
  readonly #strips: { look(): void; catchUp(): void };
  readonly #isOver: () => boolean;
  /** `undefined` until it is known. */
  #auditing: Auditing | undefined;
  /** What the rows of the page say, as the strips read them. */
  readonly #rows = new Map<Element, ReadRow | undefined>();
  readonly #pages = new Map<string, Known>();
  readonly #backoff = new Backoff();
  /** Which page of which audit was looked at last, and the products in its rows. */
  #last = { page: '', shown: '' };
  #timer: Timer | undefined;
  #loadingSince: number | undefined;
  #isSending = false;
  #isPaused = false;

  /** @param isOver whether this content script has been replaced by a newer one */
  constructor(
    siteMap: SiteMap,
    watch: PageWatch,
    strips: { look(): void; catchUp(): void },
    isOver: () => boolean,
  ) {
    this.#siteMap = siteMap;
    this.#watch = watch;
    this.#strips = strips;
    this.#isOver = isOver;
    onAuditingChanged((auditing) => this.#follow(auditing));
    readAuditing().then((auditing) => {
      if (this.#auditing === undefined) this.#follow(auditing);
    }, console.error);
  }

  /** Where the audit of this page's store runs, its rows are wanted; those that were not noted are read anew. */
  #follow(auditing: Auditing): void {
    const wasKnown = this.#auditing !== undefined;
    const before = this.#audit;
    this.#auditing = auditing;
    if (this.#isOver() || this.#isPaused) return;
    if (this.#audit === undefined) this.#rows.clear();
    else if (!wasKnown) this.update();
    else if (this.#audit !== before) {
      this.#last = { page: '', shown: '' };
      this.#strips.look();
    }
  }

  /** The audit that this page's rows are for. */
  get #audit(): string | undefined {
    const { kind, channelId } = this.#watch.page;
    return kind === 'product-list' && channelId !== null ? this.#auditing?.[channelId] : undefined;
  }

  /** Notes what a row says. */
  note(row: Element, reading: ReadRow | undefined): void {
    if (this.#auditing === undefined || this.#audit !== undefined) this.#rows.set(row, reading);
  }

  /** Something has changed on the page. */
  update(): void {
    if (this.#audit !== undefined) this.#gatherIn(GATHER_MS);
  }

  /** What verdicts rest on has changed: the rows that the page shows are judged anew. */
  refresh(): void {
    for (const { kept } of this.#pages.values()) for (const productId of kept.keys()) kept.set(productId, '');
    this.update();
  }

  /** Nothing more is gathered or sent until the strips note rows again. */
  pause(): void {
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#rows.clear();
  }

  resume(): void {
    this.#isPaused = false;
  }

  #gatherIn(ms: number): void {
    if (!this.#isPaused) this.#timer ??= later(() => this.#gather(), ms);
  }

  #gather(): void {
    this.#timer = undefined;
    if (this.#isOver()) return;
    this.#strips.catchUp();
    const audit = this.#audit;
    if (audit === undefined) return;
    if (this.#isSending || this.#isLoading()) {
      this.#gatherIn(GATHER_MS);
      return;
    }
    const gathered = this.#look(audit);
    if (gathered) void this.#send(gathered);
  }

  /** While a page loads, its pager may name a page whose rows are not there yet. */
  #isLoading(): boolean {
    if (!isBusy(document, this.#siteMap)) {
      this.#loadingSince = undefined;
      return false;
    }
    this.#loadingSince ??= performance.now();
    return performance.now() - this.#loadingSince < LONGEST_LOADING_MS;
  }

  /** The rows that are new or changed, and how many there are. */
  #look(audit: string): Gathered | undefined {
    const { channelId } = this.#watch.page;
    if (channelId === null) return undefined;
    for (const row of this.#rows.keys()) if (!row.isConnected) this.#rows.delete(row);
    const { pager, productList } = this.#siteMap;
    const isCertain = this.#loadingSince === undefined && pager !== undefined;
    const place = isCertain ? readPager(document, pager) : NO_PLACE;
    const listed = [...this.#rows]
      .filter(([row, reading]) => reading || isInDoubt(row, productList))
      .sort(inDocument);
    const readings = new Map(
      listed.flatMap(([, reading], index) => (reading ? [[reading.key, { reading, index }] as const] : [])),
    );
    const { number, of, size } = place;
    const page = JSON.stringify([audit, channelId, number, of, size]);
    const shown = [...readings.keys()].join();
    // The pager may have turned before its rows.
    if (this.#last.page !== page && this.#last.shown === shown && shown !== '') return undefined;
    this.#last = { page, shown };
    // A tab or a search may have as many pages: its rows are counted for themselves.
    const known = this.#remember(JSON.stringify([page, place.total]));
    // Only where all rows of the page are there does their order tell how many come before one.
    const isWhole = listed.length === rowsOfPage(place);
    const rows = [...readings.values()].map(({ reading, index }) => ({
      row: reading.row.row as ProductRow,
      title: reading.title.slice(0, LONGEST_TITLE),
      position: isWhole ? index + 1 : null,
    }));
    const unread = listed.filter(([, reading]) => !reading).length;
    // A list that shows some of its rows at a time has shown all that were kept, unless these are too many for a page.
    const all = new Set([...known.kept.keys(), ...readings.keys()]);
    const counts = size !== null && all.size > size ? (id: string) => readings.has(id) : () => true;
    const changed = rows.filter((row) => known.kept.get(row.row.productId) !== textOf(row));
    const told = JSON.stringify([place, [...all].filter(counts).length, unread]);
    if (changed.length === 0 && told === known.told) return undefined;
    known.told = told;
    return { known, channelId, place, rows: changed, counts, unread };
  }

  #remember(page: string): Known {
    const known = this.#pages.get(page) ?? { kept: new Map(), told: '' };
    this.#pages.delete(page);
    this.#pages.set(page, known);
    const [oldest = page] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(oldest);
    return known;
  }

  /** In slices, each with no more rows counted than are kept with it: the page may be closed after any of them. */
  async #send({ known, channelId, place, rows, counts, unread }: Gathered): Promise<void> {
    this.#isSending = true;
    let rest = rows;
    do {
      const slice = rest.slice(0, MOST_ROWS_COLLECTED);
      rest = rest.slice(MOST_ROWS_COLLECTED);
      const kept = new Set([...known.kept.keys(), ...slice.map(({ row }) => row.productId)]);
      const read = [...kept].filter(counts).length;
      const seen: SeenRows = { channelId, readAt: now(), place, rows: slice, read, unread };
      const answer = await send('audit.rows', seen).catch(() => undefined);
      if (!answer) {
        // The background may be starting, or there is no room.
        known.told = '';
        this.#gatherIn(this.#backoff.next());
        break;
      }
      for (const row of slice) known.kept.set(row.row.productId, textOf(row));
    } while (rest.length > 0 && !this.#isPaused && !this.#isOver());
    if (rest.length === 0) this.#backoff.reset();
    this.#isSending = false;
  }
}
