import { shownTime } from '../../features/present.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Audit } from '../audit.ts';
import type { AuditEntry, ChangeLines, ChangeRow, DifferenceView } from '../desk.ts';
import type { FactChange, FindingChange } from '../difference.ts';
import { nameOf, originOf, says, valueText } from '../export/words.ts';
import type { Finding } from '../findings.ts';
import type { Opened } from './opened.ts';
import { findingRow } from './row.ts';

/** The open audit beside another of the same store. */
export interface Comparison {
  entry: AuditEntry;
  /** Of the other audit as it was read. */
  revision: number;
  before: Audit;
  after: Opened;
  changes: readonly FindingChange[];
}

type Pair = Pick<Comparison, 'before' | 'after'>;

/** A value with where and when it was read or typed; what is not known now may have been known. */
function factText({ path, before, after }: FactChange, pair: Pair, t: Translator): string {
  const was = before ? valueText(path, before, pair.before, t) : t('notKnown');
  const is = after ? valueText(path, after, pair.after.audit, t) : t('notKnown');
  const known = after ?? before;
  const change = t('auditFromTo', nameOf(path, t), was, is);
  return known ? t('auditChange', change, originOf(known, t), shownTime(known.at, t)) : change;
}

function whyOf(change: FindingChange, pair: Pair, t: Translator): string[] {
  const { kind, causes, facts, packs, before } = change;
  if (kind === 'not-seen') return before ? [t('auditWhyNotSeen', shownTime(before.judged.seenAt, t))] : [];
  const values = facts.map((fact) => factText(fact, pair, t));
  const rules = packs ? [t('auditFromTo', t('auditColumn_pack'), packs.before, packs.after)] : [];
  if (values.length + rules.length > 0) return [...values, ...rules];
  return [t(causes.includes('product') ? 'auditWhyNewProduct' : 'auditWhyTime')];
}

/** What of a finding a reader sees, by what it is called. */
function lookOf(finding: Finding, audit: Audit, t: Translator): [name: string, text: string][] {
  return [
    [t('auditColumn_severity'), t(`severity_${finding.severity.id}`)],
    [t('auditColumn_verdict'), t(`verdict_${finding.verdict}`)],
    [t('auditColumn_countries'), finding.countries.join(' ')],
    [t('auditColumn_missing'), finding.missing.map((path) => nameOf(path, t)).join(t('comma'))],
    [t('auditColumn_says'), says(finding, audit, t)],
  ];
}

function whatOf({ before, after }: FindingChange, pair: Pair, t: Translator): string[] {
  if (!before || !after) return [];
  const was = new Map(lookOf(before, pair.before, t));
  return lookOf(after, pair.after.audit, t)
    .filter(([name, text]) => was.get(name) !== text)
    .map(([name, text]) => t('auditFromTo', name, was.get(name) || t('none'), text || t('none')));
}

/** A change as a line of the table: what is gone as it was. */
function changeRow(change: FindingChange, pair: Pair, t: Translator): ChangeRow {
  const { before, after, kind, causes } = change;
  const row = after
    ? findingRow(after, pair.after, t)
    : findingRow(before as Finding, { ...pair.after, audit: pair.before }, t);
  return { ...row, kind, causes, what: whatOf(change, pair, t), why: whyOf(change, pair, t) };
}

/** Some lines of the changes of one kind, or of all. */
export function changeLines(
  comparison: Comparison,
  kind: ChangeRow['kind'] | null,
  from: number,
  to: number,
): ChangeLines {
  const changes = comparison.changes.filter((change) => kind === null || change.kind === kind);
  const lines = changes.slice(from, to).map((change) => changeRow(change, comparison, comparison.after.t));
  return { count: changes.length, lines };
}

/** How many changes there are, by kind. */
export function differenceView({ entry, changes }: Comparison): DifferenceView {
  const counts: DifferenceView['counts'] = { new: 0, gone: 0, changed: 0, 'not-seen': 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return { before: entry, counts };
}
