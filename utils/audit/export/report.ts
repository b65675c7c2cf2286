import type { Audit } from '../audit.ts';
import { type Finding, findingsOf } from '../findings.ts';
import { type Matrix, matrixOf } from '../matrix.ts';
import { type Summary, summaryOf } from '../summary.ts';
import type { Work } from '../work.ts';

/** Everything that a report of an audit is made of. */
export interface Report {
  audit: Audit;
  /** The worst first. */
  findings: Iterable<Finding>;
  summary: Summary;
  matrix: Matrix;
  work: Work;
  /** Which mutes hold is asked at this time, ISO 8601. */
  now: string;
}

/** @param earlier audits of the same store that are kept: products of theirs that were not seen are named */
export function reportOf(audit: Audit, earlier: readonly Audit[], work: Work, now: string): Report {
  const findings = findingsOf(audit);
  return {
    audit,
    findings,
    summary: summaryOf(audit, findings, { earlier, work, now }),
    matrix: matrixOf(audit),
    work,
    now,
  };
}
