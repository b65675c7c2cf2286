import { dayInChina } from '../facts/expiry.ts';
import type { FactPath } from '../facts/fields.ts';
import { DAY_MS } from '../features/clock.ts';
import type { PageKind } from '../site/pages.ts';
import type { Wait } from './reviews.ts';

/** What an alert is about, by its kind. */
type About =
  | { kind: 'token' }
  | { kind: 'bill'; month: string; latest: string }
  | { kind: 'review'; wait: Wait['id']; from: string; dues: string[]; isAbout: boolean; isRough: boolean }
  | { kind: 'epr'; pool: string; country: string; statedAt: string }
  | { kind: 'bar'; rule: string; fact: FactPath; value: unknown; currency: string | null }
  | { kind: 'certificate'; productId: string; what: string }
  | { kind: 'health'; page: PageKind; lost: string[]; at: string }
  | { kind: 'pack'; version: string; date: string };

export type AlertKind = About['kind'];

/** Something with a date or a bar that needs a person. */
export type Alert = About & {
  /** The same for the same thing at any time: kind, store and subject. */
  id: string;
  /** `null` where it is about no store. */
  channelId: string | null;
  /** How urgent it is, or what is wrong: at another stage it speaks anew. */
  stage: string;
  /** A day in China. */
  due: string | null;
  /** Below 0 once it is past. */
  daysLeft: number | null;
  /** How long ago what it rests on was seen, where that is longer than such facts keep. */
  agedDays: number | null;
};

/** What is unknown of most alerts. */
export const NO_DATE = { due: null, daysLeft: null, agedDays: null } as const;

export const idOf = (kind: AlertKind, channelId: string | null, ...subject: string[]): string =>
  [kind, channelId ?? '', ...subject].join(':');

/** The days from today in China to another day; below 0 where that is past. */
export const daysUntil = (day: string, at: string): number => Date.parse(day) / DAY_MS - dayInChina(at);

/** Days before, the most urgent last: what was quieted at one is quiet at those before it too. */
const LADDER = ['30', '14', '7', '1', '0', 'ended'];

/** The stage of so many days left, of those that a kind of alert has; none where it is far off. */
export const stageAt = (daysLeft: number, stages: readonly number[]): string | undefined =>
  stages.findLast((days) => daysLeft <= days)?.toString();

/** Whether what was quieted at one stage is quiet at another. */
export const covers = (quieted: string, stage: string): boolean =>
  quieted === stage || (LADDER.includes(stage) && LADDER.indexOf(stage) < LADDER.indexOf(quieted));

/** How bad an alert is; a bill, a page or old rules are never more than worth a look. */
export function toneOf({ kind, stage }: Pick<Alert, 'kind' | 'stage'>): 'caution' | 'fail' {
  if (kind === 'bill' || kind === 'health' || kind === 'pack') return 'caution';
  return kind === 'epr' || ['1', 'ended', 'crossed'].includes(stage) ? 'fail' : 'caution';
}

/** The worst first, then the soonest; what has no day comes after what has. */
export function byUrgency(a: Alert, b: Alert): number {
  const [bad, worse] = [toneOf(a) === 'fail', toneOf(b) === 'fail'];
  const days = (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER);
  return Number(worse) - Number(bad) || days || (a.id < b.id ? -1 : Number(a.id > b.id));
}
