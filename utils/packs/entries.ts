import type { Evidence, Pack } from '../rules/pack.ts';

/** The parts of a pack that hold entries, in the pack's order. */
export const PARTS = [
  'sources',
  'groups',
  'programmes',
  'rules',
  'doubts',
  'fees',
  'labels',
  'notes',
  'formats',
  'leftOut',
  'siteMap',
] as const;

export type Part = (typeof PARTS)[number];

/** One entry of a pack: a rule, a source, a group of countries; what was left out goes by its statement. */
export interface Entry {
  part: Part;
  id: string;
  value: object;
}

const idOf = (entry: { id: string } | { statement: string }): string =>
  'id' in entry ? entry.id : entry.statement;

/** Every entry of a pack, part by part, in the pack's order. */
export const entriesOf = (pack: Pack): Entry[] =>
  PARTS.flatMap((part): Entry[] => {
    const held = pack[part];
    return Array.isArray(held)
      ? held.map((value) => ({ part, id: idOf(value), value }))
      : Object.entries(held).map(([id, value]) => ({ part, id, value }));
  });

/** A sentence of a source, and the entry that quotes it. */
export interface Quoted extends Evidence {
  part: Part;
  id: string;
}

/** Every quote of a pack: of what it carries, of the sources' own dates, and of what it left out. */
export function quotesOf({ sources, rules, doubts, fees, labels, notes, leftOut }: Pack): Quoted[] {
  const proven = Object.entries({ rules, fees, labels, notes }).flatMap(([part, entries]) =>
    entries.flatMap(({ id, evidence }) => evidence.map((each) => ({ part: part as Part, id, ...each }))),
  );
  return [
    ...sources.flatMap(({ id, dated }) =>
      dated ? [{ part: 'sources' as const, id, source: id, ...dated }] : [],
    ),
    ...proven,
    ...doubts.flatMap(({ id, readings }) =>
      readings.flatMap(({ evidence }) => evidence.map((each) => ({ part: 'doubts' as const, id, ...each }))),
    ),
    ...leftOut.map(({ statement, source, line, quote }) => ({
      part: 'leftOut' as const,
      id: statement,
      source,
      statement,
      line,
      quote,
    })),
  ];
}
