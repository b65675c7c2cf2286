import { isMessageKey, type Translator } from '../../i18n/translate.ts';
import { type Due, deadlinesOf, isRough, lastDayOf } from '../../rules/deadlines.ts';
import type { Pack, Rule } from '../../rules/pack.ts';
import type { Subject } from '../judgement.ts';
import { provenView, type ReasonView, sideOf } from '../present.ts';
import { dayTaken, type Item, rulesAbout } from './items.ts';

/** When something is due by one reading of its rule. */
export interface DueView {
  /** What the reading takes the source to say, where it can be read in several ways. */
  reading: string | null;
  /** From the earliest to the latest day. */
  days: string;
  left: string | null;
  isPast: boolean;
  /** Said where the holidays of a year are not known yet. */
  calendar: string | null;
}

/** How long something takes, who says so, and when it is due where that is running. */
export interface DeadlineView {
  title: string;
  dues: DueView[];
  reason: ReasonView;
}

/** A row of the timeline: days are ISO 8601. */
export interface Span {
  label: string;
  from: string;
  earliest: string;
  latest: string;
  /** The same in words. */
  text: string;
}

/** A day for people. */
export const shownDay = (day: string, t: Translator): string =>
  new Intl.DateTimeFormat(t.tag, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

function daysText({ earliest, latest, isAbout }: Due, t: Translator): string {
  const last = shownDay(latest, t);
  const days = earliest ? t('dueBetween', shownDay(earliest, t), last) : last;
  if (isAbout) return t('dueAbout', days);
  return earliest ? days : t('dueBy', last);
}

type Today = string | null | undefined;

const isPast = (due: Due, today: Today): boolean => Boolean(today && lastDayOf(due) < today);

function leftText(due: Due, today: Today, t: Translator): string | null {
  const { latest, workingDaysLeft } = due;
  if (workingDaysLeft === undefined) return null;
  if (isPast(due, today)) return workingDaysLeft < 0 ? t('duePast', -workingDaysLeft) : t('duePastNow');
  if (today && latest < today) return t('duePerhaps');
  return latest === today ? t('dueToday') : t('dueLeft', workingDaysLeft);
}

/** Said of the later year of those that were counted: if any, its holidays are not known. */
function calendarText(due: Due, today: Today, t: Translator): string | null {
  const [, last = due.latest] = [due.latest, today ?? due.latest].toSorted();
  return isRough(due) ? t('dueWeekdays', last.slice(0, 4)) : null;
}

function readingText(pack: Pack, reading: string | undefined, t: Translator): string | null {
  const [doubt, id] = reading?.split('/') ?? [];
  const found = pack.doubts
    .find((entry) => entry.id === doubt)
    ?.readings.find((entry) => entry.id === id)?.text;
  return found?.[sideOf(t)] ?? null;
}

function titleOf(rule: Rule, t: Translator): string {
  const key = `due_${rule.id.replace(/[.-]/g, '_')}`;
  return isMessageKey(key) ? t(key) : rule.text[sideOf(t)];
}

/** Limits before averages, and what nobody gives a time for last. */
function rank({ periods = [] }: Rule): number {
  if (periods.length === 0) return 2;
  return periods.some(({ isAbout }) => isAbout) ? 1 : 0;
}

const timedRules = (subject: Subject, { rule }: Item): Rule[] =>
  [
    ...rulesAbout(subject, rule, 'deadline'),
    ...rulesAbout(subject, rule, 'diagnosis').filter(({ periods }) => periods),
  ].toSorted((a, b) => rank(a) - rank(b));

/** What is running for an item, by rule: for what is done nobody waits, unless doing it was the beginning. */
function runningFor({ pack, facts }: Subject, { rule, state }: Item): Record<string, Due[]> {
  return state === 'done' && !dayTaken(rule) ? {} : deadlinesOf(pack, facts);
}

/** The times that run for an item, each with every reading. */
export function deadlineViews(subject: Subject, item: Item, t: Translator): DeadlineView[] {
  const { pack, facts } = subject;
  const running = runningFor(subject, item);
  const today = facts.asOf;
  return timedRules(subject, item).map((rule) => ({
    title: titleOf(rule, t),
    dues: (running[rule.id] ?? []).map((due) => ({
      reading: readingText(pack, due.reading, t),
      days: daysText(due, t),
      left: leftText(due, today, t),
      isPast: isPast(due, today),
      calendar: calendarText(due, today, t),
    })),
    reason: provenView({ id: rule.id, proven: rule, outcome: 'none' }, subject, t),
  }));
}

/** All that is running on a path, for its timeline. */
export function spansOf(subject: Subject, items: readonly Item[], t: Translator): Span[] {
  return items.flatMap((item) => {
    const running = runningFor(subject, item);
    return timedRules(subject, item).flatMap((rule) => {
      const dues = running[rule.id] ?? [];
      return dues.map((due, index) => {
        const title = titleOf(rule, t);
        const label = dues.length > 1 ? t('dueReading', title, index + 1) : title;
        const { from, earliest = due.latest, latest } = due;
        return {
          label,
          from,
          earliest,
          latest,
          text: t('dueSpan', label, shownDay(from, t), daysText(due, t)),
        };
      });
    });
  });
}
