import type { FactPath } from '../facts/fields.ts';
import type { ProductRecord } from '../facts/product-record.ts';
import type { StoreRecord } from '../facts/store-record.ts';
import type { Text } from '../i18n/translate.ts';
import type { Proven } from '../rules/pack.ts';
import type { Situation } from '../rules/situation.ts';
import type { Entry } from '../site/lists.ts';
import type { ProductRow } from '../site/product-row.ts';

/** The chips of a row's strip. */
export const CHIP_IDS = ['semi', 'full', 'merge', 'labels', 'reach', 'fee'] as const;
export type ChipId = (typeof CHIP_IDS)[number];

/** `unknown` asks for input; `none` has nothing to say. */
export type Verdict = 'pass' | 'fail' | 'caution' | 'unknown' | 'none';

/** Everything a feature may look at. */
export interface Subject extends Situation {
  store: StoreRecord | undefined;
  /** What is kept of the row's product. */
  product: ProductRecord | undefined;
  row: ProductRow | undefined;
  /** A row of another list than the products'. */
  entry: Entry | undefined;
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

/** What a feature has to say of a subject, in no language yet. */
export interface Judgement {
  verdict: Verdict;
  /** A word or number for the chip, beside its name. */
  detail?: string;
  summary: Text;
  /** What needs attention whatever the verdict is. */
  warnings?: Text[];
  reasons: Reason[];
  /** What else the sources say: it decided nothing here. */
  basis: Reason[];
  used: FactPath[];
  missing: FactPath[];
}

/** One thing the overlay shows: pure, so that it runs and is tested anywhere. */
export interface Feature {
  id: ChipId;
  /** Whose facts decide: a store's judgement is the same in every row of its list. */
  about: 'store' | 'product';
  judge(subject: Subject): Judgement;
}
