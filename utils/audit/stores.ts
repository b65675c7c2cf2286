import type { Audit, Found } from './audit.ts';
import { findingsOf } from './findings.ts';
import { SEVERITIES, type SeverityId } from './severity.ts';
import { countBySeverity, type RuleCount, ruleCounts } from './summary.ts';

/** What a page of all stores says of one audit; small enough to be kept beside it. */
export interface AuditFigures {
  id: string;
  channelId: string;
  name: string;
  startedAt: string;
  endedAt: string | null;
  packVersion: string | null;
  products: number;
  bySeverity: Record<SeverityId, number>;
  rules: RuleCount[];
}

/** The figures of an audit, for lists of many. */
export function figuresOf(audit: Audit): AuditFigures {
  const findings = findingsOf(audit);
  const { id, channelId, name, startedAt, endedAt, store, products } = audit;
  return {
    id,
    channelId,
    name,
    startedAt,
    endedAt,
    packVersion: store?.packVersion ?? null,
    products: Object.keys(products).length,
    bySeverity: countBySeverity(findings),
    rules: ruleCounts(findings),
  };
}

/** A store with its audits. */
export interface StoreTrend {
  channelId: string;
  latest: AuditFigures;
  /**
   * The one whose counts are the store's: the latest that is over, if any is. What one that runs has not come across
   * yet is not mended.
   */
  counted: AuditFigures;
  /** Those that are over, from the oldest to the latest. */
  series: AuditFigures[];
}

const bySeverity = (
  { counted: { bySeverity: a } }: StoreTrend,
  { counted: { bySeverity: b } }: StoreTrend,
): number => b.critical - a.critical || b.high - a.high || b.medium - a.medium || b.open - a.open;

/** Every store with its audits, the worst first. */
export function storeTrends(
  all: readonly AuditFigures[],
  isOver = ({ endedAt }: AuditFigures): boolean => endedAt !== null,
): StoreTrend[] {
  const stores = Map.groupBy(
    all.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)),
    ({ channelId }) => channelId,
  );
  return [...stores]
    .flatMap(([channelId, audits]) => {
      const latest = audits.at(-1);
      const series = audits.filter(isOver);
      return latest ? [{ channelId, latest, counted: series.at(-1) ?? latest, series }] : [];
    })
    .sort((a, b) => bySeverity(a, b) || a.channelId.localeCompare(b.channelId));
}

/** A finding that several stores have. */
export interface SharedFinding {
  rule: string | null;
  chip: Found['chip'];
  severity: SeverityId;
  /** By `channelId`, how often. */
  stores: Record<string, number>;
  count: number;
}

/** What the stores' counted audits have in common: the worst first, then what the most stores have. */
export function sharedFindings(trends: readonly StoreTrend[]): SharedFinding[] {
  const shared = new Map<string, SharedFinding>();
  for (const { channelId, counted } of trends) {
    for (const { rule, chip, severity, count } of counted.rules) {
      const key = `${severity} ${rule ?? chip}`;
      const known = shared.get(key) ?? { rule, chip, severity, stores: {}, count: 0 };
      const stores = { ...known.stores, [channelId]: count };
      shared.set(key, { ...known, stores, count: known.count + count });
    }
  }
  const storesOf = ({ stores }: SharedFinding): number => Object.keys(stores).length;
  const rankOf = ({ severity }: SharedFinding): number => SEVERITIES.indexOf(severity);
  return [...shared.values()].sort(
    (a, b) => rankOf(a) - rankOf(b) || storesOf(b) - storesOf(a) || b.count - a.count,
  );
}
