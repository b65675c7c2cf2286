import { z } from '../rules/zod.ts';
import type { Layer } from './layers.ts';
import { type Publication, publicationIn } from './publication.ts';
import type { Seen } from './receive.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import { MOST_SOURCES, type Source, sourceId } from './sources.ts';

/** So many steps back are kept. */
const MOST_TAKEN = 6;

const HOUR_MS = 60 * 60 * 1000;
const DAY_HOURS = 24;

const publication = z.custom<Publication>((value) => publicationIn(value) !== undefined);

const stateSchema = z.strictObject({
  etag: z.nullable(z.string()),
  /** When it was last asked, and when it last answered with what could be taken; ISO 8601. */
  triedAt: z.nullable(z.string()),
  checkedAt: z.nullable(z.string()),
  /** In a row. */
  failures: z.int(),
  refusal: z.nullable(z.strictObject({ reason: z.enum(REFUSALS), detail: z.string() })),
  seen: z.nullable(z.strictObject({ version: z.string(), digest: z.string() })),
  /** What a person has not decided on yet. */
  waiting: z.nullable(z.strictObject({ publication, isPutOff: z.boolean() })),
  /** The version that a person refused. */
  declined: z.nullable(z.string()),
});

export type SourceState = z.infer<typeof stateSchema>;

const NEVER_ASKED: SourceState = {
  etag: null,
  triedAt: null,
  checkedAt: null,
  failures: 0,
  refusal: null,
  seen: null,
  waiting: null,
  declined: null,
};

const keptSchema = z.strictObject({
  version: z.literal(1),
  /** Those the user added. */
  sources: z.array(z.strictObject({ url: z.string(), key: z.string() })),
  states: z.record(z.string(), stateSchema),
  /** What was once in force, by source, the newest first. */
  taken: z.array(z.strictObject({ at: z.string(), layers: z.record(z.string(), publication) })),
  /** `at` of what is in force; `null`: the bundled pack alone. */
  inForce: z.nullable(z.string()),
});

/** All that is kept of packs: one record, so that every change of it is one step. */
export type KeptPacks = z.infer<typeof keptSchema>;

export const NO_PACKS: KeptPacks = { version: 1, sources: [], states: {}, taken: [], inForce: null };

/** The packs that a kept value is, where it is readable. */
export const keptPacksIn = (kept: unknown): KeptPacks | undefined => keptSchema.safeParse(kept).data;

export const stateOf = ({ states }: KeptPacks, id: string): SourceState => states[id] ?? NEVER_ASKED;

const withState = (kept: KeptPacks, id: string, change: Partial<SourceState>): KeptPacks => ({
  ...kept,
  states: { ...kept.states, [id]: { ...stateOf(kept, id), ...change } },
});

const takenLayers = ({ taken, inForce }: KeptPacks): Record<string, Publication> =>
  taken.find(({ at }) => at === inForce)?.layers ?? {};

/** What is laid over the bundled pack, in the order of the sources. */
export function layersOf(kept: KeptPacks, sources: readonly Source[]): Layer[] {
  const layers = takenLayers(kept);
  return sources.map(sourceId).flatMap((from) => {
    const taken = layers[from];
    return taken ? [{ from, publication: taken }] : [];
  });
}

/** The layers as they would be once what waits of a source was taken. */
export function layersWith(
  kept: KeptPacks,
  sources: readonly Source[],
  id: string,
  next: Publication,
): Layer[] {
  const at = 'next';
  return layersOf(
    { ...kept, taken: [{ at, layers: { ...takenLayers(kept), [id]: next } }], inForce: at },
    sources,
  );
}

/** Adds a source once; the list has an end. */
export function withSource(kept: KeptPacks, source: Source): KeptPacks {
  const isKnown = kept.sources.some((own) => sourceId(own) === sourceId(source));
  return isKnown || kept.sources.length >= MOST_SOURCES
    ? kept
    : { ...kept, sources: [...kept.sources, source] };
}

