import type { SiteMap } from '../rules/site-map.ts';
import { expression } from './expression.ts';
import { textRuns } from './text-runs.ts';

/** Where a page stands in its list, as far as it says. */
export interface ListPlace {
  /** From 1 on. */
  number: number | null;
  /** How many pages the list has, how many rows a page, and how many rows. */
  of: number | null;
  size: number | null;
  total: number | null;
}

type PagerMap = NonNullable<SiteMap['pager']>;
type Patterns = PagerMap['total'];

/** Nothing is said of it. */
export const NO_PLACE: ListPlace = { number: null, of: null, size: null, total: null };

const COUNT = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/;

const countIn = (text: string | undefined): number[] =>
  text !== undefined && COUNT.test(text) ? [Number(text.replaceAll(',', ''))] : [];

/** What all that say something agree on. */
function agreed(values: readonly number[]): number | null {
  const [value, ...others] = new Set(values);
  return value === undefined || others.length > 0 ? null : value;
}

/** The counts of a pattern's group in the texts, by the first pattern that finds any. */
function countsSaid(texts: readonly string[], { strategies }: Patterns, group = 1): number[] {
  for (const pattern of strategies) {
    const found = texts.flatMap((text) => countIn(expression(pattern).exec(text)?.[group]));
    if (found.length > 0) return found;
  }
  return [];
}

/** The counts that elements bear, by the first selector that finds any. */
function countsOn(pager: Element, { strategies }: Patterns): number[] {
  for (const selector of strategies) {
    const found = [...pager.querySelectorAll(selector)].flatMap(({ textContent }) =>
      countIn(textContent?.trim()),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function placeIn(pager: Element, map: PagerMap): ListPlace {
  // What one says in several elements, as `1/40`, is said by what holds them.
  const texts = [
    ...textRuns(pager),
    ...[...pager.querySelectorAll('*')].map(({ textContent }) => textContent?.trim() ?? ''),
  ];
  const number = agreed([...countsSaid(texts, map.place), ...countsOn(pager, map.current)]);
  const total = agreed(countsSaid(texts, map.total));
  const size = agreed(countsSaid(texts, map.size)) || null;
  const numbered = countsOn(pager, map.numbers);
  const of = agreed([
    ...countsSaid(texts, map.place, 2),
    ...(numbered.length > 0 ? [Math.max(...numbered)] : []),
    ...(total !== null && size !== null ? [Math.max(1, Math.ceil(total / size))] : []),
  ]);
  return number === null || number < 1 || (of !== null && number > of)
    ? { ...NO_PLACE, size, total }
    : { number, of, size, total };
}

/** Which page of its list is shown. What two pagers, or two parts of one, say differently, is not known. */
export function readPager(root: ParentNode, map: PagerMap): ListPlace {
  const selector = map.bar.strategies.find((each) => root.querySelector(each));
  const places = selector ? [...root.querySelectorAll(selector)].map((pager) => placeIn(pager, map)) : [];
  const [first = NO_PLACE, ...others] = places;
  const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return isOne ? first : NO_PLACE;
}

/** What counts in bare figures, as `3/40`, may count anything. */
const HAS_WORD = /\p{Letter}/u;

/** Whether texts speak of pages as pagers do: how many rows one has, or which one of how many is shown. */
export function speaksOfPages(texts: readonly string[], map: PagerMap): boolean {
  const worded = texts.filter((text) => HAS_WORD.test(text));
  return [map.size, map.place].some((patterns) => countsSaid(worded, patterns).length > 0);
}

/** How many rows the page has once all are there; `null` where that is not said. */
export function rowsOfPage({ number, of, size, total }: ListPlace): number | null {
  if (number === null || size === null) return null;
  if (total !== null) return Math.min(size, total - (number - 1) * size);
  return of !== null && number < of ? size : null;
}
