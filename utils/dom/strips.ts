import { Backoff } from './backoff.ts';
import { later } from './later.ts';
import { Near } from './near.ts';
import { type Changes, type Observation, observe } from './observe.ts';
import { Restores } from './restores.ts';
import { fillStrip, markStrip, newStrip, STRIP_TAG, type StripView } from './strip.ts';
import { type Theme, themeAt } from './theme.ts';

/** A row as its reader sees it now. */
export interface RowReading<Row> {
  /** What the row is about: a product's ID. */
  key: string;
  row: Row;
  /** Where the strip stands, as the last child. */
  cell: Element;
}

/** What strips need to know of a page; they know no site themselves. */
export interface RowSource<Row> {
  /** A selector for everything that may be a row, where the page has rows at all. */
  rowSelector(): string | undefined;
  read(row: Element): RowReading<Row> | undefined;
  /** The strips of the rows, in their order. Asked once for rows that say the same. */
  judge(rows: readonly Row[]): Promise<readonly StripView[]>;
  /** Called before each batch is looked at. @returns whether every row says something else now, touched or not */
  beforeBatch(): boolean;
  /** Called after each batch, when rows and their strips may have left the page. */
  afterBatch(changes: Changes): void;
}

/** A row, and its strip where that stands. */
export interface FoundRow {
  row: Element;
  strip: HTMLElement | undefined;
}

interface Placed {
  key: string;
  signature: string;
  host: HTMLElement;
  view: StripView;
}

const CACHE_LIMIT = 5000;

/** From so many rows on, the strips out of sight are not drawn. */
const LONG_LIST = 200;

/** From so many rows on, a row has its strip only when it comes near: the browser would lay out all of the list. */
const ENDLESS_LIST = 1000;

/** Strips in so many rows above one could push it out of view again if they came after it. */
const ABOVE = 100;

/** The rows in or around what has changed. */
function rowsIn(changes: Changes, selector: string): Set<Element> {
  if (changes === 'all') return new Set(document.querySelectorAll(selector));
  const rows = new Set<Element>();
  for (const element of [...changes.touched, ...changes.added]) {
    const row = element.isConnected && element.closest(selector);
    if (row) rows.add(row);
  }
  for (const element of changes.added) {
    if (element.isConnected) for (const row of element.querySelectorAll(selector)) rows.add(row);
  }
  return rows;
}

/** Keeps one strip in every row of a page, right for what the row shows now. */
export class Strips<Row> {
  readonly #source: RowSource<Row>;
  readonly #placed = new WeakMap<Element, Placed>();
  readonly #awaited = new WeakMap<Element, string>();
  readonly #places = new WeakMap<Element, { row: Element; judged: Row }>();
  readonly #views = new Map<string, StripView>();
  readonly #observation: Observation;
  readonly #backoff = new Backoff();
  readonly #restores = new Restores(() => this.#observation.refresh());
  readonly #near = new Near((rows) => this.#arrive(rows));
  #selector: string | undefined;
  #isLong = false;
  #isEndless = false;
  #theme: Theme | undefined;
  #marked: string | undefined;
  #edition = 0;

