import type { FactPath } from '../facts/fields.ts';
import type { ProductRecord } from '../facts/product-record.ts';
import type { StoreRecord } from '../facts/store-record.ts';
import type { Text } from '../i18n/translate.ts';
import type { SeenEntry } from '../messaging/protocol.ts';
import type { Proven } from '../rules/pack.ts';
import type { Situation } from '../rules/situation.ts';
import type { PageKind } from '../site/pages.ts';
import type { ProductRow } from '../site/product-row.ts';

/** The chips of a row's strip. */
export const CHIP_IDS = ['semi', 'full', 'merge', 'labels', 'reach', 'fee', 'stock', 'dispatch'] as const;
export type ChipId = (typeof CHIP_IDS)[number];

/** `unknown` asks for input; `none` has nothing to say. */
export type Verdict = 'pass' | 'fail' | 'caution' | 'unknown' | 'none';

/** Everything a feature may look at. */
export interface Subject extends Situation {
  store: StoreRecord | undefined;
  /** What is kept of the row's product. */
  product: ProductRecord | undefined;
  row: ProductRow | undefined;
  /** A row of another list than the products', and the page it stands on. */
  entry: (SeenEntry & { page: PageKind }) | undefined;
  /** When the row was read, ISO 8601. */
  readAt: string;
}

/** One rule, fee or label as it came out for the subject. */
export interface Reason {
  id: string;
  proven: Proven;
  outcome: Verdict;
  /** The facts it was decided by. */
  facts?: readonly FactPath[];
  notes?: Text[];
  /** What it comes to by each reading of a doubt, `DOUBT/READING`. */
  amounts?: Readonly<Record<string, string>>;
}

/** A value that the row itself shows, by its field's name in the site map. */
interface SeenValue {
  name: string;
  note?: Text;
}

/** What a feature has to say of a subject, in no language yet. */
export interface Judgement {
  verdict: Verdict;
  /** The name of its texts, where they aren't its chip's. */
  texts?: 'pickup' | 'triage';
  /** A word or number for the chip, beside its name. */
  detail?: string | Text;
  summary: Text;
  /** What needs attention whatever the verdict is. */
  warnings?: Text[];
  reasons: Reason[];
  /** What else the sources say: it decided nothing here. */
  basis: Reason[];
  used: FactPath[];
  missing: FactPath[];
  seen?: readonly SeenValue[];
  /** Fields of the row that it does not show, or whose text has no known meaning. */
  unseen?: readonly string[];
  /** ISO 8601: when it says something else by the passing of time alone. */
  until?: string;
}

/** One thing the overlay shows: pure, so that it runs and is tested anywhere. */
export interface Feature {
  id: ChipId;
  /** Whose facts decide: a store's judgement is the same in every row of its list. */
  about: 'store' | 'product' | 'row';
  /** Whether it has anything to say of a row: of every one, where this is absent. */
  concerns?(subject: Subject): boolean;
  judge(subject: Subject): Judgement;
}
