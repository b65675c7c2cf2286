import type { TypedProductPath } from '../../facts/product-fields.ts';
import type { Verdict } from '../judgement.ts';
import type { ReasonView } from '../present.ts';

/** A sign and what it stands for; without a verdict a plain text. */
export interface Cell {
  text: string;
  verdict?: Verdict;
  verdictWord?: string;
}

/** What a page's panel can hold, each under a title of its own. */
export type Section =
  | {
      kind: 'checks';
      title: string;
      checks: { name: string; cell: Cell; place?: string }[];
    }
  | { kind: 'table'; title: string; notes: string[]; head: string[]; rows: Cell[][] }
  | { kind: 'fields'; title: string; hint: string; fields: PanelField[] }
  | { kind: 'reasons'; title: string; reasons: ReasonView[] };

/** A text to type: a fact of the product, or a price that is only tried. */
export interface PanelField {
  path: TypedProductPath | 'whatIf';
  name: string;
  text: string;
  hint: string;
  unit: string;
  /** A field with choices is a choice among them. */
  choices?: { value: string; name: string }[];
}

/** A page's own panel: texts only, in one language. */
export interface PanelView {
  tag: string;
  title: string;
  /** What the panel comes to, shown while it is folded. */
  summary: (Cell & { verdict: Verdict; verdictWord: string })[];
  sections: Section[];
  footer: string;
}
