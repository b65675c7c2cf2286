import type { Translator } from '../../i18n/translate.ts';
import { letEventsRun } from '../../import/events.ts';
import type { Audit } from '../audit.ts';
import type { AuditEntry, AuditView, FindingsAsked } from '../desk.ts';
import type { Report } from '../export/report.ts';
import { says, topicText } from '../export/words.ts';
import { type Finding, findingsOf } from '../findings.ts';
import { type FindingIndex, indexed, select } from '../search.ts';
import { stateOf } from '../work.ts';
import { filterChoices } from './choices.ts';

/** What follows from an audit alone, in one language. */
export interface Ready {
  audit: Audit;
  findings: readonly Finding[];
  index: FindingIndex;
  choices: AuditView['choices'];
  t: Translator;
}

/** An audit with what else is known of it at a time. */
export interface Opened extends Ready, Pick<Report, 'summary' | 'work' | 'now'> {
  entry: AuditEntry;
  /** Of the audit as it was read. */
  revision: number;
  others: AuditEntry[];
}

/** Makes an audit ready to be searched; between two steps other questions are answered. */
export async function readied(audit: Audit, t: Translator): Promise<Ready> {
  const findings = findingsOf(audit);
  await letEventsRun();
  const index = indexed(findings, (finding) => says(finding, audit, t));
  await letEventsRun();
  return { audit, findings, index, choices: filterChoices(findings, audit, t), t };
}

/** The open audit but for its findings. */
export function auditView({ entry, summary, audit, choices, others, t }: Opened): AuditView {
  const texts = summary.rules.map((each) => [each.rule ?? each.chip, topicText(each, audit.rules, t)]);
  return { entry, summary, ruleTexts: Object.fromEntries(texts), choices, others };
}

/** The findings that are asked for, in the order that is asked for. */
export function chosen({ index, work, now }: Opened, { filter, sort, descending }: FindingsAsked): Finding[] {
  const { state, ...others } = filter;
  return select(index, others, sort, descending).flatMap((place) => {
    const finding = index.findings[place];
    return finding && (state === undefined || stateOf(finding, work, now) === state) ? [finding] : [];
  });
}