/** Puts the user's sources in this order; one that it does not name comes behind those that it does. */
export function withOrder(kept: KeptPacks, order: readonly string[]): KeptPacks {
  const placeOf = (source: Source): number => {
    const place = order.indexOf(sourceId(source));
    return place < 0 ? order.length : place;
  };
  return { ...kept, sources: kept.sources.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** What it published goes with it. */
export function withoutSource(kept: KeptPacks, id: string): KeptPacks {
  const { [id]: _gone, ...states } = kept.states;
  return {
    ...kept,
    sources: kept.sources.filter((source) => sourceId(source) !== id),
    states,
    taken: kept.taken.map(({ at, layers: { [id]: _layer, ...layers } }) => ({ at, layers })),
  };
}

/** How asking a source ended. */
export type Outcome =
  | { kind: 'received'; publication: Publication; seen: Seen; etag: string | null }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unchanged' };

/** Notes how asking a source ended. A refusal changes nothing of what is in force or waits. */
export function withOutcome(kept: KeptPacks, id: string, outcome: Outcome, now: string): KeptPacks {
  const state = stateOf(kept, id);
  if (outcome.kind === 'refused') {
    const { refusal } = outcome;
    // Said once: the clock may have been ahead before and be right now. No older pack comes in by it.
    const checkedAt = refusal.reason === 'clock-back' ? null : state.checkedAt;
    return withState(kept, id, { triedAt: now, checkedAt, failures: state.failures + 1, refusal });
  }
  const answered = { triedAt: now, checkedAt: now, failures: 0, refusal: null };
  if (outcome.kind === 'unchanged') return withState(kept, id, answered);
  const { publication: next, seen, etag } = outcome;
  const isDecided = takenLayers(kept)[id]?.version === next.version || state.declined === next.version;
  const isPutOff = state.waiting?.publication.version === next.version && state.waiting.isPutOff;
  const waiting = isDecided ? null : { publication: next, isPutOff };
  return withState(kept, id, { ...answered, seen, etag, waiting });
}

/** Puts in force what waits, where it is still that version. */
export function withTaken(kept: KeptPacks, id: string, version: string, now: string): KeptPacks {
  const { waiting } = stateOf(kept, id);
  if (waiting?.publication.version !== version) return kept;
  const layers = { ...takenLayers(kept), [id]: waiting.publication };
  const taken = [{ at: now, layers }, ...kept.taken].slice(0, MOST_TAKEN);
  return withState({ ...kept, taken, inForce: now }, id, { waiting: null, declined: null });
}

/** Quiets what waits: it is asked about no more in the popup. */
export function withPutOff(kept: KeptPacks, id: string, version: string): KeptPacks {
  const { waiting } = stateOf(kept, id);
  if (waiting?.publication.version !== version) return kept;
  return withState(kept, id, { waiting: { ...waiting, isPutOff: true } });
}

/** That version is offered no more, unless a person asks for it. */
export function withDeclined(kept: KeptPacks, id: string, version: string): KeptPacks {
  if (stateOf(kept, id).waiting?.publication.version !== version) return kept;
  return withState(kept, id, { waiting: null, declined: version });
}

/** Offers again what was refused; asked with its ETag, a source would only answer that nothing is new. */
export const withNoneDeclined = (kept: KeptPacks): KeptPacks => ({
  ...kept,
  states: Object.fromEntries(
    Object.entries(kept.states).map(([id, state]) => [
      id,
      state.declined === null ? state : { ...state, declined: null, etag: null },
    ]),
  ),
});

/** Goes back to what was once in force, or to the bundled pack alone. */
export const withInForce = (kept: KeptPacks, at: string | null): KeptPacks =>
  at === null || kept.taken.some((taken) => taken.at === at) ? { ...kept, inForce: at } : kept;

/** When a source is to be asked next: after a day, after a failure sooner, and each time later. */
export function dueAt({ triedAt, failures }: SourceState, now: number): number {
  const tried = triedAt === null ? Number.NaN : Date.parse(triedAt);
  // Of a time that this clock has not reached nothing follows.
  if (!(tried <= now)) return now;
  const hours = failures === 0 ? DAY_HOURS : Math.min(2 ** (failures - 1), DAY_HOURS);
  return tried + hours * HOUR_MS;
}