  /** @param isOver whether this content script has been replaced by a newer one */
  constructor(source: RowSource<Row>, isOver: () => boolean) {
    this.#source = source;
    this.#observation = observe(
      document.documentElement,
      (changes) => this.#onBatch(changes),
      (elements) => this.#dropStale(elements),
      isOver,
    );
  }

  #onBatch(changes: Changes): void {
    const isOther = this.#source.beforeBatch();
    this.#update(isOther ? 'all' : changes);
    this.#source.afterBatch(changes);
  }

  /** A row that names its product no more loses its strip at once: it is never seen beside another product. */
  #dropStale(elements: readonly Element[] | 'all'): void {
    if (this.#selector === undefined) return;
    const changes = elements === 'all' ? elements : { touched: new Set(elements), added: new Set<Element>() };
    for (const row of rowsIn(changes, this.#selector)) {
      const key = this.#placed.get(row)?.key;
      if (key !== undefined && !row.textContent?.includes(key)) this.#clear(row);
    }
  }

  /** Brings the strips of all rows in or around the changes up to date. Reads first, then writes. */
  #update(changes: Changes): void {
    const selector = this.#source.rowSelector();
    this.#selector = selector;
    if (!selector) {
      this.#removeAll();
      return;
    }
    const rows = rowsIn(changes, selector);
    this.#isLong ||= rows.size >= LONG_LIST;
    this.#isEndless ||= rows.size >= ENDLESS_LIST;
    const readings = [...rows].map((row) => ({ row, reading: this.#source.read(row) }));
    const unjudged: { row: Element; reading: RowReading<Row>; signature: string }[] = [];
    for (const { row, reading } of readings) {
      if (!reading) {
        this.#awaited.delete(row);
        this.#clear(row);
        continue;
      }
      const signature = JSON.stringify(reading.row);
      const placed = this.#placed.get(row);
      if (placed && placed.key !== reading.key) this.#clear(row);
      const view = this.#views.get(signature);
      if (view) {
        this.#awaited.delete(row);
        this.#place(row, reading, signature, view);
      } else if (this.#awaited.get(row) !== this.#ticket(signature))
        unjudged.push({ row, reading, signature });
    }
    if (unjudged.length > 0) void this.#judge(unjudged);
  }

  /** Rows of an endless list that have come near. */
  #arrive(rows: Set<Element>): void {
    this.#observation.catchUp();
    this.#update({ touched: rows, added: new Set() });
    this.#observation.ignoreOwnWrites();
  }

  /** The row about something, near or far, with strips in it and above it as if it were near. */
  find(key: string): FoundRow | undefined {
    this.#observation.catchUp();
    if (this.#selector === undefined) return undefined;
    const rows = [...document.querySelectorAll(this.#selector)];
    const place = rows.findIndex(
      (row) => row.textContent?.includes(key) && this.#source.read(row)?.key === key,
    );
    const row = rows[place];
    if (!row) return undefined;
    const near = new Set(rows.slice(Math.max(0, place - ABOVE), place + 1));
    for (const each of near) this.#near.add(each);
    this.#arrive(near);
    return { row, strip: this.#placed.get(row)?.host };
  }

  /** Makes the strip of a row stand out, also where it comes later; of none any more with `undefined`. */
  mark(key: string | undefined): void {
    this.#marked = key;
    for (const strip of document.querySelectorAll<HTMLElement>(STRIP_TAG))
      markStrip(strip, key !== undefined && strip.dataset.mlKey === key);
  }

  /** What the verdicts rest on has changed: every row of the page is judged anew, its old strip standing till then. */
  rejudge(): void {
    this.#edition += 1;
    this.#views.clear();
    this.#update('all');
    this.#observation.ignoreOwnWrites();
  }

  /** Looks at the page anew: what is typed into a form is no change of the document. */
  look(): void {
    this.#observation.refresh();
  }

  /** Reads at once what has changed since the last batch. */
  catchUp(): void {
    this.#observation.catchUp();
  }

  /** The page goes to another address: no strip outlives it, and what its rows show next is looked at anew. */
  leave(): void {
    this.#removeAll();
    this.#isLong = false;
    this.#isEndless = false;
    this.#theme = undefined;
    this.#observation.refresh();
  }

  /** No strip stands in the page until it is resumed: nothing is read, and what is still being asked for is dropped. */
  pause(): void {
    this.#edition += 1;
    this.#views.clear();
    this.#theme = undefined;
    this.#selector = undefined;
    this.#observation.pause();
    this.#removeAll();
  }

  /** Judges everything anew. */
  resume(): void {
    this.#observation.resume();
  }

  /** The row that a strip stands in, and what it was judged as. */
  placeOf(host: Element): { row: Element; judged: Row } | undefined {
    return this.#places.get(host);
  }

  #removeAll(): void {
    this.#near.forget();
    for (const strip of document.querySelectorAll(STRIP_TAG)) strip.remove();
    this.#observation.ignoreOwnWrites();
  }

  #ticket(signature: string): string {
    return `${this.#edition} ${signature}`;
  }

  async #judge(rows: { row: Element; reading: RowReading<Row>; signature: string }[]): Promise<void> {
    const edition = this.#edition;
    const tickets = rows.map(({ row, signature }) => ({ row, ticket: this.#ticket(signature) }));
    for (const { row, ticket } of tickets) this.#awaited.set(row, ticket);
    const distinct = new Map(rows.map(({ signature, reading }) => [signature, reading.row]));
    const views = await this.#source.judge([...distinct.values()]).catch(() => undefined);
    // What the page has changed meanwhile is read anew; a row that still waits for this answer says what it said.
    if (views && edition === this.#edition) this.#observation.catchUp();
    const waiting = rows.filter((_, index) => this.#takeTicket(tickets[index]));
    if (edition !== this.#edition) return;
    if (!views) {
      // The background may be starting, or be gone.
      later(() => this.#observation.refresh(), this.#backoff.next());
      return;
    }
    this.#backoff.reset();
    this.#remember([...distinct.keys()], views);
    for (const { row, reading, signature } of waiting) {
      const view = this.#views.get(signature);
      if (view && row.isConnected) this.#place(row, reading, signature, view);
    }
    this.#observation.ignoreOwnWrites();
  }

  /** Whether a row still waits for the answer that its ticket is for; it waits no longer. */
  #takeTicket(asked: { row: Element; ticket: string } | undefined): boolean {
    return (
      asked !== undefined && this.#awaited.get(asked.row) === asked.ticket && this.#awaited.delete(asked.row)
    );
  }

  #remember(signatures: readonly string[], views: readonly StripView[]): void {
    if (this.#views.size > CACHE_LIMIT) this.#views.clear();
    for (const [index, signature] of signatures.entries()) {
      const view = views[index];
      if (view) this.#views.set(signature, view);
    }
  }

  #clear(row: Element): void {
    this.#placed.delete(row);
    for (const strip of row.querySelectorAll(STRIP_TAG)) strip.remove();
  }

  #place(
    row: Element,
    { key, cell, row: judged }: RowReading<Row>,
    signature: string,
    view: StripView,
  ): void {
    if (view.chips.length === 0) {
      this.#clear(row);
      return;
    }
    const placed = this.#placed.get(row);
    const stands = placed?.host.parentNode === cell;
    if (placed && stands && placed.signature === signature && placed.view === view) return;
    if (!stands && this.#isEndless && !this.#near.has(row)) return;
    if (!stands && !this.#restores.allows(key, row)) return;
    const host = placed?.host ?? newStrip(this.#isLong);
    this.#theme ??= themeAt(cell);
    fillStrip(host, key, view, this.#theme);
    markStrip(host, key === this.#marked);
    if (!stands) {
      for (const strip of row.querySelectorAll(STRIP_TAG)) strip.remove();
      cell.append(host);
    }
    this.#placed.set(row, { key, signature, host, view });
    this.#places.set(host, { row, judged });
  }
}
