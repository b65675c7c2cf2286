import type { Doubt, Evidence, Pack } from './pack.ts';

const indexes = new WeakMap<Pack, Map<string, Doubt[]>>();

function indexOf(pack: Pack): Map<string, Doubt[]> {
  const made = indexes.get(pack);
  if (made) return made;
  const index = new Map<string, Doubt[]>();
  for (const doubt of pack.doubts) {
    const named = doubt.readings.flatMap(({ evidence }) =>
      evidence.flatMap(({ statement }) => statement ?? []),
    );
    for (const statement of new Set(named)) index.set(statement, [...(index.get(statement) ?? []), doubt]);
  }
  indexes.set(pack, index);
  return index;
}

/** The conflicts and ambiguities that a rule rests on: those with a reading of one of its own statements. */
export function doubtsOn(pack: Pack, evidence: readonly Evidence[]): Doubt[] {
  const index = indexOf(pack);
  const found = evidence.flatMap(({ statement }) => (statement && index.get(statement)) || []);
  return [...new Set(found)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
