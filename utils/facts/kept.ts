import { isFact } from '../rules/facts.ts';
import { own } from '../rules/own.ts';
import { type NumberFact, type Quantity, quantityOf } from '../rules/quantity.ts';
import { z } from '../rules/zod.ts';
import { PAGE_KINDS, type PageKind } from '../site/pages.ts';

/** Where a fact came from: a person's typing, a page that was read, or an imported file. */
export const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.literal('read'), page: z.enum(PAGE_KINDS) }),
  z.strictObject({ kind: z.literal('imported'), file: z.string() }),
]);

export const keptFactSchema = z.strictObject({
  /** Plain JSON; what of it the rules take is for them to say. */
  value: z.unknown(),
  /** What was typed, read or imported, to the letter. */
  text: z.string(),
  isExact: z.optional(z.boolean()),
  /** When, ISO 8601 in UTC. */
  at: z.string(),
  origin,
});

/** Of each origin, and of each page, the last fact of one name: they stand beside each other. */
export const keptFactsSchema = z.record(z.string(), z.array(keptFactSchema));

export type Origin = z.infer<typeof origin>;
export type KeptFact = z.infer<typeof keptFactSchema>;
export type KeptFacts = z.infer<typeof keptFactsSchema>;

/** What two pages say stands apart, so that it can be seen that they don't agree. */
const haveOneOrigin = ({ origin: a }: KeptFact, { origin: b }: KeptFact): boolean =>
  a.kind === 'read' && b.kind === 'read' ? a.page === b.page : a.kind === b.kind;

/** What a page or a file says may be kept so much later than it was read. */
const LONGEST_DELAY_MS = 10 * 60_000;

/**
 * A fact as it stands beside one that is kept after it. One that seems to be later was kept by a clock that has been
 * set back since: of its age no more is known than that it is the older one.
 */
function earlierThan(kept: KeptFact, { at, origin }: KeptFact): KeptFact {
  const moment = Date.parse(at);
  const delay = origin.kind === 'typed' ? 0 : LONGEST_DELAY_MS;
  if (!(Date.parse(kept.at) >= moment + delay)) return kept;
  return { ...kept, at: new Date(moment - 1).toISOString() };
}

/** The facts with one that is kept now in the place of the last of its origin. */
export function withKept(facts: KeptFacts, path: string, fact: KeptFact): KeptFacts {
  const others = (facts[path] ?? []).filter((kept) => !haveOneOrigin(kept, fact));
  return { ...facts, [path]: [...others.map((kept) => earlierThan(kept, fact)), fact] };
}

/** The facts without those of an origin, or without what one page said. */
export function withoutKept(
  facts: KeptFacts,
  path: string,
  kind: Origin['kind'],
  page?: PageKind,
): KeptFacts {
  const isOut = ({ origin }: KeptFact): boolean =>
    origin.kind === kind && (page === undefined || (origin.kind === 'read' && origin.page === page));
  const others = (facts[path] ?? []).filter((fact) => !isOut(fact));
  const { [path]: _emptied, ...rest } = facts;
  return others.length > 0 ? { ...rest, [path]: others } : rest;
}

/** Of two the later; of one time always the same, whichever comes first. */
export function laterOf<T extends { at: string }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) > JSON.stringify(b) ? a : b;
}

/** Of each origin the later, the first kept first. */
function latestOfEach(facts: readonly KeptFact[]): KeptFact[] {
  const ordered = facts.toSorted((a, b) => (laterOf(a, b) === b ? -1 : 1));
  return ordered.filter(
    (fact, place) => !ordered.slice(place + 1).some((other) => haveOneOrigin(fact, other)),
  );
}

/** The facts of two keepings as one, of each name and origin the later. */
export const mergedFacts = (one: KeptFacts, other: KeptFacts): KeptFacts =>
  Object.fromEntries(
    Object.keys({ ...one, ...other }).map((path) => [
      path,
      latestOfEach([...(own(one, path) ?? []), ...(own(other, path) ?? [])]),
    ]),
  );

/**
 * The fact that counts: the newest that the rules take. One that they would refuse, kept by another version, stays
 * kept and is not known.
 */
export const winning = (path: string, facts: readonly KeptFact[] | undefined): KeptFact | undefined =>
  facts
    ?.filter(({ value }) => isFact(path, value))
    .reduce<KeptFact | undefined>(
      (newest, fact) => (newest && newest.at >= fact.at ? newest : fact),
      undefined,
    );

/** Whether two keepings hold the same values, whenever they were seen. */
export const sayTheSame = (one: KeptFacts, other: KeptFacts): boolean => {
  const values = (facts: KeptFacts) =>
    Object.entries(facts).map(([path, kept]) => [path, kept.map(({ value, origin }) => [value, origin])]);
  return areAlike(values(one), values(other));
};

const isNumber = (value: unknown): value is NumberFact =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) ||
  (typeof value === 'object' && value !== null && 'shown' in value);

/** Whether no number can be both. */
const areApart = (a: Quantity, b: Quantity): boolean =>
  (a.hi !== null && (a.hi.lt(b.lo) || (a.hi.eq(b.lo) && !a.closed))) ||
  (b.hi !== null && (b.hi.lt(a.lo) || (b.hi.eq(a.lo) && !b.closed)));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, entry]) => [key, sorted(entry)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
};

/** Whether two values of plain JSON hold the same, in whatever order. */
export const areAlike = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is not known (`null`) contradicts nothing. */
function contradict(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return false;
  if (isNumber(a) && isNumber(b)) return areApart(quantityOf(a), quantityOf(b));
  if (isObject(a) && isObject(b)) {
    return Object.keys({ ...a, ...b }).some((key) => contradict(a[key], b[key]));
  }
  return !areAlike(a, b);
}

/** The facts of other origins and pages that can't be true together with the one that counts. */
export function disagreeing(path: string, facts: readonly KeptFact[] | undefined): KeptFact[] {
  const counted = winning(path, facts);
  return (facts ?? []).filter((fact) => fact !== counted && contradict(fact.value, counted?.value));
}
