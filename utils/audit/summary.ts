import type { Audit, Found } from './audit.ts';
import { type Coverage, coverageOf, type SeenProducts } from './coverage.ts';
import { type Finding, findingsOf } from './findings.ts';
import { SEVERITIES, type SeverityId } from './severity.ts';
import { NO_WORK, stateOf, type Work, type WorkState } from './work.ts';

/** How often one rule came out badly, and for how many products. */
export interface RuleCount {
  /** `null`: no entry of the pack decides. */
  rule: string | null;
  chip: Found['chip'];
  severity: SeverityId;
  count: number;
}

/** The figures of a report's first page. Muted findings are counted among the others, and apart. */
export interface Summary {
  coverage: Coverage;
  findings: number;
  bySeverity: Record<SeverityId, number>;
  byState: Record<WorkState, number>;
  /** Products without any finding, with something failed, and the rest. */
  productsClean: number;
  productsFailed: number;
  productsOpen: number;
  /** The worst and most common first. */
  rules: RuleCount[];
}

export function countBySeverity(findings: readonly Finding[]): Record<SeverityId, number> {
  const counts = Object.fromEntries(SEVERITIES.map((id) => [id, 0])) as Record<SeverityId, number>;
  for (const { severity } of findings) counts[severity.id] += 1;
  return counts;
}

/** How often each rule came out badly, by severity; the worst and most common first. */
export function ruleCounts(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, chip, severity } of findings) {
    const key = `${severity.id} ${rule ?? chip}`;
    const known = counts.get(key) ?? { rule, chip, severity: severity.id, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const rankOf = ({ severity }: RuleCount): number => SEVERITIES.indexOf(severity);
  return [...counts.values()].sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count);
}

/** @param earlier audits of the same store that are kept @param now decides which mutes hold, ISO 8601 */
export function summaryOf(
  audit: Audit,
  findings: readonly Finding[] = findingsOf(audit),
  {
    earlier = [],
    work = NO_WORK,
    now = '',
  }: { earlier?: readonly SeenProducts[]; work?: Work; now?: string } = {},
): Summary {
  const byState: Summary['byState'] = { open: 0, muted: 0, done: 0, again: 0 };
  const touched = new Set<string>();
  const failed = new Set<string>();
  for (const finding of findings) {
    byState[stateOf(finding, work, now)] += 1;
    if (!finding.product) continue;
    touched.add(finding.product.productId);
    if (finding.verdict === 'fail') failed.add(finding.product.productId);
  }
  const coverage = coverageOf(audit, earlier);
  return {
    coverage,
    findings: findings.length,
    bySeverity: countBySeverity(findings),
    byState,
    productsClean: coverage.products - touched.size,
    productsFailed: failed.size,
    productsOpen: touched.size - failed.size,
    rules: ruleCounts(findings),
  };
}
