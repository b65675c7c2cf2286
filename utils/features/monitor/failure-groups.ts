import type { BoardSeen, FailureRow } from '../../facts/failures.ts';
import { keyOf, type Translator } from '../../i18n/translate.ts';
import { FAILURE_TYPES } from '../../rules/facts.ts';
import { rulesOf } from '../../rules/programmes.ts';
import { meaningOf } from '../entry.ts';
import type { Reason, Subject } from '../judgement.ts';
import { triage } from '../triage.ts';

export type FailureType = (typeof FAILURE_TYPES)[number];

/** Failures of one type, the latest first. */
export interface FailureGroup {
  type: FailureType | undefined;
  rows: FailureRow[];
  /** The latest of them, as the triage looks at it. */
  subject: Subject;
  /** Every check, in the order in which they are made. */
  checks: Reason[];
}

/** A failure in one line. */
export const rowText = ({ key, values }: FailureRow, t: Translator): string =>
  t('monitorFailureRow', values.at ?? t('notKnown'), values.pool ?? t('notKnown'), key);

/** What a type of failure is called. */
export const typeName = (type: FailureType | undefined, t: Translator): string =>
  t(keyOf('failure', type ?? 'unread'));

/** The store's facts with a row of the board, as its own page would have it judged. */
const subjectOfRow = (subject: Subject, board: BoardSeen, row: FailureRow): Subject => ({
  ...subject,
  entry: { ...row, page: board.page, seenAt: board.at },
});

const latestFirst = (rows: readonly FailureRow[]): FailureRow[] =>
  rows.toSorted((a, b) => (b.values.at ?? '').localeCompare(a.values.at ?? ''));

/** The checks that the judgement speaks of, and those it does not come to: they are still to be made. */
function checksOf(subject: Subject): Reason[] {
  const judged = triage.judge(subject).reasons;
  const steps = rulesOf(subject.pack, 'merge')
    .filter(({ kind }) => kind === 'diagnosis')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const open = steps.map(
    (rule): Reason =>
      judged.find(({ id }) => id === rule.id) ?? { id: rule.id, proven: rule, outcome: 'none' },
  );
  return [...judged.filter(({ id }) => !steps.some((rule) => rule.id === id)), ...open];
}

/** The board's failures by their type. */
export function groupsOf(subject: Subject, board: BoardSeen): FailureGroup[] {
  const typed = board.rows.map((row) => ({ row, own: subjectOfRow(subject, board, row) }));
  const byType = Map.groupBy(typed, ({ own }) =>
    FAILURE_TYPES.find((type) => type === meaningOf(own, 'type')),
  );
  return [...byType].flatMap(([type, members]) => {
    const rows = latestFirst(members.map(({ row }) => row));
    const [latest] = rows;
    if (!latest) return [];
    const own = subjectOfRow(subject, board, latest);
    return [{ type, rows, subject: own, checks: checksOf(own) }];
  });
}
