import { type Language, translator } from '../../i18n/translate.ts';
import type { OnProgress } from '../../messaging/worker.ts';
import type { Audits } from '../../storage/audits.ts';
import type { FindingsWork } from '../../storage/findings-work.ts';
import { isStorageFull } from '../../storage/full.ts';
import type {
  AuditDesk,
  AuditEntry,
  AuditView,
  ChangeLines,
  ChangeRow,
  DifferenceView,
  ExportedFile,
  FindingCardView,
  FindingRow,
  FindingsAsked,
  MatrixView,
  Received,
  StoresView,
} from '../desk.ts';
import type { ExportFormat } from '../export/files.ts';
import { timeText } from '../export/words.ts';
import type { Finding } from '../findings.ts';
import { findingCard } from './card.ts';
import { type Comparison, changeLines, differenceView } from './changes.ts';
import { exportedFile } from './file.ts';
import { matrixView } from './matrix-view.ts';
import { auditView, chosen, type Opened } from './opened.ts';
import { entryOf, Reading } from './reading.ts';
import { sentAudit, UnreadableAudit } from './receive.ts';
import { findingRow } from './row.ts';
import { storesView } from './stores-view.ts';

/** Where audits and the work on them are kept. */
export interface Kept {
  audits: Audits;
  work: FindingsWork;
}

interface Opening {
  id: string;
  language: Language;
  done: Promise<Opened | undefined>;
}

const ALL: FindingsAsked = { filter: {}, sort: 'worst', descending: false };

/** Answers from one audit that it holds open; which one, the last `open` says, whichever is read first. */
export class Desk implements AuditDesk {
  readonly #audits: Audits;
  readonly #reading: Reading;
  readonly #now: () => string;
  #opening: Opening | undefined;
  #opened: Opened | undefined;
  #asked = ALL;
  /** Made when the first line is asked for after a change. */
  #chosen: readonly Finding[] | undefined;
  #comparison: Promise<Comparison | undefined> = Promise.resolve(undefined);
  #export = new AbortController();
  #receiving = new AbortController();

  constructor({ audits, work }: Kept, now: () => string) {
    this.#audits = audits;
    this.#reading = new Reading(audits, work);
    this.#now = now;
  }

  async audits(): Promise<AuditEntry[]> {
    return (await this.#audits.heads()).map(entryOf);
  }

  async open(id: string, language: Language): Promise<AuditView | undefined> {
    // Who asks again while it is read waits for that reading, and then reads no more than is new.
    const before = this.#isWanted(id, language) ? this.#opening?.done : undefined;
    const opening = { id, language, done: this.#read(id, language, before) };
    this.#opening = opening;
    const opened = await opening.done;
    return opened && auditView(opened);
  }

  async #read(
    id: string,
    language: Language,
    before: Promise<unknown> | undefined,
  ): Promise<Opened | undefined> {
    await before?.catch(() => undefined);
    let opened: Opened | undefined;
    try {
      opened = await this.#reading.open(id, translator(language), this.#now(), this.#opened);
      return opened;
    } finally {
      if (this.#isWanted(id, language)) this.#show(opened);
    }
  }

  /** Whether no other was asked for later. */
  #isWanted(id: string, language: Language): boolean {
    return this.#opening?.id === id && this.#opening.language === language;
  }

  #show(opened: Opened | undefined): void {
    if (opened?.entry.id !== this.#opened?.entry.id) this.#asked = ALL;
    this.#opened = opened;
    this.#chosen = undefined;
  }

  /** Whoever asks while another audit is read is answered of that one. */
  async #current(): Promise<Opened | undefined> {
    const { id, done } = this.#opening ?? {};
    if (id !== this.#opened?.entry.id) await done?.catch(() => undefined);
    return this.#opened;
  }

  async #lines(): Promise<readonly Finding[]> {
    const opened = await this.#current();
    this.#chosen ??= opened ? chosen(opened, this.#asked) : [];
    return this.#chosen;
  }

  async select(asked: FindingsAsked): Promise<number> {
    await this.#current();
    this.#asked = asked;
    this.#chosen = undefined;
    return (await this.#lines()).length;
  }

  async lines(from: number, to: number): Promise<FindingRow[]> {
    const lines = await this.#lines();
    const opened = this.#opened;
    return opened ? lines.slice(from, to).map((finding) => findingRow(finding, opened, opened.t)) : [];
  }

  async placeOf(id: string): Promise<number> {
    return (await this.#lines()).findIndex((finding) => finding.id === id);
  }

  async card(id: string): Promise<FindingCardView | undefined> {
    const opened = await this.#current();
    const finding = opened?.findings.find((each) => each.id === id);
    return opened && finding && findingCard(finding, opened, opened.t);
  }

  async matrix(): Promise<MatrixView> {
    const opened = await this.#current();
    return opened
      ? matrixView(opened.audit, opened.t)
      : { labels: [], countries: [], cells: [], notCovered: [] };
  }

  async difference(earlier: string): Promise<DifferenceView | undefined> {
    const last = this.#comparison.catch(() => undefined);
    this.#comparison = this.#compare(earlier, last);
    const comparison = await this.#comparison;
    return comparison && differenceView(comparison);
  }

  async #compare(earlier: string, last: Promise<Comparison | undefined>): Promise<Comparison | undefined> {
    const opened = await this.#current();
    return opened && this.#reading.compare(earlier, opened, await last);
  }

  async changes(kind: ChangeRow['kind'] | null, from: number, to: number): Promise<ChangeLines> {
    const [opened, comparison] = [await this.#current(), await this.#comparison];
    if (!comparison || comparison.after.entry.id !== opened?.entry.id) return { count: 0, lines: [] };
    return changeLines(comparison, kind, from, to);
  }

  async stores(language: Language): Promise<StoresView> {
    return storesView(await this.#reading.figures(this.#opened), translator(language));
  }

  /** One at a time: another file that is being made is given up. */
  async export(format: ExportFormat, onProgress: OnProgress): Promise<ExportedFile> {
    this.#export.abort();
    this.#export = new AbortController();
    const { signal } = this.#export;
    const shown = await this.#current();
    // A mute may have ended while it was shown.
    const opened = shown && (await this.#reading.open(shown.entry.id, shown.t, this.#now(), shown));
    if (!opened) throw new Error('No audit is open');
    return exportedFile(format, opened, signal, onProgress);
  }

  cancelExport(): void {
    this.#export.abort();
  }

  /** One at a time, as an export. */
  async receive(file: Blob, name: string, language: Language, onProgress: OnProgress): Promise<Received> {
    this.cancelReceive();
    this.#receiving = new AbortController();
    const { signal } = this.#receiving;
    try {
      const { audit, work } = await sentAudit(file, name, signal, onProgress);
      const { isReceived } = await this.#audits.receive(audit, work);
      if (!isReceived)
        throw new UnreadableAudit({
          key: 'auditProblem_there',
          args: [name, audit.name, timeText(audit.startedAt)],
        });
      return { id: audit.id };
    } catch (error) {
      if (error instanceof UnreadableAudit) return { problem: translator(language)(error.text) };
      if (isStorageFull(error)) return { problem: translator(language)('storageFull') };
      throw error;
    }
  }
  cancelReceive(): void {
    this.#receiving.abort();
  }
}
