import type { KeptFact } from '../facts/kept.ts';
import type { Audit, Judged } from './audit.ts';
import { type Finding, findingsOf, hasEnded } from './findings.ts';

/** `product`: its row shows something else, or it is new; `rules`: the rule pack; `fact`: what else is kept; `time`. */
export type Cause = 'product' | 'rules' | 'fact' | 'time';

/** A value that is another now. */
export interface FactChange {
  path: string;
  before: KeptFact | null;
  after: KeptFact | null;
}

/** A finding that is not what it was. `not-seen`: its product was not come across, and so nothing is said of it. */
export interface FindingChange {
  kind: 'new' | 'gone' | 'changed' | 'not-seen';
  id: string;
  before: Finding | null;
  after: Finding | null;
  causes: Cause[];
  /** The proof: values, and the packs by whose rule it was judged. */
  facts: FactChange[];
  packs: { before: string; after: string } | null;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const judgedIn = (audit: Audit, { product }: Finding) =>
  product ? audit.products[product.productId] : audit.store;

const outcomeOf = (finding: Finding): unknown => {
  const { verdict, countries, missing, severity, ends } = finding;
  return [verdict, countries, missing, severity.id, ends, hasEnded(finding)];
};

/** Rows of the list show the price; everything else is kept from other pages, files and typing. */
const isOfRow = (path: string): boolean => path === 'product.price';

type Facts = Record<string, KeptFact>;

function factChanges(before: Facts, after: Facts, paths: Iterable<string>): FactChange[] {
  return [...new Set(paths)].sort().flatMap((path) => {
    const [was, is] = [before[path], after[path]];
    return isSame(was?.value, is?.value) ? [] : [{ path, before: was ?? null, after: is ?? null }];
  });
}

/** Whether a judgement asked for a fact: one that it did not look at was not unknown. */
const asksFor = ({ facts, found }: Judged, path: string): boolean =>
  Object.hasOwn(facts, path) || found.some(({ missing }) => missing.includes(path));

/** `undefined`: the audit does not quote it. */
function ruleIn({ rules }: Audit, rule: string | null): unknown {
  const cited = rule === null ? undefined : rules[rule];
  if (!cited) return undefined;
  const { packVersion: _version, ...entry } = cited;
  return entry;
}

function changed(
  kind: FindingChange['kind'],
  [before, after]: readonly [Audit, Audit],
  [was, is]: readonly [Finding | null, Finding | null],
): FindingChange {
  const finding = (is ?? was) as Finding;
  const [old, now] = [judgedIn(before, finding), judgedIn(after, finding)];
  const change = { kind, id: finding.id, before: was, after: is };
  if (!now) return { ...change, kind: 'not-seen', causes: [], facts: [], packs: null };
  if (!old) return { ...change, causes: ['product'], facts: [], packs: null };
  const paths = [was, is].flatMap((each) => (each ? [...each.used, ...each.missing] : []));
  const haveOtherPacks = old.packVersion !== now.packVersion;
  const asked = paths.filter((path) => !haveOtherPacks || (asksFor(old, path) && asksFor(now, path)));
  const facts = factChanges(old.facts, now.facts, asked);
  const [oldRule, newRule] = [ruleIn(before, finding.rule), ruleIn(after, finding.rule)];
  const isRuleOther = Boolean(oldRule && newRule) && !isSame(oldRule, newRule);
  const isByRules = haveOtherPacks && (facts.length === 0 || isRuleOther);
  const causes: Cause[] = [
    ...(facts.some(({ path }) => isOfRow(path)) ? (['product'] as const) : []),
    ...(facts.some(({ path }) => !isOfRow(path)) ? (['fact'] as const) : []),
    ...(isByRules ? (['rules'] as const) : []),
  ];
  return {
    ...change,
    causes: causes.length > 0 ? causes : ['time'],
    facts,
    packs: isByRules ? { before: old.packVersion, after: now.packVersion } : null,
  };
}

/** What is new, gone or changed between two audits of a store, and why; the worst first. */
export function differenceOf(before: Audit, after: Audit): FindingChange[] {
  const audits = [before, after] as const;
  const old = new Map(findingsOf(before).map((finding) => [finding.id, finding]));
  const now = findingsOf(after);
  const ids = new Set(now.map(({ id }) => id));
  const stayed = now.flatMap((is): FindingChange[] => {
    const was = old.get(is.id);
    if (!was) return [changed('new', audits, [null, is])];
    return isSame(outcomeOf(was), outcomeOf(is)) ? [] : [changed('changed', audits, [was, is])];
  });
  const left = [...old.values()]
    .filter(({ id }) => !ids.has(id))
    .map((was) => changed('gone', audits, [was, null]));
  return [...stayed, ...left];
}
