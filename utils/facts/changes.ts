import { areAlike, type KeptFact, type Origin, winning } from './kept.ts';
import type { StoreRecord } from './store-record.ts';

/** One thing that a store's record says otherwise than before; `null` is that it says nothing. */
export interface Change {
  /** A fact's path, `name`, `colour`, or `ticks.`, `notes.` and `pools.` with the id of what is meant. */
  what: string;
  from: unknown;
  to: unknown;
  origin: Origin;
}

interface Statement {
  value: unknown;
  /** The fact that counts, where it is one. */
  fact?: KeptFact;
}

const TYPED: Origin = { kind: 'typed' };

function statementsOf({ facts, name, colour, ticks, notes, pools }: StoreRecord): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const [path, kept] of Object.entries(facts)) {
    const fact = winning(path, kept);
    if (fact) statements.set(path, { value: fact.value, fact });
  }
  if (name !== '') statements.set('name', { value: name });
  if (colour !== null) statements.set('colour', { value: colour });
  for (const [id, { isDone }] of Object.entries(ticks)) statements.set(`ticks.${id}`, { value: isDone });
  for (const [id, { text }] of Object.entries(notes)) statements.set(`notes.${id}`, { value: text });
  for (const [id, { at: _at, ...stated }] of Object.entries(pools)) {
    statements.set(`pools.${id}`, { value: stated });
  }
  return statements;
}

/** A fact that was there before counts again because a person took a newer one away. */
function originOf(fact: KeptFact | undefined, before: readonly KeptFact[] = []): Origin {
  const wasThere = before.some(({ at, origin }) => at === fact?.at && areAlike(origin, fact.origin));
  return fact && !wasThere ? fact.origin : TYPED;
}

/** What changed of what counts: nothing where a value was only seen again, or stands behind another. */
export function changesBetween(before: StoreRecord, after: StoreRecord): Change[] {
  const [older, newer] = [statementsOf(before), statementsOf(after)];
  return [...new Set([...older.keys(), ...newer.keys()])].flatMap((what) => {
    const [from, to] = [older.get(what)?.value ?? null, newer.get(what)?.value ?? null];
    if (areAlike(from, to)) return [];
    return [{ what, from, to, origin: originOf(newer.get(what)?.fact, before.facts[what]) }];
  });
}
