import type { StoreRecord } from '../facts/store-record.ts';
import { type Due, deadlinesOf, lastDayOf } from '../rules/deadlines.ts';
import type { Facts } from '../rules/facts.ts';
import type { Pack } from '../rules/pack.ts';
import { type Alert, daysUntil, idOf, NO_DATE } from './alert.ts';

/** Something that the platform is to decide or do within a time, and what says that it has. */
export interface Wait {
  id: 'deposit' | 'exit' | 'full' | 'merge' | 'reservation' | 'supply-chain';
  /** The deadlines that say how long it takes: one for each thing that a source says of it. */
  rules: readonly string[];
  /** Steps that come only after it. */
  next: readonly string[];
  isOver?(facts: Facts, record: StoreRecord): boolean;
}

/**
 * What is waited for. The stages of a merge's review are one wait: nothing that is known tells them apart. The average
 * of 9.4 working days is no limit, and nothing is overdue by it.
 */
const WAITS: readonly Wait[] = [
  {
    id: 'full',
    rules: ['full.review-3-5', 'full.review-3-7'],
    next: ['full.step-agree-terms', 'full.step-confirmation-mail'],
    isOver: ({ store }) => store?.fullApproved === true,
  },
  {
    id: 'exit',
    rules: ['exit.review'],
    next: ['exit.step-wait-for-notice', 'exit.step-formalities', 'exit.step-check-status'],
  },
  { id: 'deposit', rules: ['deposit.refund-arrives'], next: ['deposit.step-check-bill'] },
  {
    id: 'merge',
    rules: ['merge.stage-3'],
    next: [],
    // The last stage connects the store by a token and puts its Pool ID to use.
    isOver: ({ dates }, { pools }) => Boolean(dates?.tokenIssued) || Object.keys(pools).length > 0,
  },
  {
    id: 'reservation',
    rules: ['merge.reservation-sent'],
    next: ['merge.step-confirm-reservation'],
    isOver: ({ dates }, { pools }) => Boolean(dates?.tokenIssued) || Object.keys(pools).length > 0,
  },
  {
    id: 'supply-chain',
    rules: ['semi.supply-chain-diagnosis'],
    next: [],
    isOver: ({ store }) => store?.supplyChainOpened === true,
  },
];

const alertOf = (wait: Wait, dues: readonly Due[], { channelId }: StoreRecord, at: string): Alert[] => {
  const days = [...new Set(dues.map(({ latest }) => latest))].toSorted();
  const [earliest, latest, from] = [days[0], days.at(-1), dues[0]?.from];
  if (!earliest || !latest || !from || daysUntil(earliest, at) > 0) return [];
  const isOver = dues.every((due) => daysUntil(lastDayOf(due), at) < 0);
  return [
    {
      ...NO_DATE,
      kind: 'review',
      id: idOf('review', channelId, wait.id, from),
      channelId,
      stage: isOver ? 'ended' : '0',
      due: latest,
      daysLeft: daysUntil(latest, at),
      wait: wait.id,
      from,
      dues: days,
      isAbout: dues.some(({ isAbout }) => isAbout),
      isRough: dues.some(({ calendar }) => calendar === 'weekdays'),
    },
  ];
};

/** What should have been decided by now: from the earliest day that a source gives on; overdue after the last one. */
export function reviewAlerts(pack: Pack, record: StoreRecord, facts: Facts, at: string): Alert[] {
  const deadlines = deadlinesOf(pack, facts);
  const isDone = (rule: string): boolean => facts.done?.[rule] === true;
  return WAITS.filter(
    ({ rules, next, isOver }) => !isOver?.(facts, record) && ![...rules, ...next].some(isDone),
  ).flatMap((wait) => {
    const dues = wait.rules.flatMap((rule) => deadlines[rule] ?? []);
    return alertOf(wait, dues, record, at);
  });
}
