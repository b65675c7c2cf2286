import type { BoardSeen } from '../../facts/failures.ts';
import type { Text, Translator } from '../../i18n/translate.ts';
import { DAY_MS } from '../clock.ts';
import type { Reason, Subject } from '../judgement.ts';
import { pageName, provenView, type ReasonView, shownTime } from '../present.ts';
import { ANSWERED_STEPS, type AnsweredStep, answerTo } from '../triage.ts';
import { type FailureGroup, type FailureType, groupsOf, rowText, typeName } from './failure-groups.ts';
import { type Section, type SectionView, sectionView, worst } from './section.ts';
import { seenOf, sheetText } from './sheet.ts';

export interface StepView {
  reason: ReasonView;
  /** What the board's page shows of it. */
  seen: string[];
  /** Where only a person can tell: which check it is, and what they said of it. */
  question?: { check: AnsweredStep; answer: boolean | null };
}

export interface FailureGroupView {
  /** `unread` where the type could not be read. */
  type: FailureType | 'unread';
  name: string;
  count: number;
  rows: string[];
  steps: StepView[];
  /** To be copied or saved, in both languages. */
  sheet: string;
  sheetName: string;
}

export interface FailuresView extends SectionView {
  groups: FailureGroupView[];
}

/** A board is said to be old after so many days: failures come and go within hours. */
const FRESH_DAYS = 1;

/** Rows of a list that is longer than a person reads; the sheet has them all. */
const MOST_ROWS = 20;

function stepView(reason: Reason, group: FailureGroup, board: BoardSeen, t: Translator): StepView {
  const check = ANSWERED_STEPS.find((step) => step === reason.id);
  return {
    reason: provenView(reason, group.subject, t),
    seen: seenOf(reason, group, board, t),
    ...(check && { question: { check, answer: answerTo(group.subject, check)?.isDone ?? null } }),
  };
}

function groupView(group: FailureGroup, board: BoardSeen, t: Translator): FailureGroupView {
  const { type, rows, checks } = group;
  const shown = rows.slice(0, MOST_ROWS).map((row) => rowText(row, t));
  const more = rows.length - shown.length;
  return {
    type: type ?? 'unread',
    name: typeName(type, t),
    count: rows.length,
    rows: more > 0 ? [...shown, t('monitorFailuresMore', more)] : shown,
    steps: checks.map((reason) => stepView(reason, group, board, t)),
    sheet: sheetText(group, board),
    sheetName: `managedlens-${board.channelId}-${type ?? 'unread'}-${board.at.slice(0, 10)}.txt`,
  };
}

/** Where and when the board was seen, and how long ago where that is long. */
function originOf({ page, at }: BoardSeen, { readAt }: Subject, t: Translator): Text[] {
  const days = Math.floor((Date.parse(readAt) - Date.parse(at)) / DAY_MS);
  const seen: Text = { key: 'originRead', args: [pageName(page, t), shownTime(at, t)] };
  return days > FRESH_DAYS ? [seen, { key: 'aged', args: [days] }] : [seen];
}

/** The failures that the board last showed, by type, with the way through each. */
export function failuresView(subject: Subject, board: BoardSeen | undefined, t: Translator): FailuresView {
  if (!board) {
    const section: Section = {
      verdict: 'unknown',
      line: { key: 'monitorFailuresUnknown' },
      notes: [{ key: 'monitorBoardPlace' }],
    };
    return { ...sectionView(section, subject, t), groups: [] };
  }
  const groups = groupsOf(subject, board);
  const counted = groups.map(({ type, rows }) => t('monitorFailureCount', typeName(type, t), rows.length));
  const verdicts = groups.map((group) => worst(group.checks.map(({ outcome }) => outcome)));
  const section: Section = {
    verdict: groups.length === 0 ? 'none' : verdicts.includes('fail') ? 'fail' : 'caution',
    line:
      groups.length > 0
        ? { key: 'monitorFailures', args: [board.rows.length, counted.join(t('comma'))] }
        : { key: 'monitorFailuresNone' },
    notes: originOf(board, subject, t),
  };
  return { ...sectionView(section, subject, t), groups: groups.map((group) => groupView(group, board, t)) };
}
