import type { Translator } from '../../i18n/translate.ts';
import type { FindingRow } from '../desk.ts';
import type { Report } from '../export/report.ts';
import { programmeText, says } from '../export/words.ts';
import type { Finding } from '../findings.ts';
import { stateOf } from '../work.ts';

/** What a finding is shown with: its audit, and the work on it at a time. */
export type Shown = Pick<Report, 'audit' | 'work' | 'now'>;

/** A finding as a line of the table. */
export function findingRow(finding: Finding, { audit, work, now }: Shown, t: Translator): FindingRow {
  const { id, severity, product, programme, countries, judged } = finding;
  return {
    id,
    severity: severity.id,
    severityText: t(`severity_${severity.id}`),
    says: says(finding, audit, t),
    title: product?.title ?? '',
    productId: product?.productId ?? null,
    page: product?.page ?? null,
    position: product?.position ?? null,
    programme: programmeText(programme, t),
    countries,
    state: stateOf(finding, work, now),
    hasNote: Object.hasOwn(work.notes, id),
    seenAt: judged.seenAt,
  };
}
