/** A strategy of the site map and its place there, counted from one; `alone`: the value needs none. */
export type Strategy = `${'column' | 'label' | 'pattern' | 'selector' | 'text'} ${number}` | 'alone';

/** How a reader looked for a value. */
export interface Trace {
  /** What led to the place of the value; absent where nothing did. */
  by: Strategy | undefined;
  value: string | undefined;
  /** What stands in its place where that is no value; empty where a form's field was not filled in. */
  instead: string | undefined;
}

/** Nothing led to a value. */
export const NOTHING: Trace = { by: undefined, value: undefined, instead: undefined };

/** The strategy at a place of a list. */
export const strategy = <Kind extends string>(kind: Kind, index: number): `${Kind} ${number}` =>
  `${kind} ${index + 1}`;
