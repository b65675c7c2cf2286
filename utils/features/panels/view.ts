import type { TypedProductPath } from '../../facts/product-fields.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Reading } from '../../site/labelled.ts';
import type { Entry } from '../../site/lists.ts';
import type { Verdict } from '../judgement.ts';
import type { ReasonView } from '../present.ts';

/** What a page with a panel shows now, as its reader saw it. */
export interface PanelSeen {
  readings: readonly Reading[];
  lists: Readonly<Record<string, readonly Entry[]>>;
  /** By fact, the tab or part of the form that its field stands in. */
  places: Readonly<Record<string, string>>;
  /** What is typed in the panel and belongs to no listing yet. */
  typed: Readonly<Partial<Record<TypedProductPath, string>>>;
  /** A price to try, as it was typed. */
  whatIf: string;
}

/** A sign and what it stands for; without a verdict a plain text. */
export interface Cell {
  text: string;
  verdict?: Verdict;
  verdictWord?: string;
}

/** A text with its sign. */
export type SignedCell = Required<Cell>;

export const signed = (verdict: Verdict, text: string, t: Translator): SignedCell => ({
  text,
  verdict,
  verdictWord: t(`verdict_${verdict}`),
});

/** A step of a programme: where it stands, what that was read from, who asks for it, and what to do about it. */
export interface Step {
  state: SignedCell;
  from: string[];
  reason: ReasonView;
  advice: ReasonView[];
}

/** What a page's panel can hold, each under a title of its own. */
export type Section =
  | {
      kind: 'checks';
      title: string;
      checks: { name: string; cell: Cell; place?: string }[];
    }
  | { kind: 'steps'; title: string; steps: Step[] }
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
  summary: SignedCell[];
  sections: Section[];
  footer: string;
}
