import { shownTime } from '../../features/present.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Audit } from '../audit.ts';
import type { ChangeRow } from '../desk.ts';
import type { FactChange, FindingChange } from '../difference.ts';
import { nameOf, originOf, says, valueText } from '../export/words.ts';
import type { Finding } from '../findings.ts';
import { findingRow, type Shown } from './row.ts';

/** An audit and an earlier one of the same store. */
export interface Compared {
  before: Audit;
  after: Shown;
}

/** A value with where and when it was read or typed; what is not known now may have been known. */
function factText({ path, before, after }: FactChange, audits: Compared, t: Translator): string {
  const was = before ? valueText(path, before, audits.before, t) : t('notKnown');
  const is = after ? valueText(path, after, audits.after.audit, t) : t('notKnown');
  const known = after ?? before;
  const change = t('auditFromTo', nameOf(path, t), was, is);
  return known ? t('auditChange', change, originOf(known, t), shownTime(known.at, t)) : change;
}

function whyOf(change: FindingChange, audits: Compared, t: Translator): string[] {
  const { kind, causes, facts, packs, before } = change;
  if (kind === 'not-seen') return before ? [t('auditWhyNotSeen', shownTime(before.judged.seenAt, t))] : [];
  const values = facts.map((fact) => factText(fact, audits, t));
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

function whatOf({ before, after }: FindingChange, audits: Compared, t: Translator): string[] {
  if (!before || !after) return [];
  const was = new Map(lookOf(before, audits.before, t));
  return lookOf(after, audits.after.audit, t)
    .filter(([name, text]) => was.get(name) !== text)
    .map(([name, text]) => t('auditFromTo', name, was.get(name) || t('none'), text || t('none')));
}

/** A change as a line of the table: what is gone as it was. */
export function changeRow(change: FindingChange, audits: Compared, t: Translator): ChangeRow {
  const { before, after, kind, causes } = change;
  const row = after
    ? findingRow(after, audits.after, t)
    : findingRow(before as Finding, { ...audits.after, audit: audits.before }, t);
  return { ...row, kind, causes, what: whatOf(change, audits, t), why: whyOf(change, audits, t) };
}
