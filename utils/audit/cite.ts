import type { Evidence, Pack, Proven } from '../rules/pack.ts';
import type { Audit, Cited } from './audit.ts';

type Quoted = Pick<Audit, 'rules' | 'sources'>;

interface Entry extends Proven {
  kind: string;
  programme: string | null;
  test: unknown;
  countries?: readonly string[];
}

function entriesById(pack: Pack): Map<string, Entry> {
  return new Map<string, Entry>([
    ...pack.rules.map((rule) => [rule.id, { ...rule, test: rule.test ?? null }] as const),
    ...pack.fees.map(
      (fee) => [fee.id, { ...fee, kind: 'fee', programme: 'merge', test: fee.ratePct }] as const,
    ),
    ...pack.labels.map(
      (label) =>
        [
          label.id,
          { ...label, kind: 'label', programme: null, test: [label.categories, label.satisfiedBy] },
        ] as const,
    ),
  ]);
}

const entries = new WeakMap<Pack, Map<string, Entry>>();

function entryOf(pack: Pack, id: string): Entry | undefined {
  const known = entries.get(pack) ?? entriesById(pack);
  entries.set(pack, known);
  return known.get(id);
}

const evidenceOf = ({ source, statement, line, quote }: Evidence): Cited['evidence'][number] => ({
  source,
  ...(statement !== undefined && { statement }),
  ...(line !== undefined && { line }),
  quote,
});

function cited(
  pack: Pack,
  { kind, programme, text, confidence, evidence, countries = [], test }: Entry,
): Cited {
  const groups = countries.filter((name) => pack.groups[name]);
  return {
    packVersion: pack.version,
    kind,
    programme,
    text,
    confidence,
    evidence: evidence.map(evidenceOf),
    groups,
    countries: [...new Set(countries.flatMap((name) => pack.groups[name] ?? [name]))].sort(),
    test: JSON.stringify(test),
  };
}

/** The pack's entries of the given ids, each with its documents. */
export function cite(pack: Pack, ids: Iterable<string>): Quoted {
  const rules = [...new Set(ids)].sort().flatMap((id): [string, Cited][] => {
    const entry = entryOf(pack, id);
    return entry ? [[id, cited(pack, entry)]] : [];
  });
  const named = new Set(rules.flatMap(([, { evidence }]) => evidence.map(({ source }) => source)));
  const sources = pack.sources
    .filter(({ id }) => named.has(id))
    .map(({ id, title, date }) => [id, { packVersion: pack.version, title, date }]);
  return { rules: Object.fromEntries(rules), sources: Object.fromEntries(sources) };
}

/** `2026.9.30` comes before `2026.11.22`. */
function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  const place = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return place >= 0 && (a?.[place] ?? 0) > (b?.[place] ?? 0);
}

/** Of an entry that both have, the newer pack's. */
function newest<T extends { packVersion: string }>(
  one: Record<string, T>,
  other: Record<string, T>,
): Record<string, T> {
  const merged = { ...one };
  for (const [id, entry] of Object.entries(other)) {
    const known = merged[id];
    if (!known || isNewer(entry.packVersion, known.packVersion)) merged[id] = entry;
  }
  return merged;
}

/** What two packs quoted, as one. */
export const mergedQuotes = (one: Quoted, other: Quoted): Quoted => ({
  rules: newest(one.rules, other.rules),
  sources: newest(one.sources, other.sources),
});
