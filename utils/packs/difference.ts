import { evaluate } from '../rules/evaluate.ts';
import type { Facts } from '../rules/facts.ts';
import type { Pack } from '../rules/pack.ts';
import { type Entry, entriesOf, type Part } from './entries.ts';

/** A value that is not the same any more, where it stands; `undefined`: it is not there. */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

/** An entry of a pack that another pack has not, has in addition, or has otherwise. */
export interface EntryChange {
  part: Part;
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** The fields that changed; none of an entry that is new or gone. */
  fields: Change[];
}

/** The fields that tell the members of a list apart, so that one that is new moves no other. */
const NAMES = [
  'id',
  'pool',
  'country',
  'programme',
  'when',
  'rule',
  'reading',
  'source',
  'statement',
  'unit',
];

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A member without the fields that its name is made of, unless it has no others. */
function unnamed(member: object): object {
  const rest = Object.entries(member).filter(([field]) => !NAMES.includes(field));
  return rest.length > 0 ? Object.fromEntries(rest) : member;
}

/** A list of words or numbers is one value; a list of objects has its members by name. */
function members(value: object): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(value);
  const taken = new Map<string, number>();
  return value.map((member: Record<string, unknown>, index) => {
    const name = NAMES.flatMap((field) => member[field] ?? []).join('/') || String(index);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return [count > 1 ? `${name}#${count}` : name, unnamed(member)];
  });
}

const isLeaf = (value: unknown): boolean =>
  !isHolder(value) || (Array.isArray(value) && !value.some((member) => isHolder(member)));

/** Every value of plain data by its path; an empty list is as good as none. */
function collect(value: unknown, path: string, leaves: Map<string, unknown>): Map<string, unknown> {
  if (Array.isArray(value) && value.length === 0) return leaves;
  if (isLeaf(value)) return leaves.set(path, value);
  for (const [name, member] of members(value as object)) {
    collect(member, path ? `${path}.${name}` : name, leaves);
  }
  return leaves;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The values in which two objects of plain data differ, each by its path. */
function changesBetween(before: object, after: object): Change[] {
  if (isSame(before, after)) return [];
  const old = collect(before, '', new Map());
  const now = collect(after, '', new Map());
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !isSame(old.get(path), now.get(path)))
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

const keyOf = ({ part, id }: Entry): string => `${part} ${id}`;

/** The entries that differ between two packs: those of the old one in its order, then the new ones. */
export function packDifference(before: Pack, after: Pack): EntryChange[] {
  const old = entriesOf(before);
  const now = new Map(entriesOf(after).map((entry) => [keyOf(entry), entry]));
  const had = new Set(old.map(keyOf));
  const kept = old.flatMap((entry): EntryChange[] => {
    const { part, id, value } = entry;
    const other = now.get(keyOf(entry));
    if (!other) return [{ part, id, kind: 'removed', fields: [] }];
    const fields = changesBetween(value, other.value);
    return fields.length > 0 ? [{ part, id, kind: 'changed', fields }] : [];
  });
  const added = [...now.values()].filter((entry) => !had.has(keyOf(entry)));
  return [...kept, ...added.map(({ part, id }): EntryChange => ({ part, id, kind: 'added', fields: [] }))];
}

/**
 * What the change from one pack to another does to the results of some facts: for each, the values that flip.
 * Each facts are evaluated once under either pack, and looked at closely only where their results differ.
 */
export const verdictFlips = (before: Pack, after: Pack, facts: readonly Facts[]): Change[][] =>
  facts.map((each) => {
    const { used: _before, ...old } = evaluate(before, each);
    const { used: _after, ...now } = evaluate(after, each);
    return changesBetween(old, now);
  });
