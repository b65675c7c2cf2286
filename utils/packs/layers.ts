import type { Pack, Publisher } from '../rules/pack.ts';
import { type Entry, entriesOf, PARTS, type Part } from './entries.ts';
import { packFaults } from './faults.ts';
import { compareVersions, type Publication } from './publication.ts';
import type { Refusal } from './refusals.ts';

/** A publication and whose it is. */
export interface Layer {
  /** The id of the source it came from, which begins with its address. */
  from: string;
  publication: Publication;
}

/** An entry that a layer won: added, or put in the place of another. */
export interface Won {
  part: Part;
  id: string;
  from: string;
}

/** What is in force, and how it came to be. */
export interface Layered {
  pack: Pack;
  /** Whose each entry is that is not the bundled pack's. */
  won: Won[];
  /** The layers that could not be laid on, with the first reason. */
  left: { from: string; refusal: Refusal }[];
}

type Named = { id: string } | { statement: string };

const idOf = (entry: Named): string => ('id' in entry ? entry.id : entry.statement);

const byName = <T>([a]: [string, T], [b]: [string, T]): number => (a < b ? -1 : Number(a > b));

/**
 * Two parts as one, by id and sorted. What is older only adds: a pack that ships with a new release must not lose to
 * a publication of before.
 */
function mergedEntries<T>(
  base: [string, T][],
  layer: [string, T][],
  removed: readonly string[],
  isOlder: boolean,
): [string, T][] {
  const gone = isOlder ? [] : removed;
  const kept = base.filter(([id]) => !gone.includes(id));
  const entries = isOlder ? [...layer, ...kept] : [...kept, ...layer];
  return [...new Map(entries)].sort(byName);
}

interface Laying {
  publication: Publication;
  /** Than the bundled pack. */
  isOlder: boolean;
}

function mergedPart(
  base: Pack,
  { publication, isOlder }: Laying,
  part: Exclude<Part, 'siteMap'>,
): Pack[Part] {
  const [old, now] = [base[part], publication[part] ?? []];
  const removed = publication.without?.[part] ?? [];
  if (!Array.isArray(old))
    return Object.fromEntries(mergedEntries(Object.entries(old), Object.entries(now), removed, isOlder));
  const named = (list: readonly Named[]): [string, Named][] => list.map((entry) => [idOf(entry), entry]);
  const merged = mergedEntries(named(old), named(now as Named[]), removed, isOlder);
  return merged.map(([, entry]) => entry) as Pack[typeof part];
}

/** The site map goes page by page; what else it has, part by part. */
function mergedSiteMap(base: Pack, { publication, isOlder }: Laying): Pack['siteMap'] {
  const { siteMap = {}, without } = publication;
  const { pages: oldPages, ...old } = base.siteMap;
  const { pages: newPages = {}, ...now } = siteMap;
  const pages = mergedEntries(
    Object.entries(oldPages),
    Object.entries(newPages),
    without?.siteMap ?? [],
    isOlder,
  );
  const rest = isOlder ? { ...now, ...old } : { ...old, ...now };
  return { ...rest, pages: Object.fromEntries(pages) } as Pack['siteMap'];
}

function laidOn(base: Pack, laying: Laying): Pack {
  const { version, date } = laying.publication;
  const isNewer = compareVersions(version, base.version) > 0;
  const parts = PARTS.map((part) => [
    part,
    part === 'siteMap' ? mergedSiteMap(base, laying) : mergedPart(base, laying, part),
  ]);
  return { ...base, ...(isNewer && { version, date }), ...Object.fromEntries(parts) };
}

/** The entries of a pack, with each page of the site map as one of its own. */
function placesOf(pack: Pack): Entry[] {
  const { pages, ...siteMap } = pack.siteMap;
  return [
    ...entriesOf(pack).filter(({ part }) => part !== 'siteMap'),
    ...Object.entries({ ...siteMap, ...pages }).flatMap(([id, value]): Entry[] =>
      value ? [{ part: 'siteMap', id, value }] : [],
    ),
  ];
}

/** Who brought the entries that layers won, by id, for whoever shows one. */
export const publishersOf = (
  won: readonly Won[],
  layers: readonly Layer[],
): NonNullable<Pack['publishers']> =>
  new Map(
    layers.flatMap(({ from, publication: { version } }) =>
      won
        .filter((entry) => entry.from === from)
        .map(({ id }): [string, Publisher] => [id, { host: new URL(from).host, version }]),
    ),
  );

const isWhole = (publication: Publication): boolean => PARTS.every((part) => publication[part] !== undefined);

/** The first thing wrong with a pack that others were laid on. */
function faultOf(pack: Pack): Refusal | undefined {
  const [fault] = packFaults(pack);
  return fault && { reason: 'unsound', detail: `${fault.place}: ${fault.sentence}`.slice(0, 300) };
}

/**
 * Lays publications over the bundled pack, each over those before it; by id, and an entry is replaced whole. One that
 * would leave the pack unsound, or bring back what was dropped, is left out, and the others hold.
 */
export function layered(bundled: Pack, layers: readonly Layer[]): Layered {
  const owners = new Map<object, string>();
  const left: Layered['left'] = [];
  let pack = bundled;
  for (const { from, publication } of layers) {
    const isOlder = compareVersions(publication.version, bundled.version) < 0;
    const next = laidOn(pack, { publication, isOlder });
    // In an older whole pack, what was dropped since can't be told from what it would add.
    const refusal: Refusal | undefined =
      isOlder && isWhole(publication) ? { reason: 'older', detail: bundled.version } : faultOf(next);
    if (refusal) {
      left.push({ from, refusal });
      continue;
    }
    const before = new Set(placesOf(pack).map(({ value }) => value));
    for (const { value } of placesOf(next)) if (!before.has(value)) owners.set(value, from);
    pack = next;
  }
  const won = placesOf(pack).flatMap(({ part, id, value }): Won[] => {
    const from = owners.get(value);
    return from === undefined ? [] : [{ part, id, from }];
  });
  return { pack, won, left };
}
