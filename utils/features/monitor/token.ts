import type { BoardSeen } from '../../facts/failures.ts';
import type { Text, Translator } from '../../i18n/translate.ts';
import { daysBetween } from '../../rules/calendar.ts';
import { decideRules } from '../../rules/programmes.ts';
import { situationOf } from '../../rules/situation.ts';
import { chineseDay, momentOf, NO_ZONE } from '../clock.ts';
import type { Reason, Subject, Verdict } from '../judgement.ts';
import { pageName, shownTime } from '../present.ts';
import { reasonOf, statements } from '../programme.ts';
import { duesOf } from './dates.ts';
import { type Section, worst } from './section.ts';

const TOKEN = 'merge.triage-token';
/** Whether it still holds on its last day, no source says. */
const LAST_DAY = 'merge.gap-token-day-90';
/** From so many days before its end on a token needs a person. */
const SOON_DAYS = 14;

interface Token {
  verdict: Verdict;
  line: Text;
  reasons: Reason[];
}

/** The token by the day on which it was issued. */
function byAge(subject: Subject, issued: string, today: string): Token {
  const age = daysBetween(issued, today);
  if (age < 0) return { verdict: 'unknown', line: { key: 'monitorTokenAhead', args: [issued] }, reasons: [] };
  const [due] = duesOf(subject, TOKEN);
  const left = due ? daysBetween(today, due.latest) : 0;
  const situation = situationOf(subject.pack, { ...subject.facts, failure: { tokenAgeDays: age } });
  const decided = decideRules(situation, 'merge').filter(({ rule }) => rule.id === TOKEN);
  const outcome = decided[0]?.outcome ?? 'unknown';
  const isSoon = outcome === 'pass' && left <= SOON_DAYS;
  const key = { pass: 'monitorTokenAge', fail: 'monitorTokenOver', unknown: 'monitorTokenLastDay' } as const;
  return {
    verdict: isSoon ? 'caution' : outcome,
    line: { key: key[outcome], args: [age, left, due?.latest ?? '', age + left] },
    reasons: decided.map(reasonOf),
  };
}

/** The token by the end that the board's page showed. */
function byEnd(until: string, end: number, now: number): Token {
  const today = chineseDay(now);
  const left = daysBetween(today, chineseDay(end));
  if (end <= now) return { verdict: 'fail', line: { key: 'monitorTokenEnded', args: [until] }, reasons: [] };
  const line: Text = { key: 'monitorTokenUntil', args: [until, left] };
  return { verdict: left <= SOON_DAYS ? 'caution' : 'pass', line, reasons: [] };
}

/** Where the day of issue and the end that the page shows don't belong together. */
function contradiction(subject: Subject, end: number): Text[] {
  const [due] = duesOf(subject, TOKEN);
  const shown = chineseDay(end);
  return due && due.latest !== shown ? [{ key: 'monitorTokenContrary', args: [due.latest, shown] }] : [];
}

/** How old the token between ERP and OMS is, against the 90 days that it holds by default. */
export function token(subject: Subject, board: BoardSeen | undefined, t: Translator): Section {
  const { dates, asOf } = subject.facts;
  const until = board?.rows.find(({ values }) => values.tokenUntil)?.values.tokenUntil;
  const end = momentOf(until);
  const aged = dates?.tokenIssued && asOf ? byAge(subject, dates.tokenIssued, asOf) : undefined;
  const ended = until && end !== undefined ? byEnd(until, end, Date.parse(subject.readAt)) : undefined;
  const tokens = [aged, ended].filter((one) => one !== undefined);
  const verdict = tokens.length > 0 ? worst(tokens.map((one) => one.verdict)) : 'unknown';
  const notes: Text[] = [];
  if (board && end !== undefined) {
    const origin: Text = {
      key: 'originRead',
      args: [pageName(board.page, t), shownTime(board.at, t)],
    };
    notes.push(
      { key: 'monitorTokenSeen', args: [until ?? '', origin] },
      NO_ZONE,
      ...contradiction(subject, end),
    );
  }
  return {
    verdict,
    line: tokens.find((one) => one.verdict === verdict)?.line ?? { key: 'monitorTokenUnknown' },
    notes,
    facts: ['dates.tokenIssued'],
    reasons: [...(aged?.reasons ?? statements(subject.pack, TOKEN)), ...statements(subject.pack, LAST_DAY)],
  };
}
