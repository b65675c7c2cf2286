import type { EvidenceView } from '../features/present.ts';
import type { Language } from '../i18n/translate.ts';
import type { OnProgress } from '../messaging/worker.ts';
import type { Found } from './audit.ts';
import type { Cause } from './difference.ts';
import type { ExportFormat } from './export/files.ts';
import type { FindingFilter, SortKey } from './search.ts';
import type { SeverityId } from './severity.ts';
import type { SharedFinding, StoreTrend } from './stores.ts';
import type { Summary } from './summary.ts';
import type { WorkState } from './work.ts';

/** An audit as lists name it. */
export interface AuditEntry {
  id: string;
  channelId: string;
  name: string;
  startedAt: string;
  endedAt: string | null;
  products: number;
  /** Sent by a colleague and opened here: read only, and apart from the user's own stores. */
  isReceived: boolean;
  /** Why what was seen last is not in it. */
  fault: 'storage-full' | null;
}

/** A choice of a filter: how many findings it would leave. */
export interface FilterChoice {
  id: string;
  text: string;
  count: number;
}

/** The open audit: everything but its findings. */
export interface AuditView {
  entry: AuditEntry;
  summary: Summary;
  /** What `summary.rules` counts, in the language asked for: by rule id, or by chip where no rule decides. */
  ruleTexts: Record<string, string>;
  choices: Record<'rule' | 'programme' | 'country' | 'group', FilterChoice[]>;
  /** Other audits of the same store, the newest first: what it can be compared with. */
  others: AuditEntry[];
}

/** What of the findings is wanted, in which order. */
export interface FindingsAsked {
  filter: FindingFilter & { state?: WorkState };
  sort: SortKey;
  descending: boolean;
}

/** A line of the table: texts in one language. */
export interface FindingRow {
  id: string;
  severity: SeverityId;
  severityText: string;
  /** What the rule says, or what ends. */
  says: string;
  /** Empty: it is the store's own. */
  title: string;
  productId: string | null;
  page: number | null;
  position: number | null;
  programme: string;
  countries: readonly string[];
  state: WorkState;
  hasNote: boolean;
  seenAt: string;
}

/** A finding opened. */
export interface FindingCardView extends FindingRow {
  rule: string | null;
  verdict: Found['verdict'];
  confidence: string;
  evidence: EvidenceView[];
  values: { name: string; value: string; origin: string }[];
  missing: { name: string; where: string }[];
  packVersion: string;
  /** Groups of countries and countries, by name. */
  groups: string[];
  countryNames: string[];
  mute: { at: string; name: string; reason: string; expires: string } | null;
  note: { at: string; name: string; text: string } | null;
  done: { at: string; name: string } | null;
}

/** The labels of the store's products, country by country, with names in the language asked for. */
export interface MatrixView {
  labels: { id: string; text: string }[];
  countries: { id: string; name: string }[];
  /** In the order of `labels`, then `countries`; `null` where no product is asked for the label. */
  cells: ({ pass: number; fail: number; unknown: number } | null)[][];
  notCovered: { id: string; name: string; count: number }[];
}

/** What is not as it was in an earlier audit. */
export interface ChangeRow extends FindingRow {
  kind: 'new' | 'gone' | 'changed' | 'not-seen';
  causes: Cause[];
  /** What of a finding that stayed is another now, in words: countries, verdict, what is missing. */
  what: string[];
  /** Why, in words: which fact from what to what, which pack from which version to which. */
  why: string[];
}

export interface DifferenceView {
  before: AuditEntry;
  counts: Record<ChangeRow['kind'], number>;
}

/** Some lines, and how many there are. */
export interface ChangeLines {
  count: number;
  lines: ChangeRow[];
}

export interface StoresView {
  stores: (StoreTrend & { isReceived: boolean })[];
  shared: (SharedFinding & { text: string })[];
}

/** An audit as a file. */
export interface ExportedFile {
  name: string;
  type: string;
  file: Blob;
}

/** A file that was opened. */
export type Received = { id: string } | { problem: string };

/**
 * The audits as the panel's worker answers for them: what takes longer than a frame is done there. Every answer is
 * plain data. Of findings and changes, only the lines that are looked at are asked for.
 */
export interface AuditDesk {
  /** Own and received, the newest first. */
  audits(): Promise<AuditEntry[]>;
  /** Opens an audit, or brings the open one up to date with what was collected since. `undefined`: it is gone. */
  open(id: string, language: Language): Promise<AuditView | undefined>;
  /** Chooses the lines that `lines` and `placeOf` speak of. @returns how many there are */
  select(asked: FindingsAsked): Promise<number>;
  /** The lines from `from` up to and without `to`. */
  lines(from: number, to: number): Promise<FindingRow[]>;
  /** Where a finding stands in the chosen lines; -1: nowhere. */
  placeOf(id: string): Promise<number>;
  card(id: string): Promise<FindingCardView | undefined>;
  matrix(): Promise<MatrixView>;
  /** Compares the open audit with an earlier one; its lines by `changes`. */
  difference(earlier: string): Promise<DifferenceView | undefined>;
  changes(kind: ChangeRow['kind'] | null, from: number, to: number): Promise<ChangeLines>;
  stores(language: Language): Promise<StoresView>;
  /** @param onProgress called as the work goes on @throws AbortError after `cancelExport` */
  export(format: ExportFormat, onProgress: OnProgress): Promise<ExportedFile>;
  cancelExport(): void;
  /**
   * Opens what a colleague sent, as one of the export formats that can come back; a problem names the file.
   * @param onProgress called as its products are checked; once all are, it is kept in one step
   * @throws AbortError after `cancelReceive`
   */
  receive(file: Blob, name: string, language: Language, onProgress: OnProgress): Promise<Received>;
  cancelReceive(): void;
}
