import type { BoardSeen } from '../../facts/failures.ts';
import { type MessageKey, type Translator, translator } from '../../i18n/translate.ts';
import type { Reason, Verdict } from '../judgement.ts';
import { pageName, shownTime, sideOf } from '../present.ts';
import { answerTo, TRIAGE } from '../triage.ts';
import { type FailureGroup, rowText, typeName } from './failure-groups.ts';

const RESULTS: Record<Verdict, MessageKey> = {
  pass: 'sheetPassed',
  fail: 'sheetFailed',
  // Of a type for which no source has steps.
  caution: 'sheetUnstated',
  unknown: 'sheetNotChecked',
  none: 'sheetNotChecked',
};

/** The value on the board's page that a check was decided by. */
const SEEN: Partial<Record<string, string>> = {
  [TRIAGE.callRate]: 'callRate',
  [TRIAGE.token]: 'tokenUntil',
  [TRIAGE.type]: 'type',
  [TRIAGE.wmsPush]: 'lastPush',
};

/** What the board's page shows of a check, and when it was seen; nothing where it shows nothing. */
export function seenOf(
  { id, outcome }: Reason,
  { subject }: FailureGroup,
  board: BoardSeen,
  t: Translator,
): string[] {
  const read = t('originRead', pageName(board.page, t), shownTime(board.at, t));
  if (id === TRIAGE.board) return outcome === 'pass' ? [read] : [];
  const name = SEEN[id];
  const value = name && subject.entry?.values[name];
  return name && value ? [t('monitorSeen', t(`entry_${name}` as MessageKey), value, read)] : [];
}

function answerLines({ id }: Reason, { subject }: FailureGroup, t: Translator): string[] {
  const said = answerTo(subject, id);
  return said ? [t('monitorAnswered', t(said.isDone ? 'yes' : 'no'), shownTime(said.at, t))] : [];
}

function checkLines(
  reason: Reason,
  place: number,
  group: FailureGroup,
  board: BoardSeen,
  t: Translator,
): string[] {
  const result = t(RESULTS[reason.outcome]);
  return [
    `${place}. [${result}] ${reason.proven.text[sideOf(t)]}`,
    ...[...answerLines(reason, group, t), ...seenOf(reason, group, board, t)].map((line) => `   ${line}`),
  ];
}

function sheetIn(group: FailureGroup, board: BoardSeen, t: Translator): string[] {
  const { type, rows, subject, checks } = group;
  const name = subject.store?.name;
  return [
    t('sheetTitle'),
    t('sheetStore', name ? t('storeNamed', name, board.channelId) : board.channelId),
    t('sheetMade', shownTime(subject.readAt, t)),
    t('sheetType', typeName(type, t)),
    t('sheetSeen', pageName(board.page, t), shownTime(board.at, t)),
    '',
    t('sheetFailures', rows.length),
    ...rows.map((row) => `- ${rowText(row, t)}`),
    '',
    t('sheetChecks'),
    ...checks.flatMap((reason, index) => checkLines(reason, index + 1, group, board, t)),
  ];
}

/** The self-check of a type of failure, to be attached to a ticket: Chinese first, as those who read it do. */
export const sheetText = (group: FailureGroup, board: BoardSeen): string =>
  [
    ...sheetIn(group, board, translator('zh_CN')),
    '',
    '---',
    '',
    ...sheetIn(group, board, translator('en')),
    '',
  ].join('\n');
