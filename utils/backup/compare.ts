import { areAlike, type KeptFacts } from '../facts/kept.ts';
import { kindOf, storeOf } from '../storage/kinds.ts';
import type { Row } from './file.ts';

/** What a restore changes of one store, or of what belongs to none. */
export interface StoreChange {
  channelId: string | undefined;
  /** What the store is called, here or else in the file. */
  name: string;
  /** Records that there are only in the file, that differ, that say the same, and that there are only here. */
  added: number;
  changed: number;
  same: number;
  onlyHere: number;
  /** What is said later, or only, in the file, of records that differ: facts, and what a person said. */
  newerThere: number;
  /** What is said later, or only, here. */
  newerHere: number;
}

/** Where records keep what a person said, by its rule, pool or finding. */
const SAID = ['ticks', 'notes', 'pools', 'mutes', 'done'] as const;

type Saying = { facts?: KeptFacts } & Partial<Record<(typeof SAID)[number], Record<string, { at: string }>>>;

/** What a record says, each with when it was said: facts by name and origin. */
function saidBy(record: unknown): Map<string, string> {
  const { facts, ...parts } = record as Saying;
  const said = new Map<string, string>();
  for (const [path, kept] of Object.entries(facts ?? {})) {
    for (const { origin, at } of kept) {
      said.set(JSON.stringify([path, origin.kind, origin.kind === 'read' && origin.page]), at);
    }
  }
  for (const part of SAID) {
    for (const [id, { at }] of Object.entries(parts[part] ?? {})) said.set(JSON.stringify([part, id]), at);
  }
  return said;
}

/** How much of what one record says is later than the other says it, or not said there. */
const laterIn = (one: Map<string, string>, other: Map<string, string>): number =>
  [...one].filter(([what, at]) => at > (other.get(what) ?? '')).length;

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '';

/** Gathers what a restore would change, record by record. */
export class Comparison {
  readonly #stores = new Map<string | undefined, StoreChange>();

  #of(key: string): StoreChange {
    const channelId = storeOf(key);
    const known = this.#stores.get(channelId);
    if (known) return known;
    const none = { name: '', added: 0, changed: 0, same: 0, onlyHere: 0, newerThere: 0, newerHere: 0 };
    const change = { channelId, ...none };
    this.#stores.set(channelId, change);
    return change;
  }

  /** A record of the file, which can be restored, beside ours, where there is one. */
  add([key, theirs]: Row, ours: unknown): void {
    const kind = kindOf(key);
    const own = kind?.parse(ours, key);
    const other = kind?.parse(theirs, key);
    const change = this.#of(key);
    if (key.startsWith('store:')) change.name = nameOf(own) || nameOf(other);
    if (own === undefined) change.added += 1;
    else if (areAlike(own, other)) change.same += 1;
    else {
      const [here, there] = [saidBy(own), saidBy(other)];
      change.changed += 1;
      change.newerThere += laterIn(there, here);
      change.newerHere += laterIn(here, there);
    }
  }

  /** A record that is only here. */
  addOnlyHere(key: string, name = ''): void {
    const change = this.#of(key);
    change.onlyHere += 1;
    if (key.startsWith('store:')) change.name ||= name;
  }

  /** Store by store in the order of their names; at the end what belongs to none. */
  changes(): StoreChange[] {
    return [...this.#stores.values()].toSorted(
      (a, b) =>
        Number(a.channelId === undefined) - Number(b.channelId === undefined) ||
        a.name.localeCompare(b.name) ||
        (a.channelId ?? '').localeCompare(b.channelId ?? ''),
    );
  }
}
