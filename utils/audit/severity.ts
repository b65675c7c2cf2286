import type { Found } from './audit.ts';

export const SEVERITIES = ['critical', 'high', 'medium', 'open'] as const;
export type SeverityId = (typeof SEVERITIES)[number];

/** How bad a finding is; the smaller its rank, the worse. */
export interface Severity {
  id: SeverityId;
  rank: number;
}

interface Class {
  verdict: Found['verdict'];
  /** Kinds of rule; absent: any that no line above names. */
  kinds?: readonly string[];
  severity: SeverityId;
}

/**
 * Read from the top. A bar that is failed keeps a store or product out. A label that is missing can have the product
 * taken down, yet one certificate mends it. What else is failed or cautioned costs money or asks for a look. What is
 * not known may be any of these: it is to be found out, and comes last only because nothing is wrong for certain.
 */
const CLASSES: readonly Class[] = [
  { verdict: 'fail', kinds: ['bar'], severity: 'critical' },
  { verdict: 'fail', kinds: ['label'], severity: 'high' },
  { verdict: 'fail', severity: 'medium' },
  { verdict: 'caution', severity: 'medium' },
  { verdict: 'unknown', severity: 'open' },
];

const SEVERITY = Object.fromEntries(SEVERITIES.map((id, rank) => [id, { id, rank }])) as Record<
  SeverityId,
  Severity
>;

/** @param kind the kind of the pack's entry that decides, where there is one */
export function severityOf(verdict: Found['verdict'], kind: string | undefined): Severity {
  const found = CLASSES.find(
    (each) => each.verdict === verdict && (!each.kinds || (kind !== undefined && each.kinds.includes(kind))),
  );
  return SEVERITY[found?.severity ?? 'open'];
}
